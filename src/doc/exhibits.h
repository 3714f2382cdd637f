// doc/exhibits.h: the exhibits of a document: all of them, or the one with an id.
// In: a bound document. Out: pointers into it, valid as long as the document is neither moved nor changed. A document
// keeps its exhibits in its sections, their subsections and the appendix; the part `exhibits` holds copies of those
// (Document::exhibits) and is searched last. Pure; the cost is linear in the number of sections and exhibits.
#pragma once
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace precis::doc {

/// Each exhibit of the sections, then of the appendix, in order: a section's own before those of its subsections.
[[nodiscard]] std::vector<const Exhibit*> every_exhibit(const Document& document);

/// Each exhibit of these sections and their subsections, in that order.
[[nodiscard]] std::vector<const Exhibit*> every_exhibit(const std::vector<Section>& sections);

/// The exhibit with that id (`fig:growth`), wherever it is; nullptr if there is none or the id is empty.
[[nodiscard]] const Exhibit* find_exhibit(const Document& document, std::string_view id);

}  // namespace precis::doc
