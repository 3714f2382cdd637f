// chart/forms/dots.cpp: dots, lollipops and dumbbells in rows over an upright grid.
// Stage: doc::Chart -> PRESET dot, lollipop, dumbbell -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/axis_cut.h"
#include "chart/axes/rows.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/presets.h"
#include "chart/labels/series_key.h"
#include "chart/marks/line_mark.h"
#include "chart/notes/level_lines.h"
#include "chart/scales/scale.h"

namespace precis::chart {
namespace {

constexpr double kRadius = 4;

std::string change_words(const Canvas& canvas, const doc::Chart& chart, double change) {
    auto format = chart.format;
    if (format.unit == "percent") format.unit = "pp";
    const auto words = number_words(std::abs(change), format, decimals_of(chart), Unit::bare, canvas.locale());
    return (change < 0 ? "−" : change > 0 ? "+" : "") + words;
}

/// The names of both ends over the first row's dots, in their looks, pushed off each other.
void draw_heads(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double baseline, double left) {
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const auto &a = chart.series[0].values[c].number, &b = chart.series[1].values[c].number;
        if (!a || !b) continue;
        const Label first = canvas.measure(chart.series[0].name, canvas.label_look());
        const Label second =
            canvas.measure(chart.series[1].name, canvas.strong_look().in(canvas.tones().theme().primary));
        const double xa = x(*a), xb = x(*b);
        const double middle = (xa + xb) / 2, air = (first.width + second.width) / 2 + 6;
        const double half = std::max(std::abs(xb - xa), air) / 2;
        const bool rises = xb >= xa;
        // The left one keeps within the canvas, the right one clear of it and within too.
        const Label &a_side = rises ? first : second, &b_side = rises ? second : first;
        const double most = canvas.width() - b_side.width - 6 - a_side.width / 2;
        const double at_a = std::clamp(middle - half, left + a_side.width / 2, std::max(left + a_side.width / 2, most));
        const double at_b =
            std::clamp(middle + half, at_a + a_side.width / 2 + 6 + b_side.width / 2,
                       std::max(at_a + a_side.width / 2 + 6 + b_side.width / 2, canvas.width() - b_side.width / 2));
        canvas.offer(a_side, {at_a, baseline}, Anchor::center);
        canvas.offer(b_side, {at_b, baseline}, Anchor::center);
        return;
    }
}

void draw_pair(Canvas& canvas, const doc::Chart& chart, const Row& row, const ValueScale& x, double y) {
    const auto &from = chart.series[0].values[row.category], &to = chart.series[1].values[row.category];
    const auto& theme = canvas.tones().theme();
    const bool falls = from.number && to.number && *to.number < *from.number;
    const base::Color color = falls ? theme.highlight : theme.primary;
    if (from.number && to.number) {
        const double xa = x(*from.number), xb = x(*to.number);
        const double way = xb >= xa ? 1 : -1;
        if (std::abs(xb - xa) > kRadius)
            canvas.add(Layer::marks, stroked(polyline({{xa + way * kRadius, y}, {xb, y}}), color, 2));
    }
    if (from.number) {
        scene::Path ring = stroked(disc({x(*from.number), y}, kRadius - 0.4), canvas.inks().quiet_mark, 1.5);
        ring.fill = canvas.inks().ground;
        canvas.add(Layer::marks, std::move(ring));
    }
    if (to.number) draw_dot(canvas, {x(*to.number), y}, kRadius, color, is_ahead(to.status));
    std::string words = "–";
    if (from.number && to.number) words = change_words(canvas, chart, *to.number - *from.number);
    const base::Color text = words == "–" ? canvas.inks().quiet_text : canvas.tones().readable(color);
    const Label label = canvas.measure(words, canvas.value_look().in(text));
    canvas.offer(label, {canvas.width(), y + label.cap / 2}, Anchor::right);
}

void draw_single(Canvas& canvas, const doc::Chart& chart, const Row& row, const ValueScale& x, double y) {
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const auto& value = chart.series[s].values[row.category];
        if (is_absent(value)) continue;
        Tone tone = canvas.tones().mark(s, row.category);
        if (value.status == data::Status::previous) tone.mark = canvas.tones().theme().previous;
        const double at = value.number ? x(*value.number) : x.from;
        double from = at - kRadius, to = at + kRadius;
        if (value.number) {
            if (chart.type == "lollipop")
                canvas.add(Layer::marks, stroked(polyline({{x.base(), y}, {at, y}}), tone.mark, 1.5));
            const auto &low = chart.series[s].low, &high = chart.series[s].high;
            if (row.category < low.size() && row.category < high.size() && low[row.category].number &&
                high[row.category].number) {
                from = std::min(from, x(*low[row.category].number));
                to = std::max(to, x(*high[row.category].number));
                canvas.add(Layer::marks,
                           stroked(polyline({{x(*low[row.category].number), y}, {x(*high[row.category].number), y}}),
                                   tone.mark, 1.2));
            }
            draw_dot(canvas, {at, y}, chart.series.size() > 1 ? 3.4 : kRadius, tone.mark, is_ahead(value.status));
        }
        if (chart.labels == "none" || chart.series.size() > 1) continue;
        const Label label = canvas.measure(value_words(value, chart.format, Unit::bare, canvas.locale()),
                                           canvas.value_look().in(tone.text));
        const bool down = value.number.value_or(0) < 0;
        const double edge = !value.number ? at : down ? from : to;  // beyond the dot and its interval
        const base::Point place{edge + (down ? -4 : 4), y + label.cap / 2};
        canvas.offer(label, place, down ? Anchor::right : Anchor::left);
    }
}

}  // namespace

double draw_dots(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit();
    const bool pair = chart.type == "dumbbell" && chart.series.size() == 2;
    double top = 0;
    if (pair)
        top = 13 * u;
    else if (chart.series.size() > 1)
        top = draw_series_key(canvas, chart, 0, 0);
    const double foot = canvas.foot_room(13 * u);
    const Rows rows = rows_of(
        canvas,
        [&] {
            doc::Chart one = chart;  // dots of one row lie on each other: the row is as high as one
            one.stack = "total";
            return one;
        }(),
        frame.wish ? std::optional(*frame.wish - top - foot) : std::nullopt, frame.usual - top - foot);
    double aside = kRadius + 1;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        if (pair) {
            const auto &a = chart.series[0].values[c].number, &b = chart.series[1].values[c].number;
            if (a && b)
                aside = std::max(aside,
                                 canvas.measure(change_words(canvas, chart, *b - *a), canvas.value_look()).width + 10);
        } else if (chart.series.size() == 1) {
            const auto words = value_words(chart.series[0].values[c], chart.format, Unit::bare, canvas.locale());
            aside = std::max(aside, canvas.measure(words, canvas.value_look()).width + kRadius + 5);
        }
    }
    aside = canvas.common("aside", aside);
    const Interval extent = canvas.common("values", extent_of(chart, chart.type == "lollipop" || pair));
    const bool logarithmic = chart.scale == "log" && extent.lo > 0;
    const double left = rows.label_width + (extent.lo < 0 ? aside : 2), right = frame.width - aside;
    const int wanted = std::clamp(static_cast<int>((right - left) / (36 * u)), 1, 5);
    const AxisCut cut = axis_cut(canvas, chart);
    const Ticks ticks = logarithmic    ? log_ticks(extent)
                        : cut.is_cut() ? cut_ticks(cut, extent, wanted)
                                       : nice_ticks(extent, wanted);
    const ValueScale x =
        cut.applied({{ticks.values.front(), ticks.values.back()}, left, right, logarithmic, chart.scale == "sqrt"});
    const double bottom = top + rows.height;
    // Their words come first: round numbers of the axis give way to them.
    draw_level_lines(canvas, chart, x, top, bottom);
    if (cut.is_cut()) draw_break(canvas, Lie::level, x, top, bottom);
    for (const double tick : ticks.values) {
        const double at = x(tick);
        const bool zero = tick == 0;
        canvas.rule(zero ? Layer::rims : Layer::grid, {at, top}, {at, bottom},
                    {zero ? canvas.inks().ink : canvas.inks().grid, zero ? 0.75 : 0.5, {}, false});
        auto format = chart.format;
        format.decimals = -1;
        const Label word =
            canvas.measure(number_words(tick, format, logarithmic ? -1 : ticks.decimals,
                                        tick == ticks.values.back() ? Unit::symbol : Unit::bare, canvas.locale()),
                           canvas.label_look());
        const double center = std::clamp(at, word.width / 2, frame.width - word.width / 2);
        if (canvas.panel().foot_words &&
            canvas.is_free(canvas.place(word, {center, bottom + 10.5 * u}, Anchor::center)))
            canvas.put(word, {center, bottom + 10.5 * u}, Anchor::center);
    }
    if (pair && canvas.panel().row_words) {
        const Label change = canvas.measure(canvas.word("change"), canvas.label_look());
        const base::Point at{canvas.width(), 7 * u};
        draw_heads(canvas, chart, x, 7 * u, 0);
        if (canvas.is_free(canvas.place(change, at, Anchor::right))) canvas.put(change, at, Anchor::right);
    }
    for (const auto& row : rows.rows) {
        draw_row_words(canvas, row, top);
        if (pair)
            draw_pair(canvas, chart, row, x, top + row.middle);
        else
            draw_single(canvas, chart, row, x, top + row.middle);
    }
    draw_row_references(canvas, chart, rows, x, top);
    return bottom + foot;
}

}  // namespace precis::chart
