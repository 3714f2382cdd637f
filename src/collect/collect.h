// collect/collect.h: tables for a data model, made from local clones of repositories and from lists of attendance.
// Stage: clones, exported lists -> COLLECT -> CSV files, which a model names as tables.
//
// In: paths of YAML files whose keys are vocabulary/collect_keys.h. Out: files to write, sorted, the same bytes for the
// same input; publish::write_files writes them all or not at all. Nothing is fetched: no network is used.
// Nothing personal comes out: of people only counts, and in the state of a count keyed sums of addresses.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "publish/publish.h"

namespace precis::collect {

struct Collected {
    std::vector<publish::File> files;
    std::vector<std::string> said;  // a line for each project or list: what was read
};

struct GitRequest {
    std::filesystem::path list;    // absolute
    std::filesystem::path folder;  // absolute; for the tables and the state of the last run
    bool from_scratch = false;     // the state is not used
};

/// project-activity.csv, project-releases.csv, project-snapshots.csv, and the state by which the next run reads only
/// new commits. The tables are the same with the state and without it.
/// Errors: those of yaml, key_conflict (a project twice), clone_unreadable. Warnings: history_cut, copy_ends_early,
/// state_unreadable. Cost: all commits at first, later those since the last run.
[[nodiscard]] diag::Result<Collected> collect_git(const GitRequest& request);

struct AttendanceRequest {
    std::filesystem::path folder;  // of the lists, absolute
    std::filesystem::path about;   // the file that says what they are, absolute
    std::filesystem::path table;   // to write, absolute
};

/// Counts of rows by kind, event, day and country. A count below `least` is joined with the next ones as “other”, so
/// that no smaller one can be worked out; an event's day below it is withheld. No cell of a list but a declared event,
/// a day or a country that reaches `least` comes out, not even in a finding.
/// Errors: those of yaml, file_not_found, list_unreadable, unknown_column, bad_value. Warnings: counts_withheld.
[[nodiscard]] diag::Result<Collected> collect_attendance(const AttendanceRequest& request);

}  // namespace precis::collect
