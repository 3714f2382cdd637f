// build/open_briefing.h: one briefing read with its project and data, and only the targets that are wanted.
// Stage: (1) and (2), a path on disk -> OPEN -> build::Prepared, from which render(), render_exhibit(), explain() and
// list_data() go on.
//
// In: paths, made absolute by the caller; names of outputs and audiences. Out: the briefing, its data and the targets
// that are left. Errors come back as diagnostics, with the briefing as far as it could be read; nothing is printed. A
// program that opens several briefings of one project calls spec::find_project once and build::prepare for each, so
// that they share one database.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "build/stages.h"

namespace precis::build {

/// Which briefing to open, and which of its targets to keep.
struct BriefingRequest {
    std::filesystem::path briefing;               // absolute
    std::filesystem::path root;                   // of the project; empty: the nearest precis.yaml above the briefing
    std::filesystem::path fallback_root;          // the root of a briefing that has no precis.yaml above it
    std::vector<std::string> outputs, audiences;  // empty: all
    std::vector<std::string> languages = {};      // empty: all
    std::vector<std::string> editions = {};       // empty: all
};

/// The project whose root is `root`; if that is empty, the nearest one upwards from `start`, else a project of default
/// settings whose root is `fallback_root`.
/// Errors: those of spec::find_project.
[[nodiscard]] diag::Result<spec::Project> open_project(const std::filesystem::path& start,
                                                       const std::filesystem::path& root,
                                                       const std::filesystem::path& fallback_root);

/// Removes the targets whose output, audience or language is not among the names; an empty list of names keeps all.
void keep_targets(std::vector<bind::Target>& targets, const std::vector<std::string>& outputs,
                  const std::vector<std::string>& audiences, const std::vector<std::string>& languages);

/// The project found, the briefing prepared, its targets cut down to the request. No targets are left if no output or
/// audience has the names: the caller reports that in its own words.
/// Errors: those of open_project and prepare.
[[nodiscard]] diag::Result<Prepared> open_briefing(const BriefingRequest& request, const Setting& setting);
/// The same with data that are loaded already, or will be kept.
[[nodiscard]] diag::Result<Prepared> open_briefing(const BriefingRequest& request, const Setting& setting,
                                                   Databases& databases);

}  // namespace precis::build
