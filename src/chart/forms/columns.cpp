// chart/forms/columns.cpp: upright columns: simple, grouped, stacked by total or percent, along categories or time;
// with lines, growth, variances and rows of numbers. Stage: doc::Chart -> FORM column -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/axis_cut.h"
#include "chart/axes/band_axis.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/forms/line_over.h"
#include "chart/labels/data_row.h"
#include "chart/labels/series_key.h"
#include "chart/marks/bar_mark.h"
#include "chart/marks/stack.h"
#include "chart/marks/variance.h"
#include "chart/notes/annotations.h"
#include "chart/notes/growth_column.h"
#include "chart/scales/lookup.h"

namespace precis::chart {
namespace {

constexpr double kShare = 0.68, kGroupShare = 0.78;       // of their step: docs/design/looks.md#charts
constexpr double kLift = 3.1;                             // from a column to the baseline of its value
constexpr double kTotalLift = 4.2, kTotalRow = 4.4;       // of a stack's total; room over the stacks, beside the size
constexpr double kParting = 0.7;                          // between the columns of a group
constexpr double kWhiskerFoot = 0.4, kMostFoot = 7;       // of a column's width; points
constexpr double kVarianceBar = 0.5, kMostVariance = 14;  // of a column's width; units of the canvas

/// Edges of the plot; it shrinks while room is set aside for other parts.
struct Room {
    double right = 0, top = 0, bottom = 0;
};

bool is_stacked(const doc::Chart& chart) {
    return chart.series.size() > 1 &&
           (chart.stack == vocabulary::Stack::total || chart.stack == vocabulary::Stack::percent ||
            chart.stack == vocabulary::Stack::diverging);
}

/// Columns side by side, and what their drawing needs.
struct Columns {
    const doc::Chart& chart;
    const Slots& slots;
    const BandScale& band;
    const ValueAxis& axis;
    double height = 0;  // of the canvas over the rows of numbers

    std::size_t count() const { return chart.series.size(); }
    double depth() const { return band.width() / static_cast<double>(count()); }
    double width() const { return count() > 1 ? depth() - kParting : depth(); }
    double begin(std::size_t s, std::size_t c) const {
        return band.begin(slots.of[c]) + depth() * static_cast<double>(s);
    }
};

/// Where the value of a column is printed: at `end`, in `color`, if it is no wider than `room`.
struct ValuePlace {
    base::Point end;
    base::Color color;
    double room = 0;
};

/// Prints a value over its column, or under a column that goes down. False: it has no room.
bool label_column(Canvas& canvas, const Columns& columns, const doc::Value& value, const ValuePlace& place) {
    const TextLook look = canvas.value_look().in(place.color);
    const Label label = canvas.measure(value_words(value, columns.chart.format, Unit::bare, canvas.locale()), look);
    const bool down = value.number.value_or(0) < 0;
    const double lift = kLift + (is_open_ended(value.qualifier) && value.number ? kOpenEnd : 0);
    const base::Point at{place.end.x, down ? place.end.y + lift + label.cap : place.end.y - lift};
    const base::Rect box = canvas.place(label, at, Anchor::center);
    if (label.width > place.room || !canvas.is_free(box) || !canvas.is_inside(box, columns.height)) {
        canvas.dropped(label.text);
        return false;
    }
    canvas.put(label, at, Anchor::center);
    return true;
}

/// Whether all values are narrow enough to be printed over their columns.
bool all_fit(Canvas& canvas, const doc::Chart& chart, double room) {
    for (const auto& series : chart.series)
        for (const auto& value : series.values)
            if (canvas.measure(value_words(value, chart.format, Unit::bare, canvas.locale()), canvas.value_look())
                    .width > room)
                return false;
    return true;
}

void draw_column(Canvas& canvas, const Columns& columns, std::size_t s, std::size_t c) {
    const doc::Value& value = columns.chart.series[s].values[c];
    if (!value.number) return;
    const ValueScale& scale = columns.axis.scale;
    const double zero = scale.base(), y = scale(*value.number);
    const double begin = columns.begin(s, c), depth = columns.depth();
    const Tone tone = canvas.tones().mark(s, c);
    canvas.spot({begin + columns.width() / 2, y}, columns.chart, s, c);
    draw_bar(canvas, {Lie::upright, zero, y, begin, columns.width(), is_open_ended(value.qualifier)},
             look_of(tone, value.status, canvas.tones()), tone.mark);
    canvas.take({begin, std::min(y, zero), depth, std::abs(y - zero)});
    if (scale.is_cut() && *value.number > scale.cut.lo)
        draw_break(canvas, Lie::upright, scale, begin - 1.5, begin + columns.width() + 1.5);
    if (const auto interval = interval_of(columns.chart.series[s], c)) {
        const double a = scale(interval->lo), b = scale(interval->hi);
        draw_whisker(canvas, Lie::upright, a, b, begin + depth / 2, std::min(depth * kWhiskerFoot, kMostFoot));
        canvas.take({begin + depth / 2 - 2, std::min(a, b), 4, std::abs(a - b)});
    }
}

/// Prints all values if all fit. If not, `labels: auto` prints the loud ones and the last of a single series, and none
/// of grouped columns.
void label_columns(Canvas& canvas, const Columns& columns) {
    const auto& chart = columns.chart;
    const bool single = columns.count() == 1;
    const double room = single ? columns.band.step() - 1 : columns.depth() + 3;
    const bool all_labelled = chart.labels == vocabulary::Labels::all ||
                              canvas.common("unfit", all_fit(canvas, chart, room) ? 0.0 : 1.0) == 0;
    const ValueScale& scale = columns.axis.scale;
    for (std::size_t s = 0; s < columns.count(); ++s) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            const doc::Value& value = chart.series[s].values[c];
            const Tone tone = canvas.tones().mark(s, c);
            if (is_absent(value) || !wants_label(chart, s, c)) continue;
            const bool loud = tone.voice == Tone::Voice::loud, last = c + 1 == chart.categories.size();
            if (!all_labelled && chart.labels == vocabulary::Labels::automatic && !(single && (loud || last))) {
                if (!value.words.empty()) canvas.dropped(value.words);  // of `text:`, which the author asks for
                continue;
            }
            const double center =
                columns.band.begin(columns.slots.of[c]) + columns.depth() * (static_cast<double>(s) + 0.5);
            const auto& high = chart.series[s].high;
            const bool reaches = value.number && *value.number >= 0 && c < high.size() && high[c].number;
            const double reach = reaches ? std::max(*value.number, *high[c].number) : value.number.value_or(0);
            const base::Point end{center, value.number ? scale(reach) : scale.base()};
            if (label_column(canvas, columns, value, {end, tone.text, all_labelled ? room : columns.band.step() * 3}))
                canvas.printed(s, c);
        }
    }
}

void draw_apart(Canvas& canvas, const Columns& columns) {
    for (std::size_t s = 0; s < columns.count(); ++s)
        for (std::size_t c = 0; c < columns.chart.categories.size(); ++c) draw_column(canvas, columns, s, c);
    label_columns(canvas, columns);
}

/// Whether the values over columns, or the sums over stacks, have room side by side.
bool totals_fit(Canvas& canvas, const doc::Chart& chart, const Slots& slots, double right) {
    if (chart.labels == vocabulary::Labels::none) return false;
    const double step = right / static_cast<double>(std::max<std::size_t>(slots.count, 1));
    if (!is_stacked(chart)) return all_fit(canvas, chart, step - 1);
    for (std::size_t c = 0; c < chart.categories.size(); ++c)
        if (canvas
                .measure(number_words(total_of(chart, c), chart.format, -1, Unit::bare, canvas.locale()),
                         canvas.value_look())
                .width > step - 1)
            return false;
    return true;
}

}  // namespace

double draw_columns(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    if (chart.dots > 0) return draw_dot_columns(canvas, chart, frame);
    const bool direct = is_stacked(chart) && chart.legend == vocabulary::Legend::direct;
    if (direct && (chart.y_axis.opposite || (canvas.is_narrow() && !side_names_fit(canvas, chart)))) {
        // The axis takes the place of the names beside the last column, or these have none on a phone.
        doc::Chart keyed = chart;
        keyed.legend = vocabulary::Legend::top;
        return draw_columns(canvas, keyed, frame);
    }
    double height = frame.wish.value_or(frame.usual);
    const double u = canvas.unit();
    const Slots slots = column_slots_of(chart);
    const bool stacked = is_stacked(chart), percent = stacked && chart.stack == vocabulary::Stack::percent;
    const bool grouped = !stacked && chart.series.size() > 1;
    Room room{canvas.width() - width_for_annotations(canvas, chart), 0, height};
    if (grouped || (chart.legend == vocabulary::Legend::top && stacked))
        room.top += draw_series_key(canvas, chart, 0, 0);
    const double strip = room.top;
    room.top += depth_of_variance(canvas, chart, Lie::upright);
    room.top += height_for_annotations(canvas, chart);
    room.right -= stacked && chart.legend == vocabulary::Legend::direct ? width_of_side_names(canvas, chart) : 0;
    room.right -= width_of_line_name(canvas, chart);
    if (stacked) room.right -= width_of_growth(canvas, chart);
    const double rows = height_of_data_row(canvas, chart), row_names = width_of_data_row(canvas, chart);
    const double full_height = height;
    height -= rows;
    room.bottom = height;

    // The height of the axis's words depends on the step, the step on the width of the value words: this first pass
    // assumes a width, the second one below knows it.
    BandScale band{0, room.right, std::max<std::size_t>(slots.count, 1), grouped ? kGroupShare : kShare};
    BandAxis words =
        band_axis(canvas, chart, slots, (room.right - 16 * u) / static_cast<double>(band.count), AxisTicks::years);
    room.bottom = height - canvas.foot_room(words.height);
    const Interval extent = canvas.common("values", percent   ? Interval{0, 100}
                                                    : stacked ? stacked_extent_of(chart)
                                                              : with_line(chart, extent_of(chart, true)));
    if (stacked) room.top += canvas.value_look().size * 0.8 + kTotalRow + height_of_growth(canvas, chart);
    ValueAxis axis = value_axis(canvas, chart, extent, stacked ? room.top - 8 * u : room.top, room.bottom);
    if (!stacked && chart.labels != vocabulary::Labels::none) {
        // The values need room over the highest column, and between the lowest one and the words of the axis.
        const double rise = kLift + canvas.measure("0", canvas.value_look()).cap;
        const double over = canvas.common("over", std::max(room.top - (axis.scale(extent.hi) - rise - 0.2), 0.0));
        const double lowest = extent.lo < 0 ? axis.scale(extent.lo) + rise + 2 - room.bottom : 0;
        const double under = canvas.common("under", std::max(lowest, 0.0));
        if (over > 0 || under > 0) axis = value_axis(canvas, chart, extent, room.top + over, room.bottom - under);
    }
    // Where a phone has no room for the values, their axis stays.
    const bool unprinted = canvas.is_narrow() && !percent && !totals_fit(canvas, chart, slots, room.right);
    const bool quiet = !chart.y_axis.is_set() && (percent || stacked || has_levels(chart)) && !unprinted;
    if (quiet) {
        // Values are printed at the columns, so no grid and no axis words are needed: the columns take all the height.
        const Interval reach{std::min(extent.lo, 0.0), std::max(extent.hi, extent.lo < 0 ? 0.0 : 1e-300)};
        const double over = stacked ? 0 : canvas.value_look().size * 0.8 + kLift + 1;
        axis.scale =
            axis_cut(canvas, chart).applied({reach, room.bottom - (reach.lo < 0 ? over : 0), room.top + over, false});
        band.from = has_levels(chart) ? width_of_level_words(canvas, chart) : 0;
    } else {
        band.from = axis.at_right ? 0 : canvas.left_room(axis.words_width + 5 * u);
        band.to = room.right - (axis.at_right ? axis.words_width + 5 * u : 4);
    }
    band.from = std::max(band.from, row_names);
    const double axis_left = quiet ? band.from : 0;
    const auto draw_axis = [&] { draw_value_axis(canvas, axis, 0, room.right); };
    if (!quiet && !stacked) draw_axis();
    const auto x_of = [&](std::size_t c) { return band.center(slots.of[c]); };
    draw_line_over(canvas, chart, x_of, axis.scale, room.right);
    if (stacked) {
        const auto middles = draw_stack(canvas, chart, slots, band, axis.scale);
        const double last = percent ? 100 : std::max(total_of(chart, chart.categories.size() - 1), 0.0);
        draw_growth_column(canvas, chart, middles, axis.scale(last) - kTotalLift);
        if (!quiet) draw_axis();  // its words give way to those of the stacks
    } else {
        draw_apart(canvas, {chart, slots, band, axis, height});
    }
    // Where columns cross the zero line, as those of answers do, it lies behind them.
    if (stacked && crosses_zero(chart))
        canvas.add(Layer::grid, stroked(polyline({{axis_left, axis.scale.base()}, {room.right, axis.scale.base()}}),
                                        canvas.inks().ink, 0.75));
    else
        draw_baseline(canvas, axis_left, room.right, axis.scale.base());
    words = band_axis(canvas, chart, slots, band.step(), AxisTicks::years);
    if (canvas.panel().foot_words)
        draw_band_axis(canvas, words, {room.bottom, height}, [&](std::size_t slot) { return band.center(slot); });
    draw_data_row(canvas, chart, x_of, band.step(), height);
    draw_variance(canvas, chart,
                  {Lie::upright, strip, 0, std::min(band.width() * kVarianceBar, kMostVariance * u), x_of, axis_left,
                   room.right});
    draw_annotations(canvas, chart, {x_of, axis.scale, band.width() / 2, axis_left, room.right, height});
    return full_height;
}

}  // namespace precis::chart
