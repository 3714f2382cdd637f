// chart/forms/line_sheet.h: what the pieces of a drawing of lines share: places, scale, parts; and the words at its
// points. Stage: doc::Chart -> LINE SHEET -> lines, their labels.
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
    std::vector<std::vector<Part>> parts;  // stacked areas only
    std::vector<double> xs;                // of the categories
    ValueScale y;
    double height = 0;

    bool stacked() const { return !parts.empty(); }
    std::optional<base::Point> point(std::size_t s, std::size_t c) const {
        const auto& value = chart.series[s].values[c];
        if (stacked()) return base::Point{xs[c], y(parts[s][c].to)};
        if (!value.number) return std::nullopt;
        return base::Point{xs[c], y(*value.number)};
    }
    std::optional<std::size_t> last(std::size_t s) const {
        for (std::size_t c = chart.categories.size(); c-- > 0;)
            if (chart.series[s].values[c].number) return c;
        return std::nullopt;
    }
};

/// One line of few points: each is labelled.
[[nodiscard]] bool has_few_points(const doc::Chart& chart);
/// Room for names and values at the right of the lines.
[[nodiscard]] double width_of_ends(Canvas& canvas, const LineSheet& sheet);
/// At their last points, pushed off each other.
void label_ends(Canvas& canvas, const LineSheet& sheet, double plot_right);
/// At those points that the author asks for.
void label_points(Canvas& canvas, const LineSheet& sheet);

}  // namespace precis::chart
