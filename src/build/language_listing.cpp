// Languages from locale/words, patterns from the project's and the installed fonts.yaml.
#include "build/language_listing.h"

#include "build/languages.h"
#include "build/project_fonts.h"
#include "locale/locale.h"
#include "text/pattern_files.h"

namespace precis::build {
namespace fs = std::filesystem;

diag::Result<std::vector<ListedLanguage>> list_languages(const spec::Project& project, const Setting& setting) {
    diag::Diagnostics diagnostics;
    const auto known = project_fonts(project, setting, diagnostics).all.hyphenation;
    std::error_code failed;
    text::PatternFiles files;
    for (const auto& [tag, patterns] : known) files.emplace(tag, patterns.file);
    std::vector<ListedLanguage> languages;
    for (const auto& tag : known_languages(project, setting)) {
        const auto row = text::find_patterns(files, tag);
        const auto locale = locale::Locale::find(tag, language_of(tag, project, setting, diagnostics));
        std::string division = "no patterns: text is set ragged";
        if (row != files.end()) {
            const auto& package = known.at(row->first).package;
            division = fs::exists(row->second, failed) ? "divided by " + package
                                                       : package + " is not installed: text is set ragged";
        } else if (locale && !locale->spaced()) {
            division = "divided between letters";
        }
        languages.push_back({tag, division});
    }
    return {std::move(languages), std::move(diagnostics)};
}

}  // namespace precis::build
