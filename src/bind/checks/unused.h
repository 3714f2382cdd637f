// bind/checks/unused.h: values that a briefing computes and never shows.
#pragma once
#include "diag/diagnostic.h"
#include "spec/briefing.h"

namespace precis::bind {

/// Warnings: unused_value, at the name of each value that no text, exhibit, query or other value takes, for whichever
/// audience and output; a value's `because:` silences it.
[[nodiscard]] diag::Diagnostics unused_values(const spec::Briefing& briefing);

}  // namespace precis::bind
