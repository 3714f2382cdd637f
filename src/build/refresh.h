// build/refresh.h: the tables of databases asked anew, their snapshots written.
// Stage: before (1): a project's model -> REFRESH -> CSV files of the project, which every other command reads.
//
// In: paths, made absolute by the caller; names of tables; the environment as a function. Out: what has changed, a
// table after the other; a fault of one does not keep the others from being written. Nothing else opens a connection.
// Errors: those of spec::find_project, spec::read, data::load and data::refresh; unknown_name (a table that is not
// there, or has no connection).
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "data/snapshot/refresh.h"

namespace precis::build {

struct RefreshRequest {
    std::filesystem::path briefing;       // whose model is meant; empty: the project's
    std::filesystem::path root;           // of the project; empty: the nearest precis.yaml above `fallback_root`
    std::filesystem::path fallback_root;  // where the search begins, and the root if there is no precis.yaml
    std::vector<std::string> tables;      // empty: all that have a connection
};

[[nodiscard]] diag::Result<std::vector<data::Refreshed>> refresh(const RefreshRequest& request,
                                                                 const data::Variable& variable);

}  // namespace precis::build
