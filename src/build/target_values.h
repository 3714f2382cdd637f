// build/target_values.h: a target's names and queries, answered as its bind would. Private to build.
// Used by the rooms' answers that need no pages: explain() and list_data().
#pragma once
#include "bind/values/values.h"
#include "build/stages.h"

namespace precis::build {

/// The locale of the target's language; English (en-GB) if there is none for it, which bind::bind reports.
[[nodiscard]] locale::Locale spoken_locale(const bind::Target& target);

/// The target's facts and values. `prepared` needs a database; all arguments must outlive the result.
[[nodiscard]] bind::Values values_of(const Prepared& prepared, const bind::Target& target, const locale::Locale& locale,
                                     diag::Diagnostics& diagnostics);

}  // namespace precis::build
