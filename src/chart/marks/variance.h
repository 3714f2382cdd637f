// chart/marks/variance.h: actual against plan, category by category: bars from a line of their own, over columns or
// beside bars. Stage: doc::Chart -> VARIANCE -> canvas.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/marks/bar_mark.h"

namespace precis::chart {

/// `annotations: [{difference: [Plan, Actual], each: category}]`; nullptr: none.
[[nodiscard]] const doc::Annotation* variance_of(const doc::Chart& chart);
/// The second series less the first, by category: nothing where either has no number.
[[nodiscard]] std::vector<std::optional<double>> variances(const doc::Chart& chart);

/// Where the variances stand: along x for columns, along y for bars.
struct VarianceStrip {
    Lie lie = Lie::upright;
    double from = 0, depth = 0;  // across: the strip's top and height, or its left and width
    double bar = 8;              // as wide as this
    std::function<std::optional<double>(std::size_t)> middle_of;  // of a category; nothing: it is not shown
    double begin = 0, end = 0;                                    // of the strip's zero line
};
/// What a strip needs across; 0: nothing is asked.
[[nodiscard]] double depth_of_variance(Canvas& canvas, const doc::Chart& chart, Lie lie);
void draw_variance(Canvas& canvas, const doc::Chart& chart, const VarianceStrip& strip);

}  // namespace precis::chart
