// layout/pages/cursor.h: how far the page under construction is filled: one cursor down the page. Inside the room.
#pragma once
#include <algorithm>
#include <vector>

#include "layout/ground/setting.h"
#include "layout/pages/footnotes.h"
#include "layout/pages/pages.h"

namespace precis::layout {

struct Cursor {
    Cursor(Setting& setting, Pages& on);

    Setting& s;
    Pages& pages;
    Footnotes notes;
    double y = 0;         // points from the page's top
    double space = 0;     // that what was placed last asks for below itself
    double flow_top = 0;  // of the flow that begins on this page, below its heading
    bool fresh = true;    // nothing but spanning exhibits stands on the page
    bool taken = false;   // by a band that wants the page for itself

    double step() const { return s.layout.grid.baseline; }
    double top() const;
    /// Of the text, above the page's notes.
    double bottom() const;
    bool at_top() const { return y <= top() + 0.01; }
    bool at_flow_top() const { return at_top() || y <= flow_top + 0.01; }
    double gap(double wanted) const { return at_top() ? 0 : std::max(wanted, space); }
    /// The next line of the baseline grid at or below `at`.
    double snapped(double at) const;
    void next_page();
};

/// The height of the pieces from `first` on that stay together, before `limit`; `end` becomes the one behind them.
[[nodiscard]] double chain_height(const Pieces& pieces, std::size_t first, std::size_t limit, std::size_t& end);

/// The footnotes that pieces mark, in their order.
[[nodiscard]] std::vector<int> notes_of(const Pieces& pieces, std::size_t first, std::size_t end);

}  // namespace precis::layout
