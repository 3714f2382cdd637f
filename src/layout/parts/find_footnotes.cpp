// Footnotes are found by the links of their marks, so a mark in any item is found.
#include "layout/parts/find_footnotes.h"

#include <charconv>

#include "layout/ground/footnote_mark.h"
#include "layout/ground/use_link.h"

namespace precis::layout {
namespace {

struct FoundMark {
    int note = 0;
    base::Point at;
};

void find_marks(const std::vector<scene::Item>& items, std::vector<FoundMark>& notes) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) find_marks(mark->items, notes);
        if (const auto* group = std::get_if<scene::Group>(&item)) find_marks(group->items, notes);
        const auto* link = std::get_if<scene::Link>(&item);
        if (link == nullptr || link->target.rfind(kFootnoteTarget, 0) != 0) continue;
        int index = 0;
        const auto* digits = link->target.data() + kFootnoteTarget.size();
        if (std::from_chars(digits, link->target.data() + link->target.size(), index).ec == std::errc())
            notes.push_back({index, {link->at.x, link->at.y}});
    }
}

}  // namespace

bool marks_footnotes(const Piece& piece) {
    std::vector<FoundMark> found;
    find_marks(piece.items, found);
    for (const auto& note : piece.sides) find_marks(note.items, found);
    return !found.empty();
}

void find_places(Band& band) {
    for (auto* pieces : {&band.rows, &band.flow}) {
        for (auto& piece : *pieces) {
            find_uses(piece.items, piece.anchors);
            for (auto& note : piece.sides) find_uses(note.items, note.anchors);
        }
    }
}

std::string mark_anchor(int index) {
    return std::string(kNoteMark) + std::to_string(index);
}

void find_footnotes(Band& band, bool at_end) {
    const auto take = [&](const std::vector<scene::Item>& items, std::vector<int>& notes,
                          std::vector<scene::Anchor>& anchors) {
        std::vector<FoundMark> found;
        find_marks(items, found);
        for (const auto& mark : found) {
            if (at_end)
                anchors.push_back({mark_anchor(mark.note), mark.at});
            else
                notes.push_back(mark.note);
        }
    };
    for (auto* pieces : {&band.rows, &band.flow}) {
        for (auto& piece : *pieces) {
            piece.footnotes.clear();
            take(piece.items, piece.footnotes, piece.anchors);
            for (auto& note : piece.sides) take(note.items, piece.footnotes, note.anchors);
        }
    }
}

}  // namespace precis::layout
