// chart/panels/panel_grid.h: order and places of the panels of small multiples.
// Stage: number of panels and room -> PANEL GRID -> panels. Pure numbers; points, y down.
//
// Both kinds of panels fill rows from the left and narrow their rows until a panel is wide enough: PanelOrder and
// most_across() are shared. Only series panels (series_panels.h) know their gutters before they draw, so only they get
// a whole PanelGrid; small_charts.h measures its charts first.
#pragma once
#include <algorithm>
#include <vector>

#include "base/geometry.h"

namespace precis::chart {

/// `count` panels in rows of `across`, from the left and from the top.
struct PanelOrder {
    std::size_t count = 1, across = 1;

    std::size_t rows() const { return (count + across - 1) / across; }
    bool is_left(std::size_t i) const { return i % across == 0; }
    /// True if no panel lies beneath.
    bool is_bottom(std::size_t i) const { return i + across >= count; }
};

/// The most panels in a row, up to `wanted`, at which `width_of(across)` is no less than `least`; at least 1.
template <class WidthOf>
[[nodiscard]] std::size_t most_across(std::size_t wanted, double least, WidthOf width_of) {
    std::size_t across = std::max<std::size_t>(wanted, 1);
    while (across > 1 && width_of(across) < least) --across;
    return across;
}

struct PanelRoom {
    std::size_t count = 1;
    int across = 0;             // panels in a row; 0: chosen by width
    double width = 0;           // of the whole
    double first_gutter = 0;    // for axis words, left of the first panel of a row
    double gutter = 0;          // for axis words, left of each other panel
    double between = 18;        // air between two panels of a row
    double head = 0, foot = 0;  // of each row: for names above, air beneath; the caller adds the foot of the last row
    double usual = 165;         // height of a chart; rows of small panels may stay below it
    double wish = 0;            // height of the whole without the last foot; 0: none
};

/// plots[i] is the plot of panel i.
struct PanelGrid : PanelOrder {
    std::vector<base::Rect> plots;  // all of one size
    double height = 0;              // to the lower edge of the last plots
};

/// Panels at least 24 high, and at least 44 wide as far as the room allows.
[[nodiscard]] PanelGrid panel_grid(const PanelRoom& room);

}  // namespace precis::chart
