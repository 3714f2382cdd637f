// bind/numbering/link_terms.h: the terms of the glossary become links to their entries.
#pragma once
#include <vector>

#include "doc/document.h"
#include "vocabulary/looks_sets.h"
#include "vocabulary/part.h"

namespace precis::bind {

/// Links each term at its first use in each part, and in each section of the first level, to its entry; nothing if the
/// layout does not show the glossary. Linked is running text alone: no titles, headings, labels, charts, attributions,
/// code, bound values or words that are links already, and no strong words that begin a text, which are its heading.
/// Terms in definitions are linked, too, but none to the entry that it is in. With `used_words`, which counts anchors,
/// each use outside of definitions is a place that its entry leads to (Words::use), linked or not. Matches are those of
/// locale/terms.h. Cost: linear in the text shown.
void link_terms(doc::Document& document, const std::vector<vocabulary::Part>& parts,
                const std::vector<vocabulary::SectionPiece>& pieces, int* used_words = nullptr);

}  // namespace precis::bind
