// paint/pptx/series.h: a chart's series: looks, labels, and caches of the numbers in the workbook.
// Private to paint/pptx. Shared by the chart's part (chart.cpp) and its workbook (workbook.cpp), so that both name the
// same cells.
// Source: ECMA-376-1:2016, 21.2 (DrawingML, charts).
#pragma once
#include <string>

#include "paint/pptx/package.h"
#include "scene/items.h"

namespace precis::paint::pptx_file {

using Type = scene::ChartData::Type;
using Stack = scene::ChartData::Stack;

[[nodiscard]] inline bool is_bars(Type type) {
    return type == Type::bar || type == Type::column;
}
/// Whether series are lines: of points, too, if they are joined.
[[nodiscard]] inline bool is_lines(const scene::ChartData& chart, Type type) {
    return type == Type::line || (type == Type::scatter && chart.joined);
}
/// An element whose one attribute is `val`.
pugi::xml_node value(pugi::xml_node parent, const char* name, const std::string& words);
/// `<c:ser>` of series `index`, drawn as `type`, with its looks, labels and caches.
void write_series(pugi::xml_node group, const scene::ChartData& chart, std::size_t index, Type type);
/// `<c:ser>` behind all others that prints the totals of stacks at their ends and draws nothing: of bars a part without
/// length, of columns a line; nothing without totals.
void write_totals(pugi::xml_node group, const scene::ChartData& chart);
/// `<c:ser>` of the line along the edge of an area, from the same cells; its index follows all others.
void write_edge(pugi::xml_node group, const scene::ChartData& chart, std::size_t index);
/// The number that programs count a day by, from its days since 1970-01-01.
[[nodiscard]] double serial_of(double day);
/// Whether each line carries its name at its end, as in our own charts, and there is no legend.
[[nodiscard]] bool named_at_ends(const scene::ChartData& chart);
/// The inside of `<c:txPr>`: size, weight and colour of a chart's text.
void words_look(pugi::xml_node properties, const scene::ChartData& chart, double size, bool bold,
                const base::Color& color);
/// The number format of a series: its own if it has a second axis, else the chart's.
[[nodiscard]] const std::string& format_of(const scene::ChartData& chart, const scene::ChartSeries& series);

/// The columns of a series' numbers in the workbook, from 0.
struct SeriesColumns {
    std::size_t name = 1, x = 0, y = 1, size = 0;
};
[[nodiscard]] SeriesColumns columns_of(const scene::ChartData& chart, std::size_t series);
/// A, B … Z, AA …: column 0 is A.
[[nodiscard]] std::string column_letters(std::size_t index);

}  // namespace precis::paint::pptx_file
