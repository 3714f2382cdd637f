// Footnotes are found by the links of their marks, so a mark in any item is found.
#include "layout/parts/find_footnotes.h"

#include <charconv>

#include "layout/ground/footnote_mark.h"

namespace precis::layout {
namespace {

void find_marks(const std::vector<scene::Item>& items, std::vector<int>& notes) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) find_marks(mark->items, notes);
        if (const auto* group = std::get_if<scene::Group>(&item)) find_marks(group->items, notes);
        const auto* link = std::get_if<scene::Link>(&item);
        if (link == nullptr || link->target.rfind(kFootnoteTarget, 0) != 0) continue;
        int index = 0;
        const auto* digits = link->target.data() + kFootnoteTarget.size();
        if (std::from_chars(digits, link->target.data() + link->target.size(), index).ec == std::errc())
            notes.push_back(index);
    }
}

}  // namespace

void find_footnotes(Band& band) {
    for (auto* pieces : {&band.rows, &band.flow}) {
        for (auto& piece : *pieces) {
            piece.footnotes.clear();
            find_marks(piece.items, piece.footnotes);
            for (const auto& note : piece.sides) find_marks(note.items, piece.footnotes);
        }
    }
}

}  // namespace precis::layout
