// cli/left_editions.h: whole editions in the folder for outputs that the project no longer makes: of briefings that
// were removed or have another slug, and of rows that `for-each` no longer has. Stage: a folder for outputs × what the
// project makes -> LEFT EDITIONS -> reported, or removed with --prune.
//
// An edition is one by its record, and only what records list is removed. A record knows the name of its folder, so
// that copies that somebody keeps are none. A briefing that is there and that the project does not list is built by
// name, so its edition stays. Folders outside of the project are not looked at: another project may build into them.
// Errors of removing: write_failed. Cost: a record is read for each folder that no briefing of the project makes.
#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/project.h"

namespace precis::cli {

struct LeftEdition {
    std::filesystem::path folder;
    std::string briefing;            // as its record names it
    std::string reason;              // "which the project no longer has"
    std::vector<std::string> files;  // that its record lists and that are there; the record comes last
};

/// `made`: the folder of each briefing that the project has.
[[nodiscard]] std::vector<LeftEdition> left_editions(
    const std::filesystem::path& out, const spec::Project& project,
    const std::map<std::filesystem::path, std::filesystem::path>& made);

/// Editions of the briefing below its folder that no row of its `for-each` names.
[[nodiscard]] std::vector<LeftEdition> left_rows(const std::filesystem::path& folder, const std::string& briefing,
                                                 const std::set<std::string>& rows);

/// "out/old has an edition of “old.yaml”, which …": output_left_over, for --check an error.
[[nodiscard]] diag::Diagnostic left_edition(const LeftEdition& left, bool is_error);

/// Removes the files, and the folders that are empty then; prints each file.
[[nodiscard]] diag::Diagnostics remove_editions(const std::vector<LeftEdition>& left);

}  // namespace precis::cli
