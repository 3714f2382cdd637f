// chart/panels/panel_chart.h: which panels a chart with `facet:` has, and the chart that each of them shows.
// Stage: doc::Chart with facets -> PANEL CHART -> small charts, checks. Pure: copies charts, draws nothing.
#pragma once
#include <string>
#include <vector>

#include "doc/exhibit.h"

namespace precis::chart {

/// True for forms that series_panels.h draws (vocabulary::FormFacts::series_panels), with one series in each panel.
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
