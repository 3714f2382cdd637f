// cli/opening.h: what every command that reads a briefing does first.
#pragma once
#include <optional>

#include "build/open_briefing.h"
#include "cli/arguments.h"
#include "cli/findings.h"

namespace precis::cli {

/// The command line and the environment as the stages want them.
[[nodiscard]] build::Setting setting_of(const Arguments& args);

/// The project of --root, or the one around `start`.
[[nodiscard]] std::optional<spec::Project> project_for(const std::filesystem::path& start, const Arguments& args,
                                                       Findings& findings);

/// The one briefing that the command line names, and its choice of targets.
[[nodiscard]] build::BriefingRequest request_of(const Arguments& args);

/// That briefing opened; nothing if it cannot be read or has no database.
[[nodiscard]] std::optional<build::Prepared> open_named_briefing(const Arguments& args, const build::Setting& setting,
                                                                 Findings& findings);

}  // namespace precis::cli
