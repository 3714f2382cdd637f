// chart/scales/color_scale.h: numbers to classes of colour, with round breaks between them.
// Stage: data -> COLOR SCALE -> heatmap cells, points. Pure: numbers and palettes in, no drawing.
#pragma once
#include <optional>
#include <vector>

#include "base/color.h"
#include "chart/scales/ticks.h"
#include "style/layout.h"

namespace precis::chart {

/// breaks[i] is where class i begins; class i is drawn in colors[i]. Values over the last break fall into the last.
struct ColorScale {
    std::vector<double> breaks;  // ascending
    std::vector<base::Color> colors;

    const base::Color& operator()(double value) const;
};

/// At most as many classes as the theme's palette has colours: even steps, or, where most values are small against the
/// largest, natural breaks on round numbers. Data on both sides of zero take the diverging palette, its
/// middle class around zero.
/// `values` in any order, all finite, not empty.
[[nodiscard]] ColorScale color_scale(std::vector<double> values, const style::ChartTheme& theme);

}  // namespace precis::chart
