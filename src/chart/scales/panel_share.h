// chart/scales/panel_share.h: what the panels of one exhibit share (extents, gutters) and which of them print the words
// of the axes. With it marks compare across panels and plots align.
// Stage: each panel's needs -> PANEL SHARE -> each panel again. Pure numbers.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "chart/scales/ticks.h"

namespace precis::chart {

struct PanelShare {
    std::map<std::string, Interval, std::less<>> extents;  // by the name of the axis; data units
    std::map<std::string, double, std::less<>> most;       // by the name of the size; points or counts
    std::vector<double> pool;                              // numbers for a colour scale
    bool operator==(const PanelShare&) const = default;

    /// Takes over the needs of `other`: unites extents, keeps the larger size, adds numbers to the pool.
    void join(const PanelShare& other);
};

/// What one panel takes from the others. The default is that of a chart alone.
struct PanelPlace {
    const PanelShare* common = nullptr;  // nullptr: the panel has scales of its own
    bool row_words = true;               // prints the words left of its plot; else a panel to its left does
    bool foot_words = true;              // prints the words under its plot; else a panel beneath does
};

}  // namespace precis::chart
