// chart/ridges.h: series in time one below the other on one scale, as the picture of a cover: years, but no values.
//
// Stage: doc::Chart with a time axis -> RIDGES -> scene items. Used by layout for covers, on grounds of any colour.
// In: a chart whose series have a value for each period, the box to fill, colours, fonts. Out: items inside the box.
// Units: points, y down, in the coordinates of the box.
// Order: the series that begins first is on top; of two, the lower one is painted over the upper one.
// Errors: none; names that can't be set are left out. Empty without a time axis or without values.
// Cost: linear in the values, plus one text measurement for each name and year.
// Source: the form is known as ridgeline or joy plot; curves after scales/monotone.h.
#pragma once
#include "chart/chart.h"

namespace precis::chart {

struct RidgeLook {
    base::Color ground;                     // behind the picture
    base::Color line;                       // of quiet series
    base::Color highlight, highlight_area;  // line, name and area of highlighted series
    base::Color words;                      // years and names of quiet series
    base::Color rule;                       // baselines and upright lines of years
    std::string style;                      // name of the text style for names and years
};

/// A ridge for every series with values. It begins and ends with its data; its name is left of its first value.
[[nodiscard]] std::vector<scene::Item> ridges(const doc::Chart& chart, base::Rect box, const RidgeLook& look,
                                              const Context& context);

}  // namespace precis::chart
