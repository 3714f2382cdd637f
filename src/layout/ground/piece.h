// layout/ground/piece.h: the smallest vertical stretch of a column: a line of text, a heading, an exhibit, a table row.
// Inside the room: blocks are cut into pieces, pieces fill columns, columns make pages.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layout/ground/path.h"
#include "scene/scene.h"

namespace precis::layout {

/// A note that stands in the side frame beside the piece it belongs to.
struct SideNote {
    double height = 0;
    std::vector<scene::Item> items;  // origin: the side frame's left, the note's top
    bool operator==(const SideNote&) const = default;
};

struct Piece {
    double height = 0;
    double before = 0;               // space above, dropped at the top of a column
    double after = 0;                // space below, dropped at its end
    bool keep_next = false;          // no break between this piece and the next
    bool floats = false;             // may move to the top of the next column if it does not fit
    bool spans = false;              // stands over all columns of its frame
    Path path;                       // structure from the outermost inwards; same `element`, same structure element
    std::vector<scene::Item> items;  // origin: the column's left, the piece's top; inside the last mark of `path`
    std::vector<scene::Anchor> anchors;
    std::string running;  // the section's short title, where one begins
    std::vector<SideNote> sides;
    std::vector<int> footnotes;                           // indices into the document's footnotes
    std::shared_ptr<const std::vector<Piece>> continued;  // set again above this piece where a break falls before it
    bool operator==(const Piece&) const = default;
};

using Pieces = std::vector<Piece>;

/// Moves items by (dx, dy).
void shift(std::vector<scene::Item>& items, double dx, double dy);

}  // namespace precis::layout
