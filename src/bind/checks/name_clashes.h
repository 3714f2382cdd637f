// bind/checks/name_clashes.h: names of the briefing that the data use, too.
#pragma once
#include "bind/values/context.h"

namespace precis::bind {

/// Errors: name_clash, at each value of the briefing with the name of a fact or metric, and at each term of the
/// audience with the name of a fact, metric or value: one of them would silently win.
/// Source: docs/design/language.md#files-and-names.
void check_name_clashes(Context& context);

}  // namespace precis::bind
