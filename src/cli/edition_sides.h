// cli/edition_sides.h: the two editions that `precis diff` is asked about, with their inputs where they can be found.
// Stage: arguments -> SIDES -> build::divided_difference.
//
// An edition is named by its folder or record (edition.json), by a project's folder, or by a revision of git. The
// inputs of a record are looked for in the project around it and in the one around the current folder
// (cli/record_inputs.h). Errors: no_revision; file_not_found (no such briefing at that revision, or none is named);
// unknown_name (no such output); those of reading and composing a briefing.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "build/compare/side.h"
#include "cli/arguments.h"
#include "cli/findings.h"
#include "cli/git.h"

namespace precis::cli {

/// Both editions, and the folders that their files were taken out to.
struct EditionSides {
    std::optional<build::Side> old, now;
    std::vector<std::unique_ptr<TemporaryFolder>> folders;
};

[[nodiscard]] EditionSides edition_sides(const Arguments& args, const build::Setting& setting, Findings& findings);

}  // namespace precis::cli
