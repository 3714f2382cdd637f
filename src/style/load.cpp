// The chain is merged, the brand's colours and fonts replace the layout's, then each reader reads its keys, in the
// order of their dependencies.
#include "style/load.h"

#include <fmt/format.h>

#include "diag/codes.h"
#include "style/brand.h"
#include "style/chain.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

void define_colors(yaml::Fields& top, const BrandFile& brand, Colors& colors, diag::Diagnostics& out) {
    if (const auto* node = top.node("colors")) {
        yaml::Fields fields(*node, "the colours", out);
        for (const auto& entry : node->entries) {
            if (auto value = fields.text(entry.key.text)) colors.define(entry.key.text, std::move(*value));
        }
    }
    for (const auto& [name, value] : brand.colors) colors.define(name, value);
    colors.resolve(out);
}

void name_font(const std::string& role, const diag::Text& family, Layout& layout) {
    layout.fonts[role] = family.text;
    layout.font_spans[role] = family.span;
}

diag::Diagnostic one_family(const yaml::Entry& role) {
    return diag::error(diag::code::bad_value, role.value.span,
                       fmt::format("the role “{}” has several families, but only one can be used", role.key.text),
                       "keep the first, and list the others under “fallback”: letters that it lacks are set in them");
}

void read_fallback(yaml::Fields& fonts, Layout& layout) {
    for (const auto& family : fonts.texts("fallback")) {
        layout.fallback.push_back(family.text);
        layout.font_spans.try_emplace(family.text, family.span);
    }
}

void read_fonts(yaml::Fields& top, const BrandFile& brand, Layout& layout, diag::Diagnostics& out) {
    if (const auto* node = top.node("fonts")) {
        yaml::Fields fields(*node, "the fonts", out);
        for (const auto& entry : node->entries) {
            if (entry.key.text == "fallback")
                read_fallback(fields, layout);
            else if (entry.value.kind == yaml::Node::Kind::sequence)
                out.push_back(one_family(entry));
            else if (const auto family = fields.text(entry.key.text))
                name_font(entry.key.text, *family, layout);
        }
    }
    for (const auto& [role, family] : brand.fonts) name_font(role, family, layout);
}

void require_roles(const yaml::Node& tree, const Layout& layout, diag::Diagnostics& out) {
    if (!layout.fonts.contains("base")) {
        out.push_back(diag::error(diag::code::missing_key, tree.span, "the layout names no font of the role “base”",
                                  "write “extends: base”, or “fonts: {base: …}”"));
    }
}

}  // namespace

diag::Result<Layout> load(const std::string& name, const LayoutSearch& search, diag::Span wanted_by) {
    diag::Diagnostics out;
    std::vector<std::filesystem::path> files;
    const auto tree = read_chain(name, search, wanted_by, files, out);
    const auto brand = read_brand(search, out);
    if (!tree) return out;

    Layout layout;
    layout.name = name;
    layout.span = tree->span;
    layout.brand = brand.brand;
    layout.files = std::move(files);
    if (!search.brand.empty()) layout.files.push_back(search.brand);
    yaml::Fields top(*tree, vocabulary::keys::layout, out);
    for (const auto* settled : {"layout", "extends"}) top.known(settled);
    if (const auto title = top.text("title")) layout.title = title->text;
    layout.medium = top.word<Medium>("medium").value_or(Medium::pages);

    Colors colors;
    define_colors(top, brand, colors, out);
    layout.colors = colors.all();
    layout.colors.try_emplace("foreground", base::Color{0, 0, 0, 1});
    layout.colors.try_emplace("background", base::Color{255, 255, 255, 1});
    read_fonts(top, brand, layout, out);
    layout.strict_faces = top.boolean("strict-faces").value_or(false);
    require_roles(*tree, layout, out);

    LayoutReading reading{top, colors, layout, out};
    read_page(reading);
    read_rules(reading);
    read_citation_style(reading, search);
    read_styles(reading);
    read_themes(reading, brand.palette);
    check_limits(reading);
    read_masters(reading);
    read_slides(reading);
    read_parts(reading);
    read_furniture(reading);
    top.finish();
    return {std::move(layout), std::move(out)};
}

}  // namespace precis::style
