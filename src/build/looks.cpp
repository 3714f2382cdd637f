#include "build/looks.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "build/codes.h"
#include "build/kept_files.h"
#include "build/project_fonts.h"
#include "style/load.h"
#include "text/font_files.h"
#include "text/pattern_files.h"

namespace precis::build {
namespace fs = std::filesystem;

namespace {

/// The file of a brand that is named by its folder, as brand.yml's programs name it; a file's path is itself.
fs::path brand_at(const fs::path& named) {
    std::error_code failed;
    if (!fs::is_directory(named, failed)) return named;
    for (const char* name : {"_brand.yml", "_brand.yaml", "brand.yml", "brand.yaml"})
        if (fs::is_regular_file(named / name, failed)) return named / name;
    return named / "_brand.yml";  // is not there, which is reported
}

/// The brand of a project that names none: `_brand.yml` beside precis.yaml, or in a folder of its own.
fs::path brand_of_folder(const fs::path& root) {
    std::error_code failed;
    if (root.empty()) return {};
    for (const char* name : {"_brand.yml", "_brand/_brand.yml", "brand/_brand.yml"})
        if (fs::is_regular_file(root / name, failed)) return root / name;
    return {};
}

}  // namespace

std::optional<style::Layout> load_layout(const Prepared& prepared, const spec::Output* output, const Setting& setting,
                                         diag::Diagnostics& diagnostics, std::optional<WornTemplate>* worn) {
    auto search = layout_search(prepared.project, setting);
    const auto folder = prepared.briefing.path.parent_path();
    const auto& own = output && output->brand ? output->brand : prepared.briefing.brand;
    if (own) {
        search.brand = brand_at(folder / own->text);
        search.brand_wanted_by = own->span;
    }
    const bool named = output && output->layout;
    const auto wanted_by = named ? output->layout->span : output ? output->span : prepared.briefing.title.span;
    auto own_template = open_template(prepared, output, setting, diagnostics);
    if (own_template) search.look = &own_template->look;
    auto layout = style::load(named ? output->layout->text : "research-note", search, wanted_by).take(diagnostics);
    if (layout && own_template) wear(*own_template, *layout, diagnostics);
    if (worn != nullptr) *worn = std::move(own_template);
    return layout;
}

namespace {

/// Families whose files the brand names come before those of fonts.yaml.
void add_brand_fonts(const style::Brand& brand, text::FontIndex& index) {
    for (const auto& font : brand.fonts) {
        if (font.faces.empty()) continue;
        text::FontIndex::Family family{font.family, {}, {}};
        for (const auto& face : font.faces) family.files.push_back({face.file.string(), face.weight, face.italic, 0});
        index.families.insert(index.families.begin(), std::move(family));
    }
}

/// Families that the layout needs and that the brand takes from the net: nothing is loaded from there. They are looked
/// for no further.
void report_distant(const style::Brand& brand, const text::FontIndex& index, std::map<std::string, diag::Span>& wanted,
                    diag::Diagnostics& diagnostics) {
    using Source = style::BrandFont::Source;
    for (const auto& font : brand.fonts) {
        if (font.source != Source::google && font.source != Source::bunny) continue;
        const auto known = std::any_of(index.families.begin(), index.families.end(),
                                       [&](const auto& family) { return family.name == font.family; });
        if (known || wanted.erase(font.family) == 0) continue;
        diagnostics.push_back(diag::error(
            code::font_distant, font.span,
            "the family “" + font.family + "” is not in fonts.yaml, and fonts are not loaded from the net",
            "save its files beside the brand and write “source: file” with “files:”, or add it to fonts.yaml"));
    }
}

/// Without patterns lines break elsewhere: justified styles become ragged. Reports patterns that fonts.yaml names for
/// the language and that are not there.
void settle_division(style::Layout& layout, const locale::Locale& locale, const std::map<std::string, Patterns>& known,
                     text::PatternFiles& files, diag::Diagnostics& diagnostics) {
    for (const auto& [tag, patterns] : known) files.emplace(tag, patterns.file);
    const auto row = text::find_patterns(files, locale.tag());
    std::error_code failed;
    if (row != files.end() && fs::exists(row->second, failed)) return;
    bool divides = false;
    for (auto& [name, style] : layout.styles) {
        if (!style.hyphens) continue;
        divides = true;
        if (locale.spaced() && style.align == style::Align::justify) style.align = style::Align::left;
    }
    if (!divides || row == files.end()) return;
    diagnostics.push_back(diag::warning(code::patterns_missing, layout.span,
                                        "words of “" + row->first + "” are divided by the patterns in " + row->second +
                                            ", and there is no such file: the text is set ragged",
                                        "install its package: apt-get install " + known.at(row->first).package));
}

/// Of the project's own families, those that the layout uses must allow to be embedded.
void refuse_unlicensed(const ProjectFonts& known, const std::vector<text::FamilyRequest>& wanted,
                       const std::vector<text::FamilyRequest>& fallback, diag::Diagnostics& diagnostics) {
    for (const auto& family : known.all.fonts.families) {
        if (std::find(known.own.begin(), known.own.end(), family.name) == known.own.end()) continue;
        for (const auto* requests : {&wanted, &fallback})
            for (const auto& request : *requests)
                if (request.family == family.name)
                    diag::append(diagnostics, text::embedding_faults(family, request.wanted_by));
    }
}

}  // namespace

std::shared_ptr<text::Fonts> load_fonts(style::Layout& layout, const locale::Locale* locale, const Prepared& prepared,
                                        const Setting& setting, diag::Diagnostics& diagnostics) {
    auto known = project_fonts(prepared.project, setting, diagnostics);
    if (!known.found) return nullptr;  // reported with the project
    add_brand_fonts(layout.brand, known.all.fonts);
    for (const auto& font : layout.brand.fonts) {
        if (!font.faces.empty()) known.own.push_back(font.family);
    }
    text::PatternFiles patterns;
    if (locale != nullptr) settle_division(layout, *locale, known.all.hyphenation, patterns, diagnostics);

    std::map<std::string, diag::Span> families;  // each once, with the place that names it
    for (const auto& [role, family] : layout.fonts) {
        const auto named = layout.font_spans.find(role);
        families.emplace(family, named == layout.font_spans.end() ? layout.span : named->second);
    }
    for (const auto& [name, style] : layout.styles) families.emplace(style.family, layout.span);
    report_distant(layout.brand, known.all.fonts, families, diagnostics);
    std::vector<text::FamilyRequest> wanted;
    wanted.reserve(families.size());
    for (const auto& [family, named] : families) wanted.push_back({family, named});
    text::FaceRules rules;
    for (const auto& family : layout.fallback) rules.fallback.push_back({family, layout.font_spans.at(family)});
    if (locale != nullptr) rules.language = locale->tag();
    rules.strict = layout.strict_faces;
    refuse_unlicensed(known, wanted, rules.fallback, diagnostics);
    auto fonts = text::Fonts::load(known.all.fonts, wanted, rules).take(diagnostics).value_or(nullptr);
    if (fonts) text::use_patterns(*fonts, std::move(patterns));
    return fonts;
}

style::LayoutSearch layout_search(const spec::Project& project, const Setting& setting) {
    style::LayoutSearch search;
    search.root = project.root;
    for (const auto& folder : {setting.layouts, project.layouts.empty() ? project.root / "layouts" : project.layouts,
                               setting.installed.empty() ? fs::path() : setting.installed / "layouts"}) {
        std::error_code failed;
        if (folder.empty() || !fs::is_directory(folder, failed)) continue;
        const bool known = std::any_of(search.folders.begin(), search.folders.end(),
                                       [&](const auto& f) { return fs::equivalent(f, folder, failed); });
        if (!known) search.folders.push_back(folder);
    }
    if (!setting.installed.empty()) search.house = setting.installed / "layouts";
    search.brand = project.brand.empty() ? brand_of_folder(project.root) : brand_at(project.brand);
    search.brand_wanted_by = project.brand_span;
    search.kept = kept_files();
    return search;
}

}  // namespace precis::build
