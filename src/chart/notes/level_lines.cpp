// chart/notes/level_lines.cpp: a dotted line or a ground for each level or band, its words with the value beneath.
// Stage: annotations -> LEVEL LINES -> canvas.
#include "chart/notes/level_lines.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/level_axis.h"
#include "chart/canvas/annotating.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/notes/references.h"

namespace precis::chart {
namespace {

constexpr double kBesideWords = 2.5;

bool is_line(const doc::Annotation& annotation) {
    return annotation.kind == doc::Annotation::Kind::line && annotation.number;
}

/// "Mean 42"; for a band "Target 60–80%".
std::string words_of(const Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation) {
    const auto figures = [&](double number, Unit unit) {
        const bool whole = annotation.to && number == std::round(number);
        doc::AxisFormat format = chart.format;
        if (whole) format.decimals = -1;
        return number_words(number, format, whole ? 0 : decimals_of(chart), unit, canvas.locale());
    };
    const std::string numbers =
        annotation.to ? figures(*annotation.number, Unit::bare) + "–" + figures(*annotation.to, Unit::symbol)
                      : figures(*annotation.number, Unit::symbol);
    return annotation.text.empty() ? numbers : annotation.text + " " + numbers;
}

}  // namespace

bool has_level_lines(const doc::Chart& chart) {
    return std::any_of(chart.annotations.begin(), chart.annotations.end(),
                       [](const auto& annotation) { return is_line(annotation) || is_value_band(annotation); });
}

Interval with_level_lines(const doc::Chart& chart, Interval extent) {
    for (const auto& annotation : chart.annotations) {
        if (!is_line(annotation) && !is_value_band(annotation)) continue;
        for (const double end : {*annotation.number, annotation.to.value_or(*annotation.number)})
            extent = {std::min(extent.lo, end), std::max(extent.hi, end)};
    }
    return extent;
}

double height_of_level_words(const Canvas& canvas, const doc::Chart& chart) {
    return has_level_lines(chart) ? kLevelFoot * canvas.unit() : 0;
}

void draw_level_lines(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double top, double bottom) {
    const Annotating annotating(canvas);
    for (const auto& annotation : chart.annotations) {
        const bool band = is_value_band(annotation);
        if (!is_line(annotation) && !band) continue;
        const double from = x(*annotation.number), to = band ? x(*annotation.to) : from;
        const double at = (from + to) / 2;
        const Label label =
            canvas.measure(words_of(canvas, chart, annotation), canvas.label_look().in(canvas.inks().text));
        if (canvas.panel().foot_words) {
            const base::Point place{canvas.center_inside(at, label), bottom + kLevelDrop * canvas.unit()};
            canvas.offer(label, place, Anchor::center);
            const auto box = canvas.place(label, place, Anchor::center);
            canvas.take({box.x - kBesideWords, box.y, box.width + 2 * kBesideWords, box.height});  // air to ticks
        }
        if (band) {
            const base::Rect ground{std::min(from, to), top, std::abs(to - from), bottom - top};
            canvas.add(Layer::ground, filled(rectangle(ground), canvas.inks().track));
            continue;
        }
        // A strip of ground keeps the line visible on bars that are as dark as it.
        canvas.rule(Layer::rims, {at, top}, {at, bottom}, {canvas.inks().ground, 1.8, {}, false});
        canvas.rule(Layer::rims, {at, top}, {at, bottom}, {canvas.inks().text, 0.8, {1.2, 1.8}, false});
    }
}

}  // namespace precis::chart
