// chart/panels/small_charts.h: small multiples of forms that have no panels of their own: a chart of its own for each
// panel. Stage: doc::Chart with facets -> SMALL CHARTS -> canvas.
#pragma once
#include "chart/forms/presets.h"

namespace precis::chart {

/// `shared`: on one scale or each on its own; `wholes`: each panel is a whole, with no scale to share; `none`: not at
/// all.
enum class Panels { shared, wholes, none };
[[nodiscard]] Panels panels_of(std::string_view type);
/// Lines, areas, steps and columns of one series a panel: panels.cpp draws them, with the others as ghosts.
[[nodiscard]] bool has_own_panels(const doc::Chart& chart);

/// The panels' names, as they come.
[[nodiscard]] std::vector<std::string> panel_names(const doc::Chart& chart);
/// Of that series.
[[nodiscard]] inline const std::string& panel_of(const doc::Chart::Series& series) {
    return series.panel.empty() ? series.name : series.panel;
}
/// The chart that stands in a panel. Among shared scales it keeps the rows of the others where the form has a row or
/// a place for each.
[[nodiscard]] doc::Chart panel_chart(const doc::Chart& chart, const std::string& name);

struct SmallCharts {
    double height = 0;
    diag::Diagnostics found;
};
[[nodiscard]] SmallCharts draw_small_charts(Canvas& canvas, const doc::Chart& chart, const Frame& frame,
                                            const Context& context, const diag::Span& where);

struct PanelDrawing {
    double height = 0;
    std::vector<scene::Item> items;
    diag::Diagnostics found;
    std::string note;
    PanelShare told;  // what it would need alone
};
/// One panel among others: a checked chart, no smaller than its size.
[[nodiscard]] PanelDrawing draw_panel(const doc::Chart& chart, base::Size size, const PanelPlace& place,
                                      const Context& context, const diag::Span& where);

}  // namespace precis::chart
