// bind/values/audience.h: which audiences there are. Private.
#pragma once
#include <string>
#include <vector>

#include "spec/briefing.h"

namespace precis::bind {

/// The audience's definition, the briefing's own before the project's; nullptr for none.
[[nodiscard]] const spec::Audience* find_audience(const spec::Briefing& briefing, const spec::Project& project,
                                                  const std::string& name);
/// Names of the briefing's audiences, in file order; empty: one reader.
[[nodiscard]] std::vector<std::string> audience_names(const spec::Briefing& briefing);

}  // namespace precis::bind
