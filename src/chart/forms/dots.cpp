// chart/forms/dots.cpp: dots, lollipops and dumbbells in rows over upright gridlines.
// Stage: doc::Chart -> FORM dot, lollipop, dumbbell -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/axis_cut.h"
#include "chart/axes/level_axis.h"
#include "chart/axes/rows.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/forms/standing.h"
#include "chart/labels/series_key.h"
#include "chart/marks/line_mark.h"
#include "chart/notes/level_lines.h"
#include "chart/notes/row_references.h"
#include "chart/scales/lookup.h"
#include "chart/scales/scale.h"

namespace precis::chart {
namespace {

constexpr double kRadius = 4, kSmallRadius = 3.4;   // of dots; of several in a row
constexpr double kHeadRow = 13, kHeadBaseline = 7;  // of a dumbbell's heads, in units of the canvas
constexpr double kHeadAir = 6;                      // between the two heads

/// The names of a dumbbell's two series over the dots of the first row that has both, pushed apart.
void draw_heads(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double baseline) {
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const auto &a = chart.series[0].values[c].number, &b = chart.series[1].values[c].number;
        if (!a || !b) continue;
        const Label first = canvas.measure(chart.series[0].name, canvas.label_look());
        const Label second = canvas.measure(
            chart.series[1].name, canvas.strong_look().in(canvas.tones().readable(canvas.tones().theme().primary)));
        const double xa = x(*a), xb = x(*b);
        const double middle = (xa + xb) / 2, air = (first.width + second.width) / 2 + kHeadAir;
        const double half = std::max(std::abs(xb - xa), air) / 2;
        const bool rises = xb >= xa;
        // Both stay within the canvas: the left head leaves room for the right one, which keeps off it.
        const Label &left = rises ? first : second, &right = rises ? second : first;
        const double most = canvas.width() - right.width - kHeadAir - left.width / 2;
        const double left_x = std::clamp(middle - half, left.width / 2, std::max(left.width / 2, most));
        const double least = left_x + left.width / 2 + kHeadAir + right.width / 2;
        const double right_x = std::clamp(middle + half, least, std::max(least, canvas.width() - right.width / 2));
        canvas.offer(left, {left_x, baseline}, Anchor::center);
        canvas.offer(right, {right_x, baseline}, Anchor::center);
        return;
    }
}

/// A dumbbell: a ring, a dot, the bar between them, and the change at the right edge.
void draw_pair(Canvas& canvas, const doc::Chart& chart, const Row& row, const ValueScale& x, double y) {
    const auto &from = chart.series[0].values[row.category], &to = chart.series[1].values[row.category];
    const auto& theme = canvas.tones().theme();
    const bool falls = from.number && to.number && *to.number < *from.number;
    const base::Color color = falls ? theme.negative : theme.positive;
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
    if (from.number) canvas.spot({x(*from.number), y}, chart, 0, row.category);
    if (to.number) canvas.spot({x(*to.number), y}, chart, 1, row.category);
    if (!wants_label(chart, 1, row.category)) return;
    std::string words = "–";
    if (from.number && to.number) words = change_words(*to.number - *from.number, chart, canvas.locale());
    const base::Color text = words == "–" ? canvas.inks().quiet_text : canvas.tones().readable(color);
    const Label label = canvas.measure(words, canvas.value_look().in(text));
    canvas.offer(label, {canvas.width(), y + label.cap / 2}, Anchor::right);
}

/// The dots of all series in a row; a single series has its intervals, stems and values.
void draw_single(Canvas& canvas, const doc::Chart& chart, const Row& row, const ValueScale& x, double y) {
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const auto& value = chart.series[s].values[row.category];
        if (is_absent(value)) continue;
        Tone tone = canvas.tones().mark(s, row.category);
        if (value.status == data::Status::previous) tone.mark = canvas.tones().theme().previous;
        const double at = value.number ? x(*value.number) : x.from;
        double from = at - kRadius, to = at + kRadius;
        if (value.number) {
            if (chart.form == vocabulary::Form::lollipop)
                canvas.add(Layer::marks, stroked(polyline({{x.base(), y}, {at, y}}), tone.mark, 1.5));
            if (const auto interval = interval_of(chart.series[s], row.category)) {
                const double low = x(interval->lo), high = x(interval->hi);
                from = std::min(from, low);
                to = std::max(to, high);
                canvas.add(Layer::marks, stroked(polyline({{low, y}, {high, y}}), tone.mark, 1.2));
            }
            canvas.spot({at, y}, chart, s, row.category);
            draw_dot(canvas, {at, y}, chart.series.size() > 1 ? kSmallRadius : kRadius, tone.mark,
                     is_ahead(value.status));
        }
        if (!wants_label(chart, s, row.category) || chart.series.size() > 1) continue;
        const Label label = canvas.measure(value_words(value, chart.format, Unit::bare, canvas.locale()),
                                           canvas.value_look().in(tone.text));
        const bool down = value.number.value_or(0) < 0;
        const double edge = !value.number ? at : down ? from : to;  // beyond the dot and its interval
        const base::Point place{edge + (down ? -4 : 4), y + label.cap / 2};
        canvas.offer(label, place, down ? Anchor::right : Anchor::left);
    }
}

/// Room for the words right of the dots.
double room_for_words(Canvas& canvas, const doc::Chart& chart, bool pair) {
    double room = kRadius + 1;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        if (pair) {
            const auto &a = chart.series[0].values[c].number, &b = chart.series[1].values[c].number;
            if (!a || !b) continue;
            const auto words = change_words(*b - *a, chart, canvas.locale());
            room = std::max(room, canvas.measure(words, canvas.value_look()).width + 10);
        } else if (chart.series.size() == 1) {
            const auto words = value_words(chart.series[0].values[c], chart.format, Unit::bare, canvas.locale());
            room = std::max(room, canvas.measure(words, canvas.value_look()).width + kRadius + 5);
        }
    }
    return room;
}

}  // namespace

double draw_dots(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    if (!is_lying(chart)) return draw_standing(canvas, chart, frame);
    const double u = canvas.unit();
    const bool pair = chart.form == vocabulary::Form::dumbbell && chart.series.size() == 2;
    double top = 0;
    if (pair)
        top = kHeadRow * u;
    else if (chart.series.size() > 1)
        top = draw_series_key(canvas, chart, 0, 0);
    if (value_axis_of(chart).opposite) top += kLevelFoot * u;
    const bool bare_foot = value_axis_of(chart).opposite && !has_level_lines(chart);
    const double foot = bare_foot ? 0 : canvas.foot_room(kLevelFoot * u);
    doc::Chart overlaid = chart;  // dots of one row lie on one line, like parts of a stack
    overlaid.stack = vocabulary::Stack::total;
    const auto wish = frame.wish ? std::optional(*frame.wish - top - foot) : std::nullopt;
    const Rows rows = rows_of(canvas, overlaid, wish, frame.usual - top - foot);
    const double aside = canvas.common("aside", room_for_words(canvas, chart, pair));
    const Interval extent = canvas.common("values", extent_of(chart, chart.form == vocabulary::Form::lollipop || pair));
    LevelAxisWish axis_wish{extent, rows.label_width + (extent.lo < 0 ? aside : 2), frame.width - aside};
    axis_wish.logarithmic = chart.scale == vocabulary::Scale::log && extent.lo > 0;
    axis_wish.rooted = chart.scale == vocabulary::Scale::sqrt;
    axis_wish.cut = axis_cut(canvas, chart);
    axis_wish.shortens = false;
    axis_wish.asked = &value_axis_of(chart);
    LevelAxis axis = level_axis(canvas, chart.format, axis_wish);
    axis.word_air = 0;
    const ValueScale& x = axis.scale;
    const double bottom = top + rows.height;
    // The words of reference lines come first: words of ticks that would meet them are left out.
    draw_level_lines(canvas, chart, x, top, bottom);
    if (x.is_cut()) draw_break(canvas, Lie::level, x, top, bottom);
    draw_level_axis(canvas, axis, top, bottom);
    if (pair && canvas.panel().row_words) {
        const Label change = canvas.measure(canvas.word("change"), canvas.label_look());
        const base::Point at{canvas.width(), kHeadBaseline * u};
        draw_heads(canvas, chart, x, kHeadBaseline * u);
        if (canvas.is_free(canvas.place(change, at, Anchor::right))) canvas.put(change, at, Anchor::right);
    }
    for (const auto& row : rows.rows) {
        draw_row_words(canvas, row, top);
        if (pair)
            draw_pair(canvas, chart, row, x, top + row.middle);
        else
            draw_single(canvas, chart, row, x, top + row.middle);
    }
    record_rows(canvas, rows, x, x.domain, top);
    draw_row_references(canvas, chart, rows, x, top);
    return bottom + foot;
}

}  // namespace precis::chart
