// The chain is merged, the brand's colours and fonts replace the layout's, then each reader reads its keys, in the
// order of their dependencies.
#include "style/load.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string_view>
#include <system_error>

#include "base/file_bytes.h"
#include "diag/codes.h"
#include "style/brand.h"
#include "style/chain.h"
#include "style/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

/// Whether a value is written in one of the program's own layouts, or in a copy of one that nobody has changed.
class House {
  public:
    explicit House(const LayoutSearch& search) {
        const auto& folder = search.house.empty() && !search.folders.empty() ? search.folders.back() : search.house;
        std::error_code failed;
        folder_ = std::filesystem::weakly_canonical(folder, failed);
    }
    bool wrote(const diag::Span& place) {
        if (!place.source || folder_.empty()) return false;
        const auto [known, is_new] = files_.try_emplace(place.source.get());
        if (is_new) {
            std::error_code failed;
            const auto file = std::filesystem::weakly_canonical(place.source->file(), failed);
            known->second = file.parent_path() == folder_ || is_copy(file.filename(), place.source->text());
        }
        return known->second;
    }

  private:
    bool is_copy(const std::filesystem::path& name, std::string_view text) const {
        return base::file_bytes(folder_ / name) == text;
    }

    std::filesystem::path folder_;
    std::map<const diag::SourceText*, bool> files_;  // asked for once each: the disk is slow
};

void define_colors(yaml::Fields& top, const BrandFile& brand, House& house, const Limits& limits, Colors& colors,
                   diag::Diagnostics& out) {
    Colors shipped;
    if (const auto* node = top.node("colors")) {
        yaml::Fields fields(*node, "the colours", out);
        for (const auto& entry : node->entries) {
            auto value = fields.text(entry.key.text);
            if (!value) continue;
            const bool own = !house.wrote(value->span);
            if (!own) shipped.define(entry.key.text, *value);
            colors.define(entry.key.text, std::move(*value), own);
        }
    }
    diag::Diagnostics unused;  // of names that a layout of the project replaces
    shipped.resolve(unused);
    for (const auto& [name, value] : brand.colors) colors.define(name, value);
    colors.resolve(out);
    colors.derive(shipped.all(), brand.palette_names, limits, out);
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

void read_fonts(yaml::Fields& top, const BrandFile& brand, House& house, bool template_wins, Layout& layout,
                diag::Diagnostics& out) {
    std::set<std::string> own;  // roles that a layout of the project gives a family
    if (const auto* node = top.node("fonts")) {
        yaml::Fields fields(*node, "the fonts", out);
        for (const auto& entry : node->entries) {
            if (entry.key.text == "fallback") {
                read_fallback(fields, layout);
                continue;
            }
            if (entry.value.kind == yaml::Node::Kind::sequence) {
                out.push_back(one_family(entry));
                continue;
            }
            const auto family = fields.text(entry.key.text);
            if (!family) continue;
            name_font(entry.key.text, *family, layout);
            if (!house.wrote(family->span)) own.insert(entry.key.text);
        }
    }
    const auto family_of = [&](const char* role) -> std::optional<diag::Text> {
        const auto type = brand.types.find(role);
        return type == brand.types.end() ? std::nullopt : type->second.family;
    };
    const auto base = family_of("base"), headings = family_of("headings");
    // A family stands for the roles of the program's layouts that nobody gives one.
    const auto follow = [&](const char* role, const std::optional<diag::Text>& family) {
        if (family && layout.fonts.contains(role) && (template_wins || !own.contains(role)))
            name_font(role, *family, layout);
    };
    for (const char* role : {"labels", "slides", "headings", "slide-headings"}) follow(role, base);
    if (base) name_font("base", *base, layout);
    if (headings) name_font("headings", *headings, layout);
    follow("slide-headings", headings);
    if (const auto mono = family_of("monospace")) name_font("monospace", *mono, layout);
    if (brand.labels) name_font("labels", *brand.labels, layout);
    if (brand.slides) {
        name_font("slides", *brand.slides, layout);
        name_font("slide-headings", *brand.slides, layout);
    }
}

/// The template's colours and families in the brand's places. Its name, publisher, disclosure and rights stay.
void put_over_brand(const TemplateLook& look, const LayoutSearch& search, BrandFile& brand, diag::Diagnostics& out) {
    const bool has_look = !brand.colors.empty() || !brand.types.empty() || !brand.palette.empty() || brand.labels ||
                          brand.slides || !(brand.brand.logos == Logos{});
    if (has_look)
        out.push_back(diag::warning(code::template_over_brand, look.wanted_by,
                                    "the template's colours, fonts and logo replace those of the brand “" +
                                        search.brand.filename().string() + "”; its name, publisher and rights stay",
                                    "nothing is to be done if that is meant; else remove `template`"));
    const auto named = [&](const std::string& words) { return diag::Text{words, look.wanted_by, {}}; };
    brand.colors.clear(), brand.palette_names.clear(), brand.palette.clear(), brand.types.clear();
    brand.brand.logos = {}, brand.brand.fonts.clear();
    for (const auto& [role, color] : look.colors) brand.colors.emplace_back(role, named(base::to_string(color)));
    for (std::size_t i = 0; i < look.accents.size(); ++i) {
        brand.palette_names.push_back(fmt::format("template-accent-{}", i + 1));
        brand.colors.emplace_back(brand.palette_names.back(), named(base::to_string(look.accents[i])));
    }
    brand.types["base"].family = named(look.text);
    brand.types["headings"].family = named(look.headings);
    brand.labels = named(look.text);
    brand.slides.reset();
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
    auto brand = read_brand(search, out);
    if (!tree) return out;
    if (search.look != nullptr) put_over_brand(*search.look, search, brand, out);

    Layout layout;
    layout.name = name;
    layout.span = tree->span;
    layout.brand = brand.brand;
    layout.files = std::move(files);
    if (!search.brand.empty()) layout.files.push_back(search.brand);
    if (!brand.brand.profile.empty()) layout.files.push_back(brand.brand.profile);
    yaml::Fields top(*tree, vocabulary::keys::layout, out);
    for (const auto* settled : {"layout", "extends"}) top.known(settled);
    if (const auto title = top.text("title")) layout.title = title->text;
    layout.medium = top.word<Medium>("medium").value_or(Medium::pages);

    Colors colors;
    LayoutReading reading{top, colors, layout, out};
    read_rules(reading);
    House house(search);
    define_colors(top, brand, house, layout.limits, colors, out);
    if (const auto ground = top.text("ground"); ground && layout.medium == Medium::slides)
        colors.set_on(*ground, layout.limits, out);
    layout.colors = colors.all();
    layout.colors.try_emplace("foreground", base::Color{0, 0, 0, 1});
    layout.colors.try_emplace("background", base::Color{255, 255, 255, 1});
    read_fonts(top, brand, house, search.look != nullptr, layout, out);
    layout.strict_faces = top.boolean("strict-faces").value_or(false);
    require_roles(*tree, layout, out);

    read_page(reading);
    read_citation_style(reading, search);
    read_styles(reading, brand.types);
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
