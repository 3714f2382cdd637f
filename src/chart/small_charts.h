// chart/small_charts.h: small multiples of forms that have no panels of their own: a chart of its own for each series.
// Stage: doc::Chart with facets -> SMALL CHARTS -> canvas.
#pragma once
#include "chart/presets.h"

namespace precis::chart {

enum class Panels { own, shared, free, none };
/// How a form stands in panels: by itself (lines, columns), on one scale, each on its own only, or not at all.
[[nodiscard]] Panels panels_of(std::string_view type);

struct SmallCharts {
    double height = 0;
    diag::Diagnostics found;
};
[[nodiscard]] SmallCharts draw_small_charts(Canvas& canvas, const doc::Chart& chart, const Frame& frame,
                                            const Context& context, const diag::Span& where);

}  // namespace precis::chart
