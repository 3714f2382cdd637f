// cli/opening.h: from arguments and environment to a setting, a project and an opened briefing.
#pragma once
#include <optional>
#include <string>

#include "build/open_briefing.h"
#include "cli/arguments.h"
#include "cli/findings.h"

namespace precis::cli {

/// The Setting of the command line and of the environment (SOURCE_DATE_EPOCH, PRECIS_DATA).
[[nodiscard]] build::Setting setting_of(const Arguments& args);

/// A sentence about SOURCE_DATE_EPOCH if it is set and is no plausible number of seconds.
[[nodiscard]] std::optional<std::string> wrong_epoch();

/// The project of --root; without it, the one that `start` lies in.
[[nodiscard]] std::optional<spec::Project> project_for(const std::filesystem::path& start, const Arguments& args,
                                                       Findings& findings);

/// An error if a path on the command line is no file: file_not_found, file_unreadable.
[[nodiscard]] std::optional<diag::Diagnostic> no_file(const std::filesystem::path& named);

/// The one briefing that the command line names, and its choice of targets.
[[nodiscard]] build::BriefingRequest request_of(const Arguments& args);

/// That briefing opened; nothing if it cannot be read or has no database.
[[nodiscard]] std::optional<build::Prepared> open_named_briefing(const Arguments& args, const build::Setting& setting,
                                                                 Findings& findings);

}  // namespace precis::cli
