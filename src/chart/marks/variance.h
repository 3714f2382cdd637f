// chart/marks/variance.h: actual against plan, category by category: a strip of bars with a zero line of its own, over
// columns or beside bars. Stage: doc::Chart -> VARIANCE -> canvas. Units: points, y down.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/marks/bar_mark.h"

namespace precis::chart {

/// The annotation `{difference: [Plan, Actual], each: category}`; nullptr: none.
[[nodiscard]] const doc::Annotation* variance_of(const doc::Chart& chart);
/// The second series minus the first, by category; none where one of them has no number.
[[nodiscard]] std::vector<std::optional<double>> variances(const doc::Chart& chart);

/// Place of the strip; its zero line runs along x over columns, along y beside bars.
struct VarianceStrip {
    Lie lie = Lie::upright;
    double from = 0, depth = 0;  // top and height of the strip, or left and width
    double bar = 8;              // width of a bar, along the zero line
    std::function<std::optional<double>(std::size_t)>
        middle_of;              // a category's place along the zero line; none: hidden
    double begin = 0, end = 0;  // of the zero line
};
/// Height of the strip, or its width beside bars; 0 without such an annotation.
[[nodiscard]] double depth_of_variance(Canvas& canvas, const doc::Chart& chart, Lie lie);
void draw_variance(Canvas& canvas, const doc::Chart& chart, const VarianceStrip& strip);

}  // namespace precis::chart
