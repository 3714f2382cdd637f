// bind/checks/note_use.h: what a shown value rests on, held against the reader and noted for the list of sources.
#pragma once
#include "bind/values/context.h"

namespace precis::bind {

/// Notes what a value or a query's rows rest on, as they are shown at `where`: whether this audience may see it
/// (permission.h), and what a careful reader would doubt of its facts (doubts.h).
void note_use(Context& context, const Bound& bound, const diag::Span& where);
void note_use(Context& context, const data::Rows& rows, const diag::Span& where);
/// The same of a source that a text cites.
void note_citation(Context& context, const std::string& source, const diag::Span& where);

}  // namespace precis::bind
