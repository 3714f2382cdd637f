// paint/pptx/pptx_chart.h: what a chart's part is put together from. Private to paint.
#pragma once
#include "paint/pptx/pptx_parts.h"

namespace precis::paint::pptx_file {

using Type = scene::ChartData::Type;
using Stack = scene::ChartData::Stack;

[[nodiscard]] inline bool is_bars(Type type) {
    return type == Type::bar || type == Type::column;
}
/// An element whose one attribute is `val`.
pugi::xml_node value(pugi::xml_node parent, const char* name, const std::string& words);
/// `<c:ser>` with its looks, labels and caches, in the order that its group's type wants.
void write_series(pugi::xml_node group, const scene::ChartData& chart, std::size_t index, Type type);
/// Lines carry their names at their ends, as our own do, and no legend.
[[nodiscard]] bool named_at_ends(const scene::ChartData& chart);
/// The inside of `<c:txPr>`.
void words_look(pugi::xml_node properties, const scene::ChartData& chart, double size, bool bold,
                const base::Color& color);
/// The format of a series' numbers: a line on a scale of its own has its own.
[[nodiscard]] const std::string& format_of(const scene::ChartData& chart, const scene::ChartSeries& series);

/// Where a series' numbers stand in the workbook: columns, counted from 0.
struct SeriesColumns {
    std::size_t name = 1, x = 0, y = 1, size = 0;
};
[[nodiscard]] SeriesColumns columns_of(const scene::ChartData& chart, std::size_t series);
/// A, B … Z, AA …: column 0 is A.
[[nodiscard]] std::string column_letters(std::size_t index);

}  // namespace precis::paint::pptx_file
