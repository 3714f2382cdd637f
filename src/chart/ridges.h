// chart/ridges.h: histories one below the other on one scale, as the picture of a cover: no axis words but years.
// Stage: doc::Chart with a time axis -> RIDGES -> scene items. A form of its own, for grounds of any colour.
#pragma once
#include "chart/chart.h"

namespace precis::chart {

struct RidgeLook {
    base::Color ground;
    base::Color line, highlight, highlight_area;  // of the quiet series; of the highlighted ones
    base::Color words;                            // years
    base::Color rule;                             // base lines and years' lines
    std::string style;                            // text style of names and years
};

/// Every series of `chart` as a ridge in `box`, the one that begins first on top; each begins and ends where its data
/// do, its name stands before its begin. Nothing where the chart has no time axis.
[[nodiscard]] std::vector<scene::Item> ridges(const doc::Chart& chart, base::Rect box, const RidgeLook& look,
                                              const Context& context);

}  // namespace precis::chart
