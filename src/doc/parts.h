// doc/parts.h: which parts a bound document has.
#pragma once
#include "doc/document.h"
#include "vocabulary/part.h"

namespace precis::doc {

/// True if the document has anything to show in the part. Title, masthead and cover are always there, and contents are
/// if there are sections.
[[nodiscard]] bool has(const Document& document, vocabulary::Part part);

}  // namespace precis::doc
