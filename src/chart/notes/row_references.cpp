// chart/notes/row_references.cpp: grounds behind rows, words tied to the end of a row; both try places from near to
// far. Stage: annotations, rows -> ROW REFERENCES -> canvas.
#include "chart/notes/row_references.h"

#include <algorithm>

#include "chart/canvas/annotating.h"
#include "chart/canvas/shapes.h"
#include "chart/notes/free_note.h"
#include "chart/scales/lookup.h"

namespace precis::chart {
namespace {

using Kind = doc::Annotation::Kind;

const Row* row_of(const doc::Chart& chart, const Rows& rows, const std::string& name) {
    const auto category = category_of(chart, name);
    for (const auto& row : rows.rows)
        if (category && row.category == *category) return &row;
    return nullptr;
}

void draw_row_band(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Rows& rows,
                   double top) {
    const Row *a = row_of(chart, rows, annotation.ends[0]), *b = row_of(chart, rows, annotation.ends[1]);
    if (a == nullptr || b == nullptr) return canvas.dropped(annotation.text);
    const double half = rows.step / 2;
    const base::Rect ground{0, top + std::min(a->middle, b->middle) - half, canvas.width(),
                            std::abs(a->middle - b->middle) + 2 * half};
    canvas.add(Layer::ground, filled(rectangle(ground), canvas.inks().track));
    // The words go to the right edge, at the lowest place that the marks of the rows leave free.
    const Label label = canvas.measure(annotation.text, canvas.label_look().in(canvas.inks().text));
    if (label.empty()) return;
    for (double y = ground.bottom() - 3; y > ground.y + label.cap; y -= rows.step / 4) {
        const base::Point at{canvas.width() - 3, y};
        if (canvas.is_free(canvas.place(label, at, Anchor::right))) return canvas.put(label, at, Anchor::right);
    }
    canvas.dropped(annotation.text);
}

/// The end of the row's mark that a callout points at; none without a number.
std::optional<base::Point> end_of(const doc::Chart& chart, const doc::Annotation& annotation, const Rows& rows,
                                  const ValueScale& x, double top) {
    const Row* row = row_of(chart, rows, annotation.category);
    const auto* series = series_of(chart, annotation.series);
    if (row == nullptr || series == nullptr || !series->values[row->category].number) return std::nullopt;
    return base::Point{x(*series->values[row->category].number), top + row->middle};
}

void draw_row_callout(Canvas& canvas, const doc::Annotation& annotation, const Rows& rows, base::Point end,
                      double top) {
    const Label label = canvas.measure(annotation.text, canvas.strong_look().in(canvas.inks().text));
    const double right = canvas.width() - label.width;
    // In its own row, else in the rows around it; the leader is cut where words lie on it.
    for (const double rise : {0.0, 1.0, -1.0, 2.0, -2.0}) {
        for (const double x0 : {end.x + 46, end.x + 70, right, end.x + 24}) {
            const base::Point at{std::min(x0, right), end.y + rise * rows.step + label.cap / 2};
            const base::Rect place = canvas.place(label, at, Anchor::left);
            const base::Rect aired{place.x - 6, place.y, place.width + 6, place.height};
            if (place.x < end.x + 8 || !canvas.is_free(aired) || !canvas.is_inside(place, top + rows.height)) continue;
            canvas.put(label, at);
            canvas.rule(Layer::rims, {end.x + 2, end.y}, {at.x - 3, at.y - label.cap / 2},
                        {canvas.inks().quiet_text, 0.6, {}, false});
            return;
        }
    }
    canvas.dropped(annotation.text);
}

}  // namespace

void draw_row_references(Canvas& canvas, const doc::Chart& chart, const Rows& rows, const ValueScale& x, double top) {
    const Annotating annotating(canvas);
    for (const auto& annotation : chart.annotations) {
        if (annotation.kind == Kind::band && annotation.ends.size() == 2)
            draw_row_band(canvas, chart, annotation, rows, top);
        if (annotation.kind != Kind::callout) continue;
        if (const auto end = end_of(chart, annotation, rows, x, top))
            draw_row_callout(canvas, annotation, rows, *end, top);
        else
            canvas.dropped(annotation.text);
    }
    if (!has_annotation(chart, Kind::note)) return;
    canvas.take_marks();
    for (const auto& annotation : chart.annotations) {
        if (annotation.kind != Kind::note || !annotation.number) continue;
        const Row* row = row_of(chart, rows, annotation.category);
        const double at = x(*annotation.number);
        const base::Rect room{rows.label_width, 0, canvas.width() - rows.label_width, top + rows.height};
        if (row == nullptr || at < room.x - 0.5 || at > room.right() + 0.5)
            canvas.dropped(annotation.text);
        else
            put_free_note(canvas, annotation.text, {at, top + row->middle}, room);
    }
}

}  // namespace precis::chart
