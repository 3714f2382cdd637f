// cli/record_inputs.h: the files that an edition was made of, found again by the hashes in its record.
// Stage: a record × a project -> INPUTS -> a folder in which the briefing can be opened as it was.
//
// A file is taken from the project as it is today, else from the history of its repository under the same path; in both
// cases only if its SHA-256 is the recorded one. Files that the edition did not read are those of today: a model cannot
// be loaded without the files of its other tables.
// Errors: none; what is not found is said in words. Cost: the project's files are linked or copied.
#pragma once
#include <filesystem>
#include <string>

#include "build/stages.h"
#include "publish/manifest.h"

namespace precis::cli {

/// Empty: all are there. Else what is not: “data/days.csv is neither in “reports” as recorded nor in …”.
[[nodiscard]] std::string take_inputs(const publish::EditionRecord& record, const spec::Project& project,
                                      const build::Setting& setting, const std::filesystem::path& into);

}  // namespace precis::cli
