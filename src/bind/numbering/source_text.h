// bind/numbering/source_text.h: one entry of the list of sources.
#pragma once
#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Whether texts cite sources by the numbers of the list: not in footnotes.
[[nodiscard]] bool prints_numbers(const Context& context);

/// "Publisher, *Title*, April 2026, as cited in 6." `cited_in`: the number of the source that cites it; 0: none.
[[nodiscard]] doc::Inlines source_text(Context& context, const data::SourceRecord& source, int cited_in);

}  // namespace precis::bind
