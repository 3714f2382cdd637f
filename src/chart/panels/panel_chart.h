// chart/panels/panel_chart.h: which panels a chart with `facet:` has, and the chart that each of them shows.
// Stage: doc::Chart with facets -> PANEL CHART -> small charts, checks. Pure: copies charts, draws nothing.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace precis::chart {

/// How the panels of a form compare: `shared`: on one scale, or each on its own; `wholes`: each panel is a whole
/// without a scale; `none`: the form has no panels.
enum class Panels { shared, wholes, none };
[[nodiscard]] Panels panels_of(std::string_view type);
/// True for lines, areas, steps and columns with one series in each panel: series_panels.h draws them.
[[nodiscard]] bool has_series_panels(const doc::Chart& chart);

/// The name of the panel that shows the series.
[[nodiscard]] inline const std::string& panel_of(const doc::Chart::Series& series) {
    return series.panel.empty() ? series.name : series.panel;
}
/// The names of all panels, in the order in which they first appear.
[[nodiscard]] std::vector<std::string> panel_names(const doc::Chart& chart);

/// The chart of one panel: its series, without `facet:`.
///
/// On shared scales, forms with a row or a place for each category keep those of the other panels. Points of other
/// panels stay, as quiet ones.
[[nodiscard]] doc::Chart panel_chart(const doc::Chart& chart, const std::string& name);

}  // namespace precis::chart
