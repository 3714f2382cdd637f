// cli/opening.h: what every command that reads a briefing does first.
#pragma once
#include <optional>

#include "build/stages.h"
#include "cli/arguments.h"
#include "cli/findings.h"

namespace precis::cli {

/// The command line and the environment as the stages want them.
[[nodiscard]] build::Setting setting_of(const Arguments& args);

/// The project of --root, or the one around `start`.
[[nodiscard]] std::optional<spec::Project> project_for(const std::filesystem::path& start, const Arguments& args,
                                                       Findings& findings);

/// The one briefing that is named, with the targets that --output and --audience leave.
[[nodiscard]] std::optional<build::Prepared> prepare_one(const Arguments& args, const build::Setting& setting,
                                                         Findings& findings);

}  // namespace precis::cli
