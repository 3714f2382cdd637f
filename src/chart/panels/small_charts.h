// chart/panels/small_charts.h: small multiples of all other forms: a whole chart of its own for each panel.
//
// Stage: doc::Chart with facets -> SMALL CHARTS -> canvas.
// In: a checked chart and the room for all panels. Out: each panel's drawing as a group on the canvas, its title above
// it; the height taken and the diagnostics of all panels, each once.
// Shared scales: panels are drawn up to three times without being shown. Each pass collects the needs of all panels
// (extents, gutters, see scales/panel_share.h), the next one is drawn with the needs of all; then plots align, marks
// compare, and only the outer panels print the words of the axes.
// Units: points, y down. Errors: those of the panels' drawings. Cost: up to four drawings for each panel.
// Why not series_panels.h: its panels are parts of one drawing, which these forms can't be; its header says more.
#pragma once
#include "chart/forms/forms.h"

namespace precis::chart {

struct SmallCharts {
    double height = 0;
    diag::Diagnostics diagnostics;
};
[[nodiscard]] SmallCharts draw_small_charts(Canvas& canvas, const doc::Chart& chart, const Frame& frame,
                                            const Context& context, const diag::Span& where);

struct PanelDrawing {
    double height = 0;
    std::vector<scene::Item> items;
    diag::Diagnostics diagnostics;
    std::string note;
    std::vector<ValueSpot> spots;
    PanelShare needs;  // what the panel needs, for the other panels
};
/// Draws one panel: a checked chart, no smaller than `size`.
///
/// Defined in chart.cpp beside draw(): both draw a form and run its checks, and checks rank above panels.
[[nodiscard]] PanelDrawing draw_panel(const doc::Chart& chart, base::Size size, const PanelPlace& place,
                                      const Context& context, const diag::Span& where);

}  // namespace precis::chart
