#include "build/font_listing.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "build/looks.h"
#include "build/project_fonts.h"
#include "style/load.h"
#include "text/font_files.h"
#include "text/script_names.h"

namespace precis::build {
namespace {

std::string words_of(int weight, bool italic) {
    return std::to_string(weight) + (italic ? " italic" : "");
}

std::string words_of(const text::FontFile& file) {
    if (file.heaviest <= 0) return words_of(file.weight, file.italic);
    return std::to_string(file.weight) + "–" + words_of(file.heaviest, file.italic);
}

ListedFamily listed(const text::FontIndex::Family& family) {
    ListedFamily out;
    out.name = family.name;
    out.package = family.package;
    out.installed = !family.files.empty();
    for (const auto& file : family.files) {
        std::error_code failed;
        out.faces.push_back(words_of(file));
        out.installed = out.installed && std::filesystem::exists(file.path, failed);
        if (std::find(out.files.begin(), out.files.end(), file.path) == out.files.end()) out.files.push_back(file.path);
    }
    if (out.installed) out.scripts = text::scripts_of_face(family.files.front());
    return out;
}

}  // namespace

diag::Result<ListedFonts> list_fonts(const spec::Project& project, const Setting& setting) {
    diag::Diagnostics diagnostics;
    const auto known = project_fonts(project, setting, diagnostics).all.fonts;
    ListedFonts out;
    for (const auto& family : known.families) {
        const auto same = [&](const ListedFamily& other) { return other.name == family.name; };
        if (std::none_of(out.families.begin(), out.families.end(), same)) out.families.push_back(listed(family));
    }
    std::sort(out.families.begin(), out.families.end(),
              [](const ListedFamily& a, const ListedFamily& b) { return a.name < b.name; });
    for (const auto& row : known.scripts) {
        auto families = row.sans;
        for (const auto& family : row.serif)
            if (std::find(families.begin(), families.end(), family) == families.end()) families.push_back(family);
        out.scripts.push_back({text::script_name(row.script), row.language, std::move(families)});
    }
    return {std::move(out), std::move(diagnostics)};
}

diag::Result<text::FontIndex> usable_fonts(const spec::Project& project, const Setting& setting) {
    diag::Diagnostics diagnostics;
    auto fonts = project_fonts(project, setting, diagnostics).all.fonts;
    return {std::move(fonts), std::move(diagnostics)};
}

diag::Result<std::vector<ListedFace>> list_faces(const spec::Project& project, const Setting& setting) {
    diag::Diagnostics diagnostics;
    const auto known = project_fonts(project, setting, diagnostics).all.fonts;
    const auto search = layout_search(project, setting);
    std::vector<ListedFace> faces;
    for (const auto& name : style::layout_names(search)) {
        const auto layout = style::load(name, search, {}).take(diagnostics);
        if (!layout) continue;
        std::map<scene::Face, std::vector<std::string>> asked;
        std::vector<text::FamilyRequest> families;
        for (const auto& [style_name, style] : layout->styles) {
            asked[{style.family, style.weight, style.italic}].push_back(style_name);
            families.push_back({style.family, {}});
        }
        text::FaceRules rules;
        rules.strict = layout->strict_faces;
        diag::Diagnostics absent;  // said below, for each face
        const auto fonts = text::Fonts::load(known, families, rules).take(absent);
        for (const auto& [face, styles] : asked) {
            const auto given = fonts ? (*fonts)->given(face) : std::nullopt;
            faces.push_back({name, face.family, words_of(face.weight, face.italic),
                             given ? words_of(given->weight, given->italic) : "none", styles});
        }
    }
    return {std::move(faces), std::move(diagnostics)};
}

}  // namespace precis::build
