// bind/values/audience.h: the definition of the audience that a target names. The briefing's own definitions win over
// the project's.
#pragma once
#include <string>

#include "spec/briefing.h"

namespace precis::bind {

/// nullptr if the name is empty (one reader) or nobody defines it.
[[nodiscard]] const spec::Audience* find_audience(const spec::Briefing& briefing, const spec::Project& project,
                                                  const std::string& name);

}  // namespace precis::bind
