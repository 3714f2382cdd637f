// chart/annotations.cpp: arrows, reference lines, events and bands over a plot.
// Stage: drawn plot -> ANNOTATIONS -> canvas.
#include "chart/annotations.h"

#include <algorithm>
#include <cmath>

#include "chart/numbers.h"
#include "chart/shapes.h"
#include "chart/stack.h"
#include "chart/trend.h"

namespace precis::chart {
namespace {

using Kind = doc::Annotation::Kind;

constexpr double kPillHeight = 16, kPillPad = 9, kPillGap = 5;
constexpr double kArrowRise = 30;  // above the columns, for the growth arrow

std::optional<std::size_t> category_of(const doc::Chart& chart, const std::string& name) {
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        if (chart.categories[i] == name || (i < chart.category_keys.size() && chart.category_keys[i] == name)) return i;
    return std::nullopt;
}

const doc::Chart::Series* series_of(const doc::Chart& chart, const std::string& name) {
    for (const auto& series : chart.series)
        if (series.name == name) return &series;
    return chart.series.empty() ? nullptr : &chart.series.front();
}

/// The two values that an arrow joins.
struct Ends {
    std::size_t from = 0, to = 0;
    double a = 0, b = 0;
};
std::optional<Ends> ends_of(const doc::Chart& chart, const doc::Annotation& annotation) {
    if (annotation.ends.size() != 2) return std::nullopt;
    const auto from = category_of(chart, annotation.ends[0]), to = category_of(chart, annotation.ends[1]);
    const auto* series = series_of(chart, annotation.series);
    if (!from || !to || !series) return std::nullopt;
    // In a stack the whole is meant where no part is named.
    if (chart.series.size() > 1 && chart.stack == "total" && annotation.series.empty())
        return Ends{*from, *to, total_of(chart, *from), total_of(chart, *to)};
    const auto &a = series->values[*from].number, &b = series->values[*to].number;
    if (!a || !b) return std::nullopt;
    return Ends{*from, *to, *a, *b};
}

std::string difference_words(const Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation,
                             const Ends& ends) {
    if (!annotation.text.empty()) return annotation.text;
    doc::AxisFormat format = chart.format;
    if (format.unit == "percent") format.unit = "pp";
    const double by = ends.b - ends.a;
    std::string words = number_words(std::abs(by), format, decimals_of(chart), Unit::symbol, canvas.locale());
    return (by < 0 ? "−" : "+") + words;
}

std::string growth_words(const Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation,
                         const Ends& ends) {
    if (!annotation.text.empty()) return annotation.text;
    double years = static_cast<double>(ends.to) - static_cast<double>(ends.from);
    if (chart.periods.size() == chart.categories.size())
        years = (chart.periods[ends.to].begin_day - chart.periods[ends.from].begin_day) / 365.2425;
    if (years <= 0 || ends.a <= 0 || ends.b <= 0) return {};
    const double rate = 100 * (std::pow(ends.b / ends.a, 1 / years) - 1);
    locale::NumberFormat format;
    format.decimals = std::abs(rate) < 10 ? 1 : 0;
    format.signed_always = true;
    const std::string figures = canvas.locale().percent(canvas.locale().number(rate, format));
    return figures + " " + canvas.word("a-year");
}

void put_pill(Canvas& canvas, const Label& label, base::Point center, double height, const base::Color& color) {
    const double width = label.width + 2 * kPillPad * canvas.unit();
    const base::Rect at{center.x - width / 2, center.y - height / 2, width, height};
    scene::Path path = stroked(pill(at), color, 1);
    path.fill = canvas.inks().ground;
    canvas.add(Layer::rims, std::move(path));
    canvas.put(label, {center.x, center.y + label.cap / 2}, Anchor::center);
    canvas.take(at);
}

void draw_difference(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto ends = ends_of(chart, annotation);
    if (!ends) return;
    const auto& theme = canvas.tones().theme();
    const Label label = canvas.measure(difference_words(canvas, chart, annotation, *ends),
                                       canvas.value_look().in(theme.highlight_text));
    const double height = kPillHeight * canvas.unit(), half = label.width / 2 + kPillPad * canvas.unit();
    const double x = canvas.width() - half - 0.5;
    const double ya = field.y(ends->a), yb = field.y(ends->b);
    const scene::Stroke dotted{canvas.inks().quiet_mark, 0.7, {1.2, 1.8}, false};
    const double reach = x + 5;
    // Behind columns, over areas.
    const Layer layer = field.half_mark > 0 ? Layer::grid : Layer::rims;
    canvas.rule(layer, {field.x_of(ends->from) + field.half_mark + 2, ya}, {reach, ya}, dotted);
    canvas.rule(layer, {field.x_of(ends->to) + field.half_mark + 4, yb}, {reach, yb}, dotted);
    const double low = std::max(ya, yb), high = std::min(ya, yb), way = yb <= ya ? -1 : 1;
    constexpr double kHead = 6.4;
    double center = (low + high) / 2;
    if (low - high >= height + kHead + 4) {
        canvas.add(Layer::rims, stroked(polyline({{x, ya}, {x, yb - way * kHead * 0.8}}), theme.highlight, 1.25));
        canvas.add(Layer::rims, filled(arrow_head({x, ya}, {x, yb}, kHead, 5.6), theme.highlight));
    } else {
        // Levels too close for the pill between them: it stands clear, the arrow alone between the levels.
        if (low - high > 2)
            canvas.add(Layer::rims,
                       filled(arrow_head({x, ya}, {x, yb}, std::min(kHead, low - high), 5.6), theme.highlight));
        center = high - height / 2 - 4 > height / 2 ? high - height / 2 - 4 : low + height / 2 + 4;
    }
    center = std::clamp(center, height / 2 + 0.5, std::max(height / 2 + 0.5, field.height - height / 2 - 0.5));
    put_pill(canvas, label, {x, center}, height, theme.highlight);
}

void draw_growth(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto ends = ends_of(chart, annotation);
    if (!ends || ends->from == ends->to) return;
    const std::string words = growth_words(canvas, chart, annotation, *ends);
    if (words.empty()) return;
    const Tone tone{canvas.tones().theme().primary, canvas.tones().theme().primary, Tone::Voice::loud};
    const Label label = canvas.measure(words, canvas.value_look().in(tone.text));
    const double u = canvas.unit();
    const base::Point a{field.x_of(ends->from), 20 * u}, b{field.x_of(ends->to), 8 * u};
    const base::Point from = ends->b >= ends->a ? a : base::Point{a.x, b.y},
                      to = ends->b >= ends->a ? b : base::Point{b.x, a.y};
    const base::Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
    const double rx = std::max(31.0 * u, label.width / 2 + 8 * u), ry = 8 * u;
    const double left = std::clamp(middle.x, rx + 0.6, std::max(rx + 0.6, canvas.width() - rx - 0.6));
    canvas.add(Layer::rims, stroked(polyline({from, to}), tone.mark, 1.2));
    canvas.add(Layer::rims, filled(arrow_head(from, to, 6.4, 5.6), tone.mark));
    scene::Path ring = stroked(ellipse({left, middle.y}, rx, ry), tone.mark, 1.2);
    ring.fill = canvas.inks().ground;
    canvas.add(Layer::rims, std::move(ring));
    canvas.put(label, {left, middle.y + label.cap / 2}, Anchor::center);
    const scene::Stroke dotted{canvas.inks().quiet_mark, 0.7, {1.2, 1.8}, false};
    const double clear = canvas.value_look().size + 4;
    canvas.rule(Layer::grid, {from.x, from.y}, {from.x, field.y(ends->a) - clear}, dotted);
    if (field.y(ends->b) - clear > to.y + 4)
        canvas.rule(Layer::grid, {to.x, to.y + 4}, {to.x, field.y(ends->b) - clear}, dotted);
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
    // Outside the marks where the plot leaves room at the left, else on the line wherever no mark stands.
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
    const auto category = category_of(chart, annotation.category);
    if (!category) return canvas.dropped(annotation.text);
    const double x = field.x_of(*category), bottom = field.y.from;
    const Label label = canvas.measure(annotation.text, canvas.label_look().in(canvas.inks().text));
    const double top = std::min(field.y.to, field.y.from);
    for (const double y : {top + label.cap, top + label.cap + 10 * canvas.unit()}) {
        for (const Anchor anchor : {Anchor::left, Anchor::right}) {
            const base::Point at{x + (anchor == Anchor::left ? 3 : -3), y};
            const base::Rect place = canvas.place(label, at, anchor);
            if (!canvas.is_free(place) || !canvas.is_inside(place, field.height)) continue;
            canvas.add(Layer::grid,
                       stroked(polyline({{x, y - label.cap}, {x, bottom}}), canvas.inks().quiet_text, 0.6, {1.2, 1.8}));
            return canvas.put(label, at, anchor);
        }
    }
    canvas.dropped(annotation.text);
}

void draw_band(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    if (annotation.ends.size() != 2) return;
    const auto from = category_of(chart, annotation.ends[0]), to = category_of(chart, annotation.ends[1]);
    if (!from || !to) return canvas.dropped(annotation.text);
    const double half = field.half_mark * 1.3;
    const double left = field.x_of(*from) - half, right = field.x_of(*to) + half;
    const double top = std::min(field.y.to, field.y.from), bottom = std::max(field.y.to, field.y.from);
    canvas.add(Layer::ground, filled(rectangle({left, top, right - left, bottom - top}), canvas.inks().track));
    const Label label = canvas.measure(annotation.text, canvas.label_look().in(canvas.inks().text));
    const base::Point at{left + 3, top + label.cap + 3};
    if (canvas.is_free(canvas.place(label, at, Anchor::left)))
        canvas.put(label, at);
    else
        canvas.dropped(annotation.text);
}

void draw_callout(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto category = category_of(chart, annotation.category);
    const auto* series = series_of(chart, annotation.series);
    if (!category || !series || !series->values[*category].number) return canvas.dropped(annotation.text);
    const base::Point point{field.x_of(*category), field.y(*series->values[*category].number)};
    const Label label = canvas.measure(annotation.text, canvas.strong_look().in(canvas.inks().text));
    for (const double rise : {16.0, 26.0, 40.0, -22.0, -34.0}) {
        for (const double aside : {0.0, -label.width / 2 - 14, label.width / 2 + 14}) {
            const base::Point at{point.x + aside, point.y - rise};
            const base::Rect place = canvas.place(label, at, Anchor::center);
            if (!canvas.is_free(place) || !canvas.is_inside(place, field.height) || !canvas.is_off_lines(place))
                continue;
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
    canvas.dropped(annotation.text);
}

void draw_trend_over(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto* series = series_of(chart, annotation.series);
    std::vector<base::Point> points;
    for (std::size_t c = 0; series && c < series->values.size(); ++c)
        if (series->values[c].number) points.push_back({field.x_of(c), field.y(*series->values[c].number)});
    draw_trend(canvas, points, {field.left, 0, field.right - field.left, field.height});
}

/// Where an editor's own axes must stand for its marks to be where ours are: no place where its equal steps are not
/// ours.
void tell_plot(Canvas& canvas, const doc::Chart& chart, const Field& field) {
    constexpr double kNear = 1.5;
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

bool has(const doc::Chart& chart, Kind kind) {
    return std::any_of(chart.annotations.begin(), chart.annotations.end(),
                       [&](const auto& a) { return a.kind == kind; });
}

}  // namespace

double room_for_annotations(Canvas& canvas, const doc::Chart& chart) {
    double room = 0;
    for (const auto& annotation : chart.annotations) {
        if (annotation.kind != Kind::difference) continue;
        const auto ends = ends_of(chart, annotation);
        if (!ends) continue;
        const double width =
            canvas.measure(difference_words(canvas, chart, annotation, *ends), canvas.value_look()).width;
        room = std::max(room, width + 2 * kPillPad * canvas.unit() + kPillGap);
    }
    return room;
}

double height_for_annotations(const Canvas& canvas, const doc::Chart& chart) {
    return has(chart, Kind::cagr) ? kArrowRise * canvas.unit() : 0;
}

bool has_levels(const doc::Chart& chart) {
    return has(chart, Kind::cagr) || has(chart, Kind::difference) || has(chart, Kind::line);
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
    tell_plot(canvas, chart, field);
    canvas.annotating(true);
    for (const auto& annotation : chart.annotations) {
        switch (annotation.kind) {
            case Kind::difference:
                draw_difference(canvas, chart, annotation, field);
                break;
            case Kind::cagr:
                draw_growth(canvas, chart, annotation, field);
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
            case Kind::ratio:  // belongs to two number axes
                break;
        }
    }
    canvas.annotating(false);
}

}  // namespace precis::chart
