// chart/scales/color_scale.h: sorts numbers into classes of colour, with round breaks between the classes.
// Stage: data -> COLOR SCALE -> heatmap and calendar cells. Pure: numbers and palettes in, no drawing.
// Errors: none. Cost: n log n in the values, plus the search for natural breaks (see color_scale.cpp).
#pragma once
#include <optional>
#include <vector>

#include "base/color.h"
#include "chart/scales/ticks.h"
#include "style/layout.h"

namespace precis::chart {

/// Class i begins at breaks[i] and is drawn in colors[i]; both have n entries. Values below the first break fall into
/// class 0, values over the last break into the last class.
struct ColorScale {
    std::vector<double> breaks;  // ascending
    std::vector<base::Color> colors;

    const base::Color& operator()(double value) const;
};

/// At most as many classes as the theme's palette has colours.
///
/// Small counts get a class each. Skewed data get natural breaks on round numbers, other data even steps. Data on both
/// sides of zero take the diverging palette, with its middle class around zero.
/// Shape: `values` in any order, all finite, not empty.
[[nodiscard]] ColorScale color_scale(std::vector<double> values, const style::ChartTheme& theme);

}  // namespace precis::chart
