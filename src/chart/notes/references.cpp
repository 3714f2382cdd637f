// chart/notes/references.cpp: dotted levels, grounds behind the marks, upright lines of events, words tied to a point.
// Stage: drawn plot -> REFERENCES -> canvas. Words try a list of places and take the first one that is free.
#include "chart/notes/references.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/scales/lookup.h"

namespace precis::chart {

std::optional<double> place_of(const doc::Chart& chart, const std::string& name, const Field& field) {
    if (const auto category = category_of(chart, name)) return field.x_of(*category);
    const auto days = locale::parse_period(name);
    if (!days || chart.periods.size() != chart.categories.size()) return std::nullopt;
    for (std::size_t c = 0; c < chart.periods.size(); ++c) {
        const auto& period = chart.periods[c];
        if (days->begin < period.begin_day) return std::nullopt;
        if (c + 1 == chart.periods.size())  // inside the last period
            return days->begin < period.end_day ? std::optional(field.x_of(c)) : std::nullopt;
        const auto& next = chart.periods[c + 1];
        if (days->begin >= next.begin_day) continue;
        const double share = (days->begin - period.begin_day) / (next.begin_day - period.begin_day);
        return field.x_of(c) + share * (field.x_of(c + 1) - field.x_of(c));
    }
    return std::nullopt;
}

std::string level_words(const Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation) {
    const std::string figures =
        number_words(*annotation.number, chart.format, decimals_of(chart), Unit::bare, canvas.locale());
    return annotation.text.empty() ? figures : annotation.text + " " + figures;
}

void draw_level(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    if (!annotation.number) return;
    const double y = field.y(*annotation.number);
    const Label label =
        canvas.measure(level_words(canvas, chart, annotation), canvas.label_look().in(canvas.inks().text));
    const scene::Stroke dotted{canvas.inks().text, 0.7, {1.2, 1.8}, false};
    canvas.rule(field.half_mark > 0 ? Layer::grid : Layer::rims, {field.left, y}, {field.right, y}, dotted);
    // Left of the columns if there is room, else over the line, at the first place where no mark lies.
    if (field.half_mark > 0 && field.left >= label.width + 3) {
        canvas.put(label, {field.left - 4, y + label.cap / 2}, Anchor::right);
        return;
    }
    for (const double x : {field.left + 4.0, field.left + 24.0, field.right - label.width - 2}) {
        const base::Point at{x, y - 2.6};
        if (canvas.is_free(canvas.place(label, at, Anchor::left))) return canvas.put(label, at);
    }
    canvas.dropped(label.text);
}

void draw_event(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto place = place_of(chart, annotation.category, field);
    if (!place) return canvas.dropped(annotation.text);
    const double x = *place, bottom = field.y.from;
    const Label label = canvas.measure(annotation.text, canvas.label_look().in(canvas.inks().text));
    const double top = std::min(field.y.to, field.y.from);
    for (const double y : {top + label.cap, top + label.cap + 10 * canvas.unit()}) {
        for (const Anchor anchor : {Anchor::left, Anchor::right}) {
            const base::Point at{x + (anchor == Anchor::left ? 3 : -3), y};
            const base::Rect box = canvas.place(label, at, anchor);
            if (!canvas.is_free(box) || !canvas.is_inside(box, field.height)) continue;
            canvas.add(Layer::grid,
                       stroked(polyline({{x, y - label.cap}, {x, bottom}}), canvas.inks().quiet_text, 0.6, {1.2, 1.8}));
            return canvas.put(label, at, anchor);
        }
    }
    canvas.dropped(annotation.text);
}

void put_band_words(Canvas& canvas, const std::string& words, const base::Rect& at) {
    const Label label = canvas.measure(words, canvas.label_look().in(canvas.inks().text));
    if (label.empty()) return;
    const double top = at.y + label.cap + 3, bottom = at.bottom() - 3, left = at.x + 3,
                 right = std::max(at.right() - 3 - label.width, left);
    const double middle = (top + bottom) / 2;
    for (const base::Point spot : {base::Point{left, top},
                                   {right, top},
                                   {left, bottom},
                                   {right, bottom},
                                   {left, middle},
                                   {(left + right) / 2, top},
                                   {(left + right) / 2, bottom},
                                   {right, middle},
                                   {(left + right) / 2, middle}}) {
        const base::Rect place = canvas.place(label, spot, Anchor::left);
        if (place.y < -0.01 || place.right() > canvas.width() + 0.01 || !canvas.is_free(place)) continue;
        return canvas.put(label, spot);
    }
    canvas.dropped(words);
}

void draw_band(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const double top = std::min(field.y.to, field.y.from), bottom = std::max(field.y.to, field.y.from);
    base::Rect at{field.left, top, field.right - field.left, bottom - top};
    if (is_value_band(annotation)) {
        const double a = std::clamp(field.y(*annotation.number), top, bottom),
                     b = std::clamp(field.y(*annotation.to), top, bottom);
        at.y = std::min(a, b);
        at.height = std::abs(a - b);
    } else {
        if (annotation.ends.size() != 2) return;
        const auto from = place_of(chart, annotation.ends[0], field), to = place_of(chart, annotation.ends[1], field);
        if (!from || !to) return canvas.dropped(annotation.text);
        const double half = field.half_mark * 1.3;
        at.x = std::min(*from, *to) - half;
        at.width = std::abs(*to - *from) + 2 * half;
    }
    canvas.add(Layer::ground, filled(rectangle(at), canvas.inks().track));
    put_band_words(canvas, annotation.text, at);
}

void draw_callout(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto category = category_of(chart, annotation.category);
    const auto* series = series_of(chart, annotation.series);
    if (!category || !series || !series->values[*category].number) return canvas.dropped(annotation.text);
    const base::Point point{field.x_of(*category), field.y(*series->values[*category].number)};
    put_callout(canvas, annotation.text, point, field.height);
}

void put_callout(Canvas& canvas, const std::string& words, base::Point point, double height) {
    const Label label = canvas.measure(words, canvas.strong_look().in(canvas.inks().text));
    for (const double rise : {16.0, 26.0, 40.0, -22.0, -34.0}) {
        for (const double aside : {0.0, -label.width / 2 - 14, label.width / 2 + 14}) {
            const base::Point at{point.x + aside, point.y - rise};
            const base::Rect place = canvas.place(label, at, Anchor::center);
            if (!canvas.is_free(place) || !canvas.is_inside(place, height) || !canvas.is_off_lines(place)) continue;
            const double foot = rise > 0 ? place.bottom() : place.y - 2;
            scene::Path leader;
            leader.steps = {scene::MoveTo{{at.x, foot}}, scene::CurveTo{{at.x, (foot + point.y) / 2},
                                                                        {point.x, (foot + point.y) / 2},
                                                                        {point.x, point.y - (rise > 0 ? 4 : -4)}}};
            leader.stroke = scene::Stroke{canvas.inks().quiet_text, 0.6, {}, false};
            canvas.add(Layer::rims, std::move(leader));
            return canvas.put(label, at, Anchor::center);
        }
    }
    canvas.dropped(words);
}

}  // namespace precis::chart
