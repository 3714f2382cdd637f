// build/languages.h: finds the words of a briefing's language. Private to build.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "build/stages.h"
#include "locale/language.h"

namespace precis::build {

/// The language of a tag, if a file locale/words/TAG.yaml of the project or of the installed folder says more than the
/// program has built in; nullptr: the built-in one holds, or there is none. Of `de-AT` the files de-AT.yaml and de.yaml
/// are looked for, the project's first. No other file is read.
/// Errors: those of read_language.
[[nodiscard]] std::shared_ptr<const locale::Language> language_of(const std::string& tag, const spec::Project& project,
                                                                  const Setting& setting,
                                                                  diag::Diagnostics& diagnostics);

/// The file that language_of() looks at; empty: there is none.
[[nodiscard]] std::filesystem::path language_file(const std::string& tag, const spec::Project& project,
                                                  const Setting& setting);

/// The tags of all languages that are there: built in, and in files. Sorted.
[[nodiscard]] std::vector<std::string> known_languages(const spec::Project& project, const Setting& setting);

}  // namespace precis::build
