// chart/notes/arrows.cpp: a difference as an arrow between two dotted levels with its value in a pill; growth as an
// arrow over the plot with its rate in an ellipse. Stage: drawn plot -> ARROWS -> canvas.
#include "chart/notes/arrows.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/marks/stack.h"
#include "chart/scales/lookup.h"

namespace precis::chart {

std::optional<double> growth_a_year(const doc::Chart& chart, std::size_t from, std::size_t to, double a, double b) {
    constexpr double kDaysAYear = 365.2425;  // of the Gregorian calendar
    double years = static_cast<double>(to) - static_cast<double>(from);
    if (chart.periods.size() == chart.categories.size())
        years = (chart.periods[to].begin_day - chart.periods[from].begin_day) / kDaysAYear;
    if (years <= 0 || a <= 0 || b <= 0) return std::nullopt;
    const double rate = 100 * (std::pow(b / a, 1 / years) - 1);
    return std::isfinite(rate) ? std::optional(rate) : std::nullopt;
}

std::string rate_words(const Canvas& canvas, double rate) {
    constexpr double kFine = 9.95;  // rounds to 10.0
    locale::NumberFormat format;
    format.decimals = std::abs(rate) < kFine ? 1 : 0;
    format.signed_always = true;
    return canvas.locale().percent(canvas.locale().number(rate, format));
}

namespace {

// docs/design/looks.md#arrows-and-references: heads, pill height, strokes of both arrows. The paddings are by eye.
constexpr double kHead = 6.4, kHeadWidth = 5.6, kPillHeight = 16, kShaft = 1.25, kGrowthStroke = 1.2;
constexpr double kPillPad = 9, kPillGap = 5;
constexpr double kGrowthWide = 31, kGrowthHigh = 8;  // least half width and half height of the rate's ellipse

scene::Stroke dotted(const Canvas& canvas) {
    return {canvas.inks().quiet_mark, 0.7, {1.2, 1.8}, false};
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
    // Without a named series, a stack is compared by its totals.
    if (chart.series.size() > 1 && chart.stack == vocabulary::Stack::total && annotation.series.empty())
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
    const auto rate = growth_a_year(chart, ends.from, ends.to, ends.a, ends.b);
    return rate ? rate_words(canvas, *rate) + " " + canvas.word("a-year") : std::string();
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

}  // namespace

double width_of_differences(Canvas& canvas, const doc::Chart& chart) {
    double room = 0;
    for (const auto& annotation : chart.annotations) {
        if (annotation.kind != doc::Annotation::Kind::difference || annotation.each_series) continue;
        const auto ends = ends_of(chart, annotation);
        if (!ends) continue;
        const double width =
            canvas.measure(difference_words(canvas, chart, annotation, *ends), canvas.value_look()).width;
        room = std::max(room, width + 2 * kPillPad * canvas.unit() + kPillGap);
    }
    return room;
}

void draw_difference(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto ends = ends_of(chart, annotation);
    if (!ends) return;
    const auto& theme = canvas.tones().theme();
    const Label label = canvas.measure(difference_words(canvas, chart, annotation, *ends),
                                       canvas.value_look().in(theme.highlight_text));
    const double height = kPillHeight * canvas.unit(), half = label.width / 2 + kPillPad * canvas.unit();
    const double ya = field.y(ends->a), yb = field.y(ends->b);
    const double low = std::max(ya, yb), high = std::min(ya, yb), way = yb <= ya ? -1 : 1;
    double center = (low + high) / 2;
    const bool roomy = low - high >= height + kHead + 4;
    // The levels are too close for the pill: it moves over or under them, the arrow head stays between them.
    if (!roomy) center = high - height / 2 - 4 > height / 2 ? high - height / 2 - 4 : low + height / 2 + 4;
    center = std::clamp(center, height / 2 + 0.5, std::max(height / 2 + 0.5, field.height - height / 2 - 0.5));
    // The nearest place beside the columns that leaves the names of their parts free.
    double x = canvas.width() - half - 0.5;
    for (double near = field.right + kPillGap + half; canvas.is_narrow() && near < x; near += 4) {
        const double top = std::min(high, center - height / 2), bottom = std::max(low, center + height / 2);
        if (!canvas.is_free({near - half - 3, center - height / 2 - 3, 2 * half + 6, height + 6}) ||
            !canvas.is_free({near - kHeadWidth / 2 - 1, top, kHeadWidth + 2, bottom - top}))
            continue;
        x = near;
        break;
    }
    const double reach = x + 5;
    // Levels lie behind columns, but over areas.
    const Layer layer = field.half_mark > 0 ? Layer::grid : Layer::rims;
    canvas.rule(layer, {field.x_of(ends->from) + field.half_mark + 2, ya}, {reach, ya}, dotted(canvas));
    canvas.rule(layer, {field.x_of(ends->to) + field.half_mark + 4, yb}, {reach, yb}, dotted(canvas));
    if (roomy) {
        canvas.add(Layer::rims, stroked(polyline({{x, ya}, {x, yb - way * kHead * 0.8}}), theme.highlight, kShaft));
        canvas.add(Layer::rims, filled(arrow_head({x, ya}, {x, yb}, kHead, kHeadWidth), theme.highlight));
    } else if (low - high > 2) {
        canvas.add(Layer::rims,
                   filled(arrow_head({x, ya}, {x, yb}, std::min(kHead, low - high), kHeadWidth), theme.highlight));
    }
    put_pill(canvas, label, {x, center}, height, theme.highlight);
}

void draw_growth(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field) {
    const auto ends = ends_of(chart, annotation);
    if (!ends || ends->from == ends->to) return;
    const std::string words = growth_words(canvas, chart, annotation, *ends);
    if (words.empty()) return;
    const auto& data = canvas.tones().theme().primary;
    const Tone tone{data, canvas.tones().readable(data), Tone::Voice::loud};
    const Label label = canvas.measure(words, canvas.value_look().in(tone.text));
    const double u = canvas.unit();
    const base::Point a{field.x_of(ends->from), 20 * u}, b{field.x_of(ends->to), 8 * u};
    const base::Point from = ends->b >= ends->a ? a : base::Point{a.x, b.y},
                      to = ends->b >= ends->a ? b : base::Point{b.x, a.y};
    const base::Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
    const double rx = std::max(kGrowthWide * u, label.width / 2 + 8 * u), ry = kGrowthHigh * u;
    const double left = std::clamp(middle.x, rx + 0.6, std::max(rx + 0.6, canvas.width() - rx - 0.6));
    canvas.add(Layer::rims, stroked(polyline({from, to}), tone.mark, kGrowthStroke));
    canvas.add(Layer::rims, filled(arrow_head(from, to, kHead, kHeadWidth), tone.mark));
    scene::Path ring = stroked(ellipse({left, middle.y}, rx, ry), tone.mark, kGrowthStroke);
    ring.fill = canvas.inks().ground;
    canvas.add(Layer::rims, std::move(ring));
    canvas.put(label, {left, middle.y + label.cap / 2}, Anchor::center);
    const double clear = canvas.value_look().size + 4;
    canvas.rule(Layer::grid, {from.x, from.y}, {from.x, field.y(ends->a) - clear}, dotted(canvas));
    if (field.y(ends->b) - clear > to.y + 4)
        canvas.rule(Layer::grid, {to.x, to.y + 4}, {to.x, field.y(ends->b) - clear}, dotted(canvas));
}

}  // namespace precis::chart
