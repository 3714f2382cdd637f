// chart/level_lines.cpp: the line, and its label with the value.
// Stage: annotations -> LEVEL LINES -> canvas.
#include "chart/level_lines.h"

#include <algorithm>

#include "chart/numbers.h"

namespace precis::chart {
namespace {

bool is_line(const doc::Annotation& annotation) {
    return annotation.kind == doc::Annotation::Kind::line && annotation.number;
}

}  // namespace

bool has_level_lines(const doc::Chart& chart) {
    return std::any_of(chart.annotations.begin(), chart.annotations.end(), is_line);
}

Interval with_level_lines(const doc::Chart& chart, Interval extent) {
    for (const auto& annotation : chart.annotations)
        if (is_line(annotation))
            extent = {std::min(extent.lo, *annotation.number), std::max(extent.hi, *annotation.number)};
    return extent;
}

double height_of_level_words(const Canvas& canvas, const doc::Chart& chart) {
    return has_level_lines(chart) ? 13 * canvas.unit() : 0;
}

void draw_level_lines(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double top, double bottom) {
    for (const auto& annotation : chart.annotations) {
        if (!is_line(annotation)) continue;
        const double at = x(*annotation.number);
        const std::string figures =
            number_words(*annotation.number, chart.format, decimals_of(chart), Unit::symbol, canvas.locale());
        const Label label = canvas.measure(annotation.text.empty() ? figures : annotation.text + " " + figures,
                                           canvas.label_look().in(canvas.inks().text));
        const double half = label.width / 2;
        canvas.offer(label,
                     {std::clamp(at, half, std::max(half, canvas.width() - half)), bottom + 10.5 * canvas.unit()},
                     Anchor::center);
        // A strip of the ground parts it from bars as dark as itself.
        canvas.rule(Layer::rims, {at, top}, {at, bottom}, {canvas.inks().ground, 1.8, {}, false});
        canvas.rule(Layer::rims, {at, top}, {at, bottom}, {canvas.inks().text, 0.8, {1.2, 1.8}, false});
    }
}

}  // namespace precis::chart
