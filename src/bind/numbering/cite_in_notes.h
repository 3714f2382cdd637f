// bind/numbering/cite_in_notes.h: the citation style of footnotes: a note for each citation, in full the first time and
// short afterwards. It replaces the numbers that numbering has set.
#pragma once
#include <string>
#include <vector>

#include "bind/values/context.h"
#include "doc/document.h"
#include "vocabulary/looks_sets.h"

namespace precis::bind {

/// Turns every citation in the `parts` shown into a footnote, and names the sources of exhibits in words. The document
/// is numbered already. A citation in a part that is not shown is removed.
void cite_in_notes(Context& context, doc::Document& document, const std::vector<vocabulary::Part>& parts);

}  // namespace precis::bind
