// bind/checks/heading_levels.h: headings inside texts step down one level at a time.
#pragma once
#include "diag/diagnostic.h"
#include "doc/document.h"

namespace precis::bind {

/// The first heading of a text must have level 1, and each later one at most one level more than the one before it.
/// Errors: heading_skips.
/// Source: ISO 14289-1 (PDF/UA-1), 7.4.2: levels must not be skipped.
void check_heading_levels(const doc::Document& document, diag::Diagnostics& diagnostics);

}  // namespace precis::bind
