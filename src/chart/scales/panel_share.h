// chart/scales/panel_share.h: what the panels of one exhibit have in common: extents, gutters, which of them say the
// axis. Stage: each panel's needs -> PANEL SHARE -> each panel again, so that marks compare and plots align. Pure
// numbers.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "chart/scales/ticks.h"

namespace precis::chart {

struct PanelShare {
    std::map<std::string, Interval, std::less<>> extents;  // data units, by axis
    std::map<std::string, double, std::less<>> most;       // points or counts, by what they are of
    std::vector<double> pool;                              // numbers that are put into classes of colour
    bool operator==(const PanelShare&) const = default;

    /// What both hold, of each the larger.
    void join(const PanelShare& other);
};

/// How one panel stands among the others. Alone, a chart has none of it.
struct PanelPlace {
    const PanelShare* common = nullptr;  // nullptr: scales of its own
    bool row_words = true;               // words at the left are said here, not in a panel before it
    bool foot_words = true;              // words beneath likewise
};

}  // namespace precis::chart
