// Reading of a brand file: the keys of brand.yml, and this program's own under `defaults: {precis: …}`.
#include "style/brand.h"

#include "diag/codes.h"
#include "style/chain.h"
#include "style/load.h"
#include "vocabulary/project_keys.h"
#include "yaml/fields.h"

namespace precis::style {
namespace {

constexpr const char* kRoles[] = {"foreground", "background", "primary", "secondary", "tertiary", "success",
                                  "info",       "warning",    "danger",  "light",     "dark"};

/// The node's text; of a mapping the text of the first of `keys` that it has. Keys of other programs are
/// accepted.
std::optional<diag::Text> text_or_member(const yaml::Node& node, const vocabulary::Mapping& mapping,
                                         std::initializer_list<const char*> keys, diag::Diagnostics& out) {
    if (node.kind != yaml::Node::Kind::map) return yaml::as_text(node, mapping.what, out);
    yaml::Fields fields(node, mapping, out);
    std::optional<diag::Text> first;
    for (const auto* key : keys) {
        auto text = fields.text(key);
        if (!first) first = std::move(text);
    }
    fields.finish();
    return first;
}

void read_colors(const yaml::Node& node, BrandFile& file, diag::Diagnostics& out) {
    yaml::Fields fields(node, vocabulary::keys::brand_colors, out);
    if (const auto* palette = fields.node("palette")) {
        yaml::Fields names(*palette, "the brand's palette", out);
        for (const auto& entry : palette->entries) {
            if (auto value = names.text(entry.key.text)) file.colors.emplace_back(entry.key.text, std::move(*value));
        }
    }
    for (const auto* role : kRoles) {
        if (auto value = fields.text(role)) file.colors.emplace_back(role, std::move(*value));
    }
    fields.finish();
}

void read_typography(const yaml::Node& node, BrandFile& file, diag::Diagnostics& out) {
    yaml::Fields fields(node, vocabulary::keys::brand_typography, out);
    for (const auto* role : {"base", "headings", "monospace"}) {
        const auto* font = fields.node(role);
        if (font == nullptr) continue;
        auto family = text_or_member(*font, vocabulary::keys::brand_font, {"family"}, out);
        if (family) file.fonts.insert_or_assign(role, std::move(*family));
    }
    fields.finish();
}

void read_own(const yaml::Node& node, BrandFile& file, diag::Diagnostics& out) {
    yaml::Fields fields(node, vocabulary::keys::brand_own, out);
    if (auto text = fields.text("publisher")) file.brand.publisher = text->text;
    if (auto text = fields.text("disclosure")) file.brand.disclosure = text->text;
    if (auto text = fields.text("rights")) file.brand.rights = text->text;
    file.palette = fields.texts("palette");
    fields.finish();
}

}  // namespace

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
            if (auto text = text_or_member(*name, vocabulary::keys::brand_name, {"short", "full"}, out))
                file.brand.name = text->text;
        }
        about.finish();
    }
    if (const auto* logo = fields.node("logo")) file.brand.logos = read_logos(*logo, search, out);
    if (const auto* colors = fields.node("color")) read_colors(*colors, file, out);
    if (const auto* typography = fields.node("typography")) read_typography(*typography, file, out);
    if (const auto* defaults = fields.node("defaults")) {
        yaml::Fields programs(*defaults, vocabulary::keys::brand_defaults, out);
        if (const auto* own = programs.node("precis")) read_own(*own, file, out);
    }
    fields.finish();
    return file;
}

}  // namespace precis::style
