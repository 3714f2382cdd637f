// layout/pages/cursor.h: how far the page under construction is filled. Inside the room.
// Units: points from the page's top.
#pragma once
#include <algorithm>
#include <optional>
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
    double y = 0;
    double space = 0;         // below the piece placed last
    double flow_top = 0;      // of the flow that begins on this page, below its heading
    bool fresh = true;        // the page holds no text yet, only exhibits over all columns
    bool whole_page = false;  // a band has the page for itself

    /// The layout of the page under construction, which may lie on its side.
    const style::Layout& layout() const { return pages.drafts().back().turned ? *lying_ : s.layout; }
    bool turned() const { return pages.drafts().back().turned; }
    /// Lays the page under construction, which is blank, on its side.
    void turn();
    /// True if nothing stands on the page yet.
    bool blank() const { return at_top() && pages.drafts().back().items.empty(); }

    double step() const { return s.layout.grid.baseline; }
    double top() const;
    /// Bottom of the room for text, above the page's footnotes.
    double bottom() const;
    bool at_top() const { return y <= top() + kSlack; }
    bool at_flow_top() const { return at_top() || y <= flow_top + kSlack; }
    /// The space above a piece that asks for `wanted`: none at the page's top.
    double gap(double wanted) const { return at_top() ? 0 : std::max(wanted, space); }
    /// The next line of the baseline grid at or below `at`.
    double snapped(double at) const;
    /// Puts the page's footnotes and begins a page.
    void next_page();

  private:
    std::optional<style::Layout> lying_;  // once a page has been turned
};

/// The height of the pieces from `first` on that stay together, before `limit`, as far as `most` holds them, at least
/// one. `end` is set behind the last of them.
[[nodiscard]] double chain_height(const Pieces& pieces, std::size_t first, std::size_t limit, double most,
                                  std::size_t& end);

/// The footnotes that the pieces first … end - 1 mark, in order.
[[nodiscard]] std::vector<int> notes_of(const Pieces& pieces, std::size_t first, std::size_t end);

}  // namespace precis::layout
