// bind/numbering/walk.h: visits a document's running texts and exhibits in the order in which a layout shows them.
#pragma once
#include <functional>
#include <vector>

#include "doc/document.h"
#include "vocabulary/looks_sets.h"
#include "vocabulary/part.h"

namespace precis::bind {

struct Visitor {
    std::function<void(doc::Inlines&)> inlines;
    std::function<void(doc::Exhibit&)> exhibit;  // called before the exhibit's own texts
    // After `inlines`, for running text alone: no titles, headings, labels, notes or attributions of quotations.
    std::function<void(doc::Inlines&)> running = [](doc::Inlines&) {};
    // A part begins, or a section of the first level.
    std::function<void()> begin = [] {};
};

/// Visits the named parts in that order and, in sections, the named pieces. Each exhibit is visited once, at its place
/// in the text or with its section's exhibits, whichever comes first.
void walk(doc::Document& document, const std::vector<vocabulary::Part>& parts,
          const std::vector<vocabulary::SectionPiece>& pieces, const Visitor& visitor);
/// Visits all parts and pieces, shown or not.
void walk(doc::Document& document, const Visitor& visitor);
/// Visits the texts of blocks outside of sections, such as a footnote's.
void walk(std::vector<doc::Block>& blocks, const Visitor& visitor);

}  // namespace precis::bind
