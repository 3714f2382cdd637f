// bind/numbering/numbering.h: exhibits, footnotes and sources get their numbers. The main header of bind/numbering.
//
// In: a document whose blocks are all chosen and bound; its citations hold positions of sources in the model, its
// footnote marks indices into Collected::footnotes, its exhibits no number. Out: the same document with numbers as
// printed, its list of sources and its footnotes.
// Numbers follow the order of appearance: parts as the layout shows them, pieces of a section likewise, an exhibit at
// its place in the text. Exhibits that the layout does not show are numbered after those that it shows, because texts
// may refer to them. Blocks that this audience does not see leave no gap: that is why numbering comes last.
// Sources through which a source is known ("as cited in 6") follow those that are cited; "own analysis of …" entries
// end the list.
// Warnings: source_stale, source_undated, newer_than_briefing, for each source listed. Cost: linear in the document
// times the number of sources.
#pragma once
#include <string>
#include <vector>

#include "bind/values/context.h"
#include "doc/document.h"
#include "vocabulary/looks_sets.h"

namespace precis::bind {

/// `parts`: those that the layout shows, in its order.
void number_document(Context& context, doc::Document& document, const std::vector<vocabulary::Part>& parts);

}  // namespace precis::bind
