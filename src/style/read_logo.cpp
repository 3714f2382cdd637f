// Reads `logo` of a brand file: one picture, or pictures by size, each with forms for light and for dark grounds.
#include <fmt/format.h>

#include <system_error>

#include "base/nearest.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "style/brand.h"
#include "style/chain.h"
#include "yaml/fields.h"

namespace precis::style {
namespace fs = std::filesystem;
namespace {

class LogoReader {
  public:
    LogoReader(const LayoutSearch& search, diag::Diagnostics& out) : search_(search), out_(out) {}

    Logos run(const yaml::Node& node) {
        const auto is_by_size = [&] {
            for (const auto* key : {"images", "small", "medium", "large"})
                if (node.find(key) != nullptr) return true;
            return false;
        };
        Logos logos;
        if (!is_by_size()) {
            logos.medium = forms(node, "the brand's logo");
            return logos;
        }
        yaml::Fields fields(node, "the brand's logo", out_);
        images_ = fields.node("images");
        const auto size = [&](const char* key, LogoForms& into) {
            if (const auto* written = fields.node(key)) into = forms(*written, fmt::format("the {} logo", key));
        };
        size("small", logos.small);
        size("medium", logos.medium);
        size("large", logos.large);
        fields.finish();
        return logos;
    }

  private:
    /// A picture, or one for light grounds and one for dark ones.
    LogoForms forms(const yaml::Node& node, const std::string& what) {
        LogoForms forms;
        if (node.find("light") == nullptr && node.find("dark") == nullptr) {
            forms.light = picture(node, what);
            return forms;
        }
        yaml::Fields fields(node, what, out_);
        if (const auto* light = fields.node("light")) forms.light = picture(*light, what);
        if (const auto* dark = fields.node("dark")) forms.dark = picture(*dark, what);
        fields.finish();
        return forms;
    }

    /// A path, the name of one of `images`, or `{path, alt}`.
    Logo picture(const yaml::Node& node, const std::string& what) {
        if (node.kind == yaml::Node::Kind::map) {
            yaml::Fields fields(node, what, out_);
            (void)fields.required("path");
            Logo logo;
            if (const auto path = fields.text("path")) logo = file(*path);
            if (const auto alt = fields.text("alt")) logo.alt = alt->text;
            fields.finish();
            return logo;
        }
        const auto text = yaml::as_text(node, what, out_);
        if (!text) return {};
        const auto* named = images_ != nullptr ? images_->find(text->text) : nullptr;
        if (named == nullptr) return file(*text);
        if (named->kind == yaml::Node::Kind::map) return picture(*named, what);
        const auto path = yaml::as_text(*named, what, out_);
        return path ? file(*path) : Logo{};
    }

    Logo file(const diag::Text& path) {
        if (path.text.starts_with("http://") || path.text.starts_with("https://")) {
            out_.push_back(diag::error(diag::code::bad_value, path.span, "a logo is not loaded from the network",
                                       "save the picture beside the brand file, and name that file"));
            return {};
        }
        const auto at = (search_.brand.parent_path() / path.text).lexically_normal();
        std::error_code failed;
        if (!fs::exists(at, failed)) {
            out_.push_back(diag::error(diag::code::file_not_found, path.span,
                                       fmt::format("there is no file “{}”", shown_name(at, search_)),
                                       "write the logo's path from the brand file's folder" + names_of_images()));
            return {};
        }
        if (!search_.root.empty() && !lies_below(at, search_.root)) {
            out_.push_back(diag::error(diag::code::file_outside_root, path.span,
                                       fmt::format("the logo “{}” lies outside the project's folder", path.text),
                                       "put the logo into the project"));
            return {};
        }
        return {at, {}, path.span};
    }

    std::string names_of_images() const {
        if (images_ == nullptr || images_->entries.empty()) return {};
        std::vector<std::string> names;
        for (const auto& entry : images_->entries) names.push_back(entry.key.text);
        return ", or one of “images”: " + base::enumerated(names);
    }

    const LayoutSearch& search_;
    diag::Diagnostics& out_;
    const yaml::Node* images_ = nullptr;  // by name; nullptr: none
};

}  // namespace

Logos read_logos(const yaml::Node& node, const LayoutSearch& search, diag::Diagnostics& out) {
    return LogoReader(search, out).run(node);
}

}  // namespace precis::style
