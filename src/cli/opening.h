// cli/opening.h: what every command that reads a briefing does first.
#pragma once
#include <optional>

#include "cli/arguments.h"
#include "cli/findings.h"
#include "cli/stages.h"

namespace precis::cli {

/// The command line and the environment as the stages want them.
[[nodiscard]] Setting setting_of(const Arguments& args);

/// The project of --root, or the one around `start`.
[[nodiscard]] std::optional<spec::Project> project_for(const std::filesystem::path& start, const Arguments& args,
                                                       Findings& findings);

/// The one briefing that is named, with the targets that --output and --audience leave.
[[nodiscard]] std::optional<Prepared> prepare_one(const Arguments& args, const Setting& setting, Findings& findings);

}  // namespace precis::cli
