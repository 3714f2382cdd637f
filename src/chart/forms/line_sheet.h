// chart/forms/line_sheet.h: places, scale and parts of a chart of lines, and the words at its points.
// Stage: doc::Chart -> LINE SHEET -> lines, their labels. Units: points, y down.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/marks/stack.h"
#include "chart/scales/scale.h"

namespace precis::chart {

constexpr double kLineNameGap = 6;  // between a line's end and its name

struct LineSheet {
    const doc::Chart& chart;
    std::vector<std::vector<Part>> parts;  // of stacked areas; else empty
    std::vector<double> xs;                // x of each category
    ValueScale y;
    double height = 0;           // of the canvas
    double left = 0, right = 0;  // of the plot

    bool stacked() const { return !parts.empty(); }
    /// Where series s is in category c; in a stack, its upper edge. None without a number.
    std::optional<base::Point> point(std::size_t s, std::size_t c) const {
        const auto& value = chart.series[s].values[c];
        if (stacked()) return base::Point{xs[c], y(parts[s][c].to)};
        if (!value.number) return std::nullopt;
        return base::Point{xs[c], y(*value.number)};
    }
    /// The last category in which series s has a number.
    std::optional<std::size_t> last(std::size_t s) const {
        for (std::size_t c = chart.categories.size(); c-- > 0;)
            if (chart.series[s].values[c].number) return c;
        return std::nullopt;
    }
};

/// True for one line of up to three points: each point then has its value.
[[nodiscard]] bool has_few_points(const doc::Chart& chart);
/// Room for names and values right of the lines.
[[nodiscard]] double width_of_ends(Canvas& canvas, const LineSheet& sheet);
/// Names and last values in a column right of the lines, pushed apart.
struct EndRoom {
    double plot_right = 0;
    double axis = 0;  // width of an axis between the plot and the names
};
void label_ends(Canvas& canvas, const LineSheet& sheet, const EndRoom& room);
/// Values at the points that the author asks for (`labels:`).
void label_points(Canvas& canvas, const LineSheet& sheet);

}  // namespace precis::chart
