// layout/pages/side_column.h: notes beside the text, each at its line or below the one before. Inside the room.
#pragma once
#include <deque>

#include "layout/pages/cursor.h"
#include "layout/parts/bands.h"

namespace precis::layout {

class SideColumn {
  public:
    explicit SideColumn(Cursor& at) : at_(at) {}

    /// The column is free from the cursor down.
    void begin() { y_ = at_.y; }
    void put(const Band& band, const SideNote& note, double y);
    void add(const SideNote& note) { waiting_.push_back(note); }
    /// Places waiting notes in order, each at `wanted` or below the one before, or as low as still fits.
    void carry(const Band& band, double wanted = 0);
    /// Pages of their own for the notes that never found room beside the text.
    void finish(const Band& band);

  private:
    Cursor& at_;
    double y_ = 0;
    std::deque<SideNote> waiting_;
};

}  // namespace precis::layout
