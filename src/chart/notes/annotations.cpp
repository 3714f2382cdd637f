// chart/notes/annotations.cpp: calls the function that draws each annotation; records the plot for editable charts.
// Stage: drawn plot -> ANNOTATIONS -> canvas.
#include "chart/notes/annotations.h"

#include <algorithm>
#include <cmath>

#include "chart/marks/trend.h"
#include "chart/notes/arrows.h"
#include "chart/notes/free_note.h"
#include "chart/notes/references.h"
#include "chart/scales/lookup.h"

namespace precis::chart {
namespace {

using Kind = doc::Annotation::Kind;

constexpr double kArrowRise = 30;  // room above the columns for a growth arrow, in units of the canvas

void draw_trend_over(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto* series = series_of(chart, annotation.series);
    std::vector<base::Point> points;
    for (std::size_t c = 0; series && c < series->values.size(); ++c)
        if (series->values[c].number) points.push_back({field.x_of(c), field.y(*series->values[c].number)});
    draw_trend(canvas, points, {field.left, 0, field.right - field.left, field.height});
}

void draw_notes(Canvas& canvas, const doc::Chart& chart, const Field& field) {
    if (!has_annotation(chart, Kind::note)) return;
    canvas.take_marks();
    const double top = std::min(field.y.from, field.y.to), bottom = std::max(field.y.from, field.y.to);
    for (const auto& annotation : chart.annotations) {
        if (annotation.kind != Kind::note || !annotation.number) continue;
        const auto x = place_of(chart, annotation.category, field);
        const double y = field.y(*annotation.number);
        if (!x || y < top - 0.5 || y > bottom + 0.5)
            canvas.dropped(annotation.text);
        else
            put_free_note(canvas, annotation.text, {*x, y}, {0, 0, canvas.width(), bottom});
    }
}

/// Records where an editor's axes must lie for its marks to fall on ours. Editors space categories evenly; if ours are
/// not even, nothing is recorded.
void record_plot(Canvas& canvas, const doc::Chart& chart, const Field& field) {
    constexpr double kNear = 1.5;  // points that a category may be off its even place
    const auto count = chart.categories.size();
    if (field.y.logarithmic || field.y.rooted || count < 2) return;
    const double first = field.x_of(0), last = field.x_of(count - 1);
    const double step = (last - first) / static_cast<double>(count - 1);
    if (step <= 0) return;
    for (std::size_t c = 1; c + 1 < count; ++c)
        if (std::abs(field.x_of(c) - first - step * static_cast<double>(c)) > kNear) return;
    const double half = field.half_mark > 0 ? step / 2 : 0;
    const double top = std::min(field.y.from, field.y.to), bottom = std::max(field.y.from, field.y.to);
    canvas.set_plot({first - half, top, last - first + 2 * half, bottom - top}, {field.y.domain.lo, field.y.domain.hi});
}

/// A growth arrow over the plot; growth of each series has a column of its own (growth_column.h).
bool has_arrow(const doc::Chart& chart) {
    return annotation_of(chart, Kind::cagr, false) != nullptr;
}

}  // namespace

double width_for_annotations(Canvas& canvas, const doc::Chart& chart) {
    return width_of_differences(canvas, chart);
}

double height_for_annotations(const Canvas& canvas, const doc::Chart& chart) {
    return has_arrow(chart) ? kArrowRise * canvas.unit() : 0;
}

bool has_levels(const doc::Chart& chart) {
    return has_arrow(chart) || annotation_of(chart, Kind::difference, false) || has_annotation(chart, Kind::line);
}

double width_of_level_words(Canvas& canvas, const doc::Chart& chart) {
    double width = 0;
    for (const auto& annotation : chart.annotations)
        if (annotation.kind == Kind::line && annotation.number)
            width =
                std::max(width, canvas.measure(level_words(canvas, chart, annotation), canvas.label_look()).width + 6);
    return width;
}

void draw_annotations(Canvas& canvas, const doc::Chart& chart, const Field& field) {
    record_plot(canvas, chart, field);
    canvas.annotating(true);
    for (const auto& annotation : chart.annotations) {
        switch (annotation.kind) {
            case Kind::difference:
                if (!annotation.each_series) draw_difference(canvas, chart, annotation, field);
                break;
            case Kind::cagr:
                if (!annotation.each_series) draw_growth(canvas, chart, annotation, field);
                break;
            case Kind::line:
                draw_level(canvas, chart, annotation, field);
                break;
            case Kind::event:
                draw_event(canvas, chart, annotation, field);
                break;
            case Kind::band:
                draw_band(canvas, chart, annotation, field);
                break;
            case Kind::callout:
                draw_callout(canvas, chart, annotation, field);
                break;
            case Kind::trend:
                draw_trend_over(canvas, chart, annotation, field);
                break;
            case Kind::note:  // after all others, whose words it keeps off
                break;
            case Kind::ratio:  // only scatter charts have it, and they draw it themselves
                break;
        }
    }
    draw_notes(canvas, chart, field);
    canvas.annotating(false);
}

}  // namespace precis::chart
