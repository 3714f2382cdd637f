// layout/pages/side_column.h: notes in the side frame, each level with its line of text or below the note before.
// Inside the room. Units: points from the page's top.
#pragma once
#include <deque>

#include "layout/pages/cursor.h"
#include "layout/parts/bands.h"

namespace precis::layout {

class SideColumn {
  public:
    explicit SideColumn(Cursor& at) : at_(at) {}

    /// Begins a page's column at the cursor.
    void begin() { y_ = at_.y; }
    /// Puts a note at y and moves the column on.
    void put(const Band& band, const SideNote& note, double y);
    /// Lets a note wait for its place.
    void add(const SideNote& note) { waiting_.push_back(note); }
    /// Places waiting notes in order, each at `wanted` or below the note before, or higher if the page's foot requires
    /// it. Stops at the first note without room.
    void place_waiting(const Band& band, double wanted = 0);
    /// Places the notes that still wait at the side and below the text, in its columns, on as many pages as they need.
    /// Leaves the cursor below text and notes.
    void finish(const Band& band);

  private:
    void put_at(double x, const SideNote& note, double y);
    /// Places waiting notes below the cursor at x; returns the y below them.
    double fill_below(double x, const std::optional<Strip>& side);

    Cursor& at_;
    double y_ = 0;
    std::deque<SideNote> waiting_;
};

}  // namespace precis::layout
