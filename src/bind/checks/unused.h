// bind/checks/unused.h: values that a briefing defines and never uses.
#pragma once
#include "diag/diagnostic.h"
#include "spec/briefing.h"

namespace precis::bind {

/// Warnings: unused_value, at the name of each value that no text, exhibit, query or other value uses, whatever the
/// audience and output. A value's `because:` silences it. Linear in the briefing.
[[nodiscard]] diag::Diagnostics unused_values(const spec::Briefing& briefing);

}  // namespace precis::bind
