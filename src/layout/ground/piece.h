// layout/ground/piece.h: the smallest vertical part of a column: a line of text, a heading, an exhibit, a table row.
// Inside the room. Blocks are cut into pieces, pieces fill columns, columns make pages.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layout/ground/path.h"
#include "scene/scene.h"

namespace precis::layout {

/// A note in the side frame, beside the piece that it belongs to.
struct SideNote {
    double height = 0;
    std::vector<scene::Item> items;  // origin: the side frame's left, the note's top
    std::vector<scene::Anchor> anchors{};
    bool operator==(const SideNote&) const = default;
};

struct Piece {
    double height = 0;
    double before = 0;               // space above, dropped at a column's top
    double after = 0;                // space below, dropped at a column's end
    bool keep_next = false;          // no break between this piece and the next
    bool floats = false;             // may move to the top of the next column if it does not fit
    bool spans = false;              // is as wide as all columns of its frame
    bool turned = false;             // stands on a page on its side, in the frame `full` of the master `landscape`
    Path path;                       // marks around it; equal `element` numbers mean one structure element
    std::vector<scene::Item> items;  // origin: the column's left, the piece's top; inside the last mark of `path`
    std::vector<scene::Anchor> anchors;
    std::string running;  // the short title of a section that begins here
    std::vector<SideNote> sides;
    std::vector<int> footnotes;                           // indices into the document's footnotes
    std::shared_ptr<const std::vector<Piece>> continued;  // repeated above this piece if a break falls before it
    bool operator==(const Piece&) const = default;
};

using Pieces = std::vector<Piece>;

/// Points by which a piece may reach beyond its room, because sums of heights are not exact.
inline constexpr double kSlack = 0.01;

/// Moves items by (dx, dy); points.
void shift(std::vector<scene::Item>& items, double dx, double dy);

}  // namespace precis::layout
