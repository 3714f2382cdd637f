// bind/checks/note_use.h: every value that is shown passes here: it is checked against the reader, its facts are
// doubted, and it is noted for the list of sources.
#pragma once
#include "bind/values/context.h"

namespace precis::bind {

/// A value, or the rows of a query, shown at `where`. Errors and warnings: those of permission.h and doubt.h. The facts
/// are added to Collected::uses if the part counts.
void note_use(Context& context, const Bound& bound, const diag::Span& where);
void note_use(Context& context, const data::Rows& rows, const diag::Span& where);
/// A source that a text cites.
void note_citation(Context& context, const std::string& source, const diag::Span& where);

}  // namespace precis::bind
