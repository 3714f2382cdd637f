// bind/checks/heading_levels.h: headings inside texts step down one level at a time.
#pragma once
#include "diag/diagnostic.h"
#include "doc/document.h"

namespace precis::bind {

/// Errors: heading_skips, at a heading that is more than one level below the one before it in its section or part.
void check_heading_levels(const doc::Document& document, diag::Diagnostics& found);

}  // namespace precis::bind
