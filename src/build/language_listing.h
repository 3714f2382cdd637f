// build/language_listing.h: the languages that a briefing may have, and how each is divided, for people who ask.
#pragma once
#include <string>
#include <vector>

#include "build/stages.h"

namespace precis::build {

struct ListedLanguage {
    std::string tag;
    std::string division;  // "divided by hyphen-de", or why its text is set ragged
};

/// Sorted by tag. Errors: those of reading fonts.yaml.
[[nodiscard]] diag::Result<std::vector<ListedLanguage>> list_languages(const spec::Project& project,
                                                                       const Setting& setting);

}  // namespace precis::build
