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

struct Elastic;  // elastic.h
struct Carried;  // below

struct Piece {
    double height = 0;
    double before = 0;               // space above, dropped at a column's top
    double after = 0;                // space below, dropped at a column's end
    bool keep_next = false;          // no break between this piece and the next
    bool floats = false;             // may move to the top of the next column if it does not fit
    bool spans = false;              // is as wide as all columns of its frame
    bool turned = false;             // stands on a page on its side, in the frame `full` of the master `landscape`
    bool opens = false;              // begins a block: its columns share their top (layout/pages/blocks.h)
    bool paired = false;             // stands in the columns of a pair: text at the left, exhibits at the right
    Path path;                       // marks around it; equal `element` numbers mean one structure element
    std::vector<scene::Item> items;  // origin: the column's left, the piece's top; inside the last mark of `path`
    std::vector<scene::Anchor> anchors;
    std::string running;  // the short title of a section that begins here
    std::vector<SideNote> sides;
    std::shared_ptr<const Elastic> elastic;               // a chart that may be drawn in another size; none: it may not
    std::vector<int> footnotes;                           // indices into the document's footnotes
    std::shared_ptr<const std::vector<Piece>> continued;  // repeated above this piece if a break falls before it
    std::shared_ptr<const Carried> carried;               // of a table's row: the sums of the rows above it
    bool operator==(const Piece&) const = default;
};

/// What a table prints where a page ends before a row: below the row before it, and above the row on the next page,
/// behind what is repeated there.
struct Carried {
    Piece forward, brought;
};

using Pieces = std::vector<Piece>;

/// True if `room` points below the pieces before `next` hold what must follow them on the page: the sums carried
/// forward, or what else there is up to a place where a page may end. `end`: of the pieces. Cost: a few pieces.
[[nodiscard]] bool foot_fits(const Pieces& pieces, std::size_t next, std::size_t end, double room);

/// Points by which a piece may reach beyond its room, because sums of heights are not exact.
inline constexpr double kSlack = 0.01;

/// Moves items by (dx, dy); points.
void shift(std::vector<scene::Item>& items, double dx, double dy);
void shift(scene::Item& item, double dx, double dy);

}  // namespace precis::layout
