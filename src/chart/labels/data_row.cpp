// chart/labels/data_row.cpp: the rows hold the column that the author names, else the chart's own series.
// Stage: doc::Chart with data-row -> DATA ROW -> canvas.
#include "chart/labels/data_row.h"

#include <algorithm>

#include "chart/canvas/annotating.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kRow = 13, kBaseline = 9.6;  // height of a row; baseline under its top. Units of the canvas
constexpr double kMostName = 0.35;            // of the width; longer names are dropped

struct NumberRow {
    std::string name;
    const std::vector<doc::Value>* values = nullptr;
    const doc::AxisFormat* format = nullptr;
};

std::vector<NumberRow> rows_in(const doc::Chart& chart) {
    std::vector<NumberRow> rows;
    if (!chart.data_row) return rows;
    if (const auto* channel = channel_of(chart, vocabulary::Channel::data_row)) {
        rows.push_back({channel->label, &channel->values, &channel->format});
        return rows;
    }
    for (const auto& series : chart.series)
        rows.push_back({series.name.empty() ? chart.value_label : series.name, &series.values, &chart.format});
    return rows;
}

}  // namespace

double width_of_data_row(Canvas& canvas, const doc::Chart& chart) {
    double width = 0;
    for (const auto& row : rows_in(chart)) {
        const double name = canvas.measure(row.name, canvas.strong_look()).width;
        if (name > canvas.width() * kMostName)
            canvas.dropped(row.name);
        else
            width = std::max(width, name + 6);
    }
    return width;
}

double height_of_data_row(const Canvas& canvas, const doc::Chart& chart) {
    return kRow * canvas.unit() * static_cast<double>(rows_in(chart).size());
}

void draw_data_row(Canvas& canvas, const doc::Chart& chart, const std::function<double(std::size_t)>& x_of, double step,
                   double top) {
    const Annotating annotating(canvas);
    const double u = canvas.unit();
    double y = top;
    for (const auto& row : rows_in(chart)) {
        canvas.add(Layer::grid, stroked(polyline({{0, y + 1}, {canvas.width(), y + 1}}), canvas.inks().hairline, 0.5));
        const double baseline = y + kBaseline * u;
        const Label name = canvas.measure(row.name, canvas.strong_look().in(canvas.inks().ink));
        if (name.width <= canvas.width() * kMostName) canvas.offer(name, {0, baseline});
        for (std::size_t c = 0; c < chart.categories.size() && c < row.values->size(); ++c) {
            const doc::Value& value = (*row.values)[c];
            const Label label = canvas.measure(value_words(value, *row.format, Unit::bare, canvas.locale()),
                                               canvas.label_look().in(canvas.inks().ink));
            if (label.width + 2 > step)
                canvas.dropped(label.text);
            else
                canvas.offer(label, {x_of(c), baseline}, Anchor::center);
        }
        y += kRow * u;
    }
}

}  // namespace precis::chart
