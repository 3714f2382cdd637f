// Reading of a brand file: the keys of brand.yml, and this program's own under `defaults: {precis: …}`.
#include "style/brand.h"

#include <algorithm>

#include "diag/codes.h"
#include "style/chain.h"
#include "style/load.h"
#include "vocabulary/project_keys.h"
#include "yaml/fields.h"

namespace precis::style {
namespace {

constexpr const char* kRoles[] = {"foreground", "background", "primary", "secondary", "tertiary", "success",
                                  "info",       "warning",    "danger",  "light",     "dark"};

/// The short name is the wordmark, the full one the publisher; each stands for the other.
void read_name(const yaml::Node& node, Brand& brand, diag::Diagnostics& out) {
    if (node.kind != yaml::Node::Kind::map) {
        if (const auto name = yaml::as_text(node, vocabulary::keys::brand_name.what, out))
            brand.name = brand.publisher = name->text;
        return;
    }
    yaml::Fields fields(node, vocabulary::keys::brand_name, out);
    const auto brief = fields.text("short"), full = fields.text("full");
    fields.finish();
    if (brief || full) brand.name = brief ? brief->text : full->text;
    if (brief || full) brand.publisher = full ? full->text : brief->text;
}

/// `{hex, cmyk}`: the colour, whose inks are kept for print.
std::optional<diag::Text> ink_of(const yaml::Node& node, BrandFile& file, diag::Diagnostics& out) {
    yaml::Fields fields(node, vocabulary::keys::brand_ink, out);
    (void)fields.required("hex");
    auto hex = fields.text("hex");
    std::vector<double> shares;
    const auto written = fields.list("cmyk");
    for (const auto* item : written)
        if (const auto share = yaml::as_number(*item, out)) shares.push_back(*share / 100);
    fields.finish();
    const auto color = hex ? base::parse_color(hex->text) : std::nullopt;
    if (hex && !color)
        out.push_back(diag::error(diag::code::bad_value, hex->span, "“" + hex->text + "” is not a colour",
                                  "write six hexadecimal digits in quotes, as in \"#065874\""));
    if (written.empty() || shares.size() != written.size()) return hex;
    const bool fits = shares.size() == 4 &&
                      std::all_of(shares.begin(), shares.end(), [](double share) { return share >= 0 && share <= 1; });
    if (!fits) {
        out.push_back(diag::error(diag::code::bad_value, fields.node("cmyk")->span,
                                  "“cmyk” takes four inks in percent: cyan, magenta, yellow, black",
                                  "write them from 0 to 100, as in cmyk: [100, 60, 0, 30]"));
    } else if (color) {
        file.brand.inks.push_back({*color, shares[0], shares[1], shares[2], shares[3]});
    }
    return hex;
}

void read_colors(const yaml::Node& node, BrandFile& file, diag::Diagnostics& out) {
    yaml::Fields fields(node, vocabulary::keys::brand_colors, out);
    if (const auto* palette = fields.node("palette")) {
        yaml::Fields names(*palette, "the brand's palette", out);
        for (const auto& entry : palette->entries) {
            auto value =
                entry.value.kind == yaml::Node::Kind::map ? ink_of(entry.value, file, out) : names.text(entry.key.text);
            names.known(entry.key.text);
            if (!value) continue;
            file.palette_names.push_back(entry.key.text);
            file.colors.emplace_back(entry.key.text, std::move(*value));
        }
    }
    for (const auto* role : kRoles) {
        if (auto value = fields.text(role)) file.colors.emplace_back(role, std::move(*value));
    }
    fields.finish();
}

void read_own(const yaml::Node& node, const LayoutSearch& search, BrandFile& file, diag::Diagnostics& out) {
    yaml::Fields fields(node, vocabulary::keys::brand_own, out);
    if (auto text = fields.text("publisher")) file.brand.publisher = text->text;
    if (auto text = fields.text("disclosure")) file.brand.disclosure = text->text;
    if (auto text = fields.text("rights")) file.brand.rights = text->text;
    if (const auto path = fields.text("profile"))
        file.brand.profile = brand_file(*path, search, "a profile", out).value_or("");
    file.palette = fields.texts("palette");
    file.labels = fields.text("labels");
    file.slides = fields.text("slides");
    fields.finish();
}

}  // namespace

std::optional<std::filesystem::path> brand_file(const diag::Text& path, const LayoutSearch& search,
                                                std::string_view what, diag::Diagnostics& out) {
    if (path.text.starts_with("http://") || path.text.starts_with("https://")) {
        out.push_back(diag::error(diag::code::bad_value, path.span,
                                  std::string(what) + " is not loaded from the network",
                                  "save the file beside the brand file, and name that file"));
        return std::nullopt;
    }
    const auto at = (search.brand.parent_path() / path.text).lexically_normal();
    std::error_code failed;
    if (!std::filesystem::is_regular_file(at, failed)) {
        out.push_back(diag::error(diag::code::file_not_found, path.span,
                                  "there is no file “" + shown_name(at, search) + "”",
                                  "write the path of the file from the brand file's folder"));
        return std::nullopt;
    }
    if (!search.root.empty() && !lies_below(at, search.root)) {
        out.push_back(diag::error(diag::code::file_outside_root, path.span,
                                  "the file “" + path.text + "” lies outside the project's folder",
                                  "put the file into the project"));
        return std::nullopt;
    }
    return at;
}

BrandFile read_brand(const LayoutSearch& search, diag::Diagnostics& out) {
    BrandFile file;
    if (search.brand.empty()) return file;
    const auto shown = shown_name(search.brand, search);
    if (!search.root.empty() && !lies_below(search.brand, search.root)) {
        out.push_back(diag::error(diag::code::file_outside_root, search.brand_wanted_by,
                                  "brand “" + shown + "” lies outside the project's folder",
                                  "put the brand file into the project"));
        return file;
    }
    const auto node = yaml::parse_file(search.brand, shown, search.brand_wanted_by, {}, search.kept).take(out);
    if (!node) return file;
    yaml::Fields fields(*node, vocabulary::keys::brand, out);
    if (const auto* meta = fields.node("meta")) {
        yaml::Fields about(*meta, vocabulary::keys::brand_meta, out);
        if (const auto* name = about.node("name")) {
            read_name(*name, file.brand, out);
        }
        about.finish();
    }
    if (const auto* logo = fields.node("logo")) file.brand.logos = read_logos(*logo, search, out);
    if (const auto* colors = fields.node("color")) read_colors(*colors, file, out);
    if (const auto* typography = fields.node("typography")) read_typography(*typography, search, file, out);
    if (const auto* defaults = fields.node("defaults")) {
        yaml::Fields programs(*defaults, vocabulary::keys::brand_defaults, out);
        if (const auto* own = programs.node("precis")) read_own(*own, search, file, out);
    }
    fields.finish();
    return file;
}

}  // namespace precis::style
