// chart/panels/panel_grid.h: where the panels of small multiples stand.
// Stage: number of panels and room -> PANEL GRID -> panels. Pure numbers; points.
#pragma once
#include <vector>

#include "base/geometry.h"

namespace precis::chart {

struct PanelRoom {
    std::size_t count = 1;
    int across = 0;             // panels a row; 0: as many as look right
    double width = 0;           // of the whole
    double first_gutter = 0;    // for axis words, left of the first panel of a row
    double gutter = 0;          // the same before each other panel
    double between = 18;        // air beside each other
    double head = 0, foot = 0;  // of each row: names above, air beneath; the lowest row's foot is the caller's
    double usual = 165;         // height of a chart, which rows of small panels need not fill
    double wish = 0;            // height of the whole without the lowest foot; 0: none
};

/// plots[i] is panel i's plot; panels fill rows from the left.
struct PanelGrid {
    std::size_t across = 1, rows = 1;
    std::vector<base::Rect> plots;  // all of one size
    double height = 0;              // to the lowest plots' lower edge

    bool is_left(std::size_t i) const { return i % across == 0; }
    /// No panel stands beneath.
    bool is_bottom(std::size_t i) const { return i + across >= plots.size(); }
};

/// Panels at least 44 wide, as far as the width allows, and 24 high.
[[nodiscard]] PanelGrid panel_grid(const PanelRoom& room);

}  // namespace precis::chart
