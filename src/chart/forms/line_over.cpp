// chart/forms/line_over.cpp: the line with its dots; its name and last value at its end, other values over their dots.
// Stage: doc::Chart with `line` -> LINE OVER -> canvas.
#include "chart/forms/line_over.h"

#include <algorithm>

#include "chart/canvas/annotating.h"
#include "chart/canvas/numbers.h"
#include "chart/marks/line_mark.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kGap = 6, kDot = 2.3, kLine = 1.75;
constexpr double kNameMeasure = 0.25, kMostName = 0.4;  // of the width: where the name breaks; what it may take

std::optional<std::size_t> last_of(const doc::ChannelData& line) {
    for (std::size_t c = line.values.size(); c-- > 0;)
        if (line.values[c].number) return c;
    return std::nullopt;
}

std::string end_words(const Canvas& canvas, const doc::ChannelData& line, std::size_t last) {
    return line.label + " " + value_words(line.values[last], line.format, Unit::symbol, canvas.locale());
}

}  // namespace

bool shares_scale(const doc::Chart& chart) {
    const auto* line = channel_of(chart, vocabulary::Channel::line);
    return line != nullptr && line->format.unit == chart.format.unit;
}

Interval with_line(const doc::Chart& chart, Interval extent) {
    const auto* line = channel_of(chart, vocabulary::Channel::line);
    if (!shares_scale(chart)) return extent;
    for (const auto& value : line->values)
        if (value.number) extent = {std::min(extent.lo, *value.number), std::max(extent.hi, *value.number)};
    return extent;
}

Interval extent_of_line(const doc::Chart& chart) {
    Interval extent{0, 0};
    if (const auto* line = channel_of(chart, vocabulary::Channel::line))
        for (const auto& value : line->values)
            if (value.number) extent = {std::min(extent.lo, *value.number), std::max(extent.hi, *value.number)};
    return extent.hi > extent.lo ? extent : Interval{0, 1};
}

double width_of_line_name(Canvas& canvas, const doc::Chart& chart) {
    const auto* line = channel_of(chart, vocabulary::Channel::line);
    const auto last = line ? last_of(*line) : std::nullopt;
    if (!last || chart.legend == vocabulary::Legend::none) return 0;
    double width = 0;
    for (const auto& label :
         canvas.wrapped(end_words(canvas, *line, *last), canvas.strong_look(), canvas.width() * kNameMeasure))
        width = std::max(width, label.width);
    return std::min(width, canvas.width() * kMostName) + kGap;
}

void draw_line_over(Canvas& canvas, const doc::Chart& chart, const std::function<double(std::size_t)>& x_of,
                    const ValueScale& columns, double right) {
    const auto* line = channel_of(chart, vocabulary::Channel::line);
    const auto last = line ? last_of(*line) : std::nullopt;
    if (!last) return;
    ValueScale y = columns;
    if (!shares_scale(chart)) {
        y.domain = extent_of_line(chart);
        y.logarithmic = false;
    }
    const base::Color color = canvas.tones().theme().highlight;
    LineMark mark;
    mark.width = kLine;
    mark.color = color;
    mark.layer = Layer::rims;  // over the columns
    for (std::size_t c = 0; c < line->values.size() && c < chart.categories.size(); ++c) {
        const auto& value = line->values[c];
        if (value.number)
            mark.points.push_back(LinePoint{{x_of(c), y(*value.number)}, is_ahead(value.status)});
        else
            mark.points.emplace_back();
    }
    draw_line(canvas, mark);
    take_line(canvas, mark);
    for (std::size_t c = 0; c < mark.points.size() && canvas.has_spots(); ++c)
        if (mark.points[c])
            canvas.spot(mark.points[c]->at,
                        chart.categories[c] + (line->label.empty() ? "" : "\t" + line->label) + "\t" +
                            value_words(line->values[c], line->format, Unit::symbol, canvas.locale()));
    for (const auto& point : mark.points)
        if (point) draw_dot(canvas, point->at, kDot, color, point->open);
    if (chart.legend != vocabulary::Legend::none) {
        const Annotating annotating(canvas);  // an editor has no words beside its lines
        const TextLook look = canvas.strong_look().in(canvas.tones().readable(color));
        const auto lines = canvas.wrapped(end_words(canvas, *line, *last), look, canvas.width() * kNameMeasure);
        const double row = canvas.row_of(look);
        double at = std::max(mark.points[*last]->at.y - row * static_cast<double>(lines.size() - 1) / 2, look.size) +
                    look.size * 0.35;
        for (const auto& label : lines) {
            canvas.offer(label, {right + kGap, at});
            at += row;
        }
    }
    if (shares_scale(chart) || chart.labels == vocabulary::Labels::none) return;
    for (std::size_t c = 0; c < *last && c < mark.points.size(); ++c) {
        if (!mark.points[c]) continue;
        const Label label = canvas.measure(value_words(line->values[c], line->format, Unit::bare, canvas.locale()),
                                           canvas.value_look().in(canvas.tones().readable(color)));
        const base::Point at{mark.points[c]->at.x, mark.points[c]->at.y - kDot - 2.6};
        if (canvas.is_free(canvas.place(label, at, Anchor::center))) canvas.put(label, at, Anchor::center);
    }
}

}  // namespace precis::chart
