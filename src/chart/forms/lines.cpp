// chart/forms/lines.cpp: lines, steps and areas over time or categories, named at their ends; stacked areas and
// streams. Stage: doc::Chart -> FORM line, area, step -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/axis_cut.h"
#include "chart/axes/band_axis.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/annotating.h"
#include "chart/canvas/shapes.h"
#include "chart/canvas/thinned.h"
#include "chart/forms/forms.h"
#include "chart/forms/line_sheet.h"
#include "chart/labels/series_key.h"
#include "chart/marks/line_mark.h"
#include "chart/notes/annotations.h"

namespace precis::chart {
namespace {

// Widths of lines: docs/design/looks.md#charts. Up to three plain lines may be a little wider.
constexpr double kLoud = 2, kPlain = 1.3, kFewPlain = 1.75;
constexpr std::size_t kFewLines = 3;
constexpr double kEndDot = 2.2, kLoudDot = 2.6;  // radius

/// The x of each category: by its day, its slot of the calendar, or its number.
std::vector<double> places_of(const doc::Chart& chart, const Slots& slots, double left, double right) {
    std::vector<double> xs;
    const double first = chart.periods.empty() ? 0 : chart.periods.front().begin_day;
    const double span = chart.periods.empty() ? 0 : chart.periods.back().begin_day - first;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        double share = 0.5;
        if (slots.kind == Slots::Kind::day && span > 0)
            share = (chart.periods[c].begin_day - first) / span;
        else if (slots.count > 1)
            share = static_cast<double>(slots.of[c]) / static_cast<double>(slots.count - 1);
        xs.push_back(left + (right - left) * std::clamp(share, 0.0, 1.0));
    }
    return xs;
}

std::size_t points_in(const std::vector<std::optional<LinePoint>>& points) {
    return static_cast<std::size_t>(
        std::count_if(points.begin(), points.end(), [](const auto& point) { return point.has_value(); }));
}

LineMark mark_of(Canvas& canvas, const LineSheet& sheet, std::size_t s) {
    const Tone& tone = canvas.tones().series(s);
    const auto& series = sheet.chart.series[s];
    LineMark mark;
    mark.color = tone.mark;
    mark.stepped = sheet.chart.form == vocabulary::Form::step;
    mark.width = tone.voice == Tone::Voice::loud || sheet.chart.series.size() == 1 ? kLoud : kPlain;
    if (tone.voice == Tone::Voice::plain && sheet.chart.series.size() <= kFewLines) mark.width = kFewPlain;
    for (std::size_t c = 0; c < series.values.size(); ++c) {
        const auto at = sheet.point(s, c);
        if (at && series.values[c].number) canvas.spot(*at, sheet.chart, s, c);
        if (!at)
            mark.points.emplace_back();
        else
            mark.points.push_back(LinePoint{*at, is_ahead(series.values[c].status)});
    }
    if (sheet.chart.bridges_gaps) mark.points = bridged(std::move(mark.points));
    mark.count = points_in(mark.points);
    mark.points = thinned(std::move(mark.points));
    if (sheet.chart.form == vocabulary::Form::area && sheet.chart.series.size() == 1) {
        mark.ground = sheet.y.base();
        mark.interval = !series.low.empty();
        mark.tint = sheet.chart.series.size() == 1 && tone.mark == canvas.tones().theme().primary
                        ? canvas.tones().theme().area
                        : base::mixed(tone.mark, canvas.inks().ground, 0.25);
    }
    return mark;
}

/// One part between two categories; hatched if the value at its end is not actual.
void draw_stretch(Canvas& canvas, const LineSheet& sheet, std::size_t s, std::size_t from, std::size_t to) {
    std::vector<base::Point> upper, lower;
    for (std::size_t c = from; c <= to; ++c) {
        upper.push_back({sheet.xs[c], sheet.y(sheet.parts[s][c].to)});
        lower.push_back({sheet.xs[c], sheet.y(sheet.parts[s][c].from)});
    }
    upper.insert(upper.end(), lower.rbegin(), lower.rend());
    constexpr double kAlone = 0.75;  // half the width of a stretch of one category
    if (from == to) {
        upper = {{sheet.xs[from] - kAlone, upper[0].y}, {sheet.xs[from] + kAlone, upper[0].y}};
        lower = {{sheet.xs[from] - kAlone, lower[0].y}, {sheet.xs[from] + kAlone, lower[0].y}};
    }
    const auto status = sheet.chart.series[s].values[to].status;
    const Look look = look_of(canvas.tones().series(s),
                              is_ahead(status) ? data::Status::forecast : data::Status::actual, canvas.tones());
    scene::Path path = painted(polygon(upper), look);
    path.stroke = scene::Stroke{canvas.inks().ground, 0.7, {}, false};
    canvas.add(Layer::marks, std::move(path));
}

/// Each part in stretches of actual values and of others, with gaps where no series has a value.
void draw_stacked_areas(Canvas& canvas, const LineSheet& sheet) {
    for (std::size_t s = 0; s < sheet.chart.series.size(); ++s) {
        for (std::size_t c = 0; c < sheet.xs.size(); ++c)
            if (sheet.chart.series[s].values[c].number)
                canvas.spot({sheet.xs[c], sheet.y(sheet.parts[s][c].to)}, sheet.chart, s, c);
        const auto& values = sheet.chart.series[s].values;
        std::size_t from = 0;
        bool open = false;  // a stretch has begun
        for (std::size_t c = 0; c < sheet.xs.size(); ++c) {
            if (is_without_values(sheet.chart, c)) {
                open = false;
                continue;
            }
            const bool begins = !open;
            if (begins) from = c;
            open = true;
            const bool last = c + 1 == sheet.xs.size() || is_without_values(sheet.chart, c + 1);
            const bool turns = !last && !begins && is_ahead(values[c].status) != is_ahead(values[c + 1].status);
            if (!last && !turns) continue;
            draw_stretch(canvas, sheet, s, from, c);
            from = c;
        }
    }
}

/// The interval of a series as a pale area behind its line, hatched if one of its values is a forecast.
void draw_intervals(Canvas& canvas, const LineSheet& sheet, std::size_t s) {
    const auto& series = sheet.chart.series[s];
    if (series.low.size() != series.values.size() || series.high.size() != series.values.size()) return;
    std::vector<base::Point> upper, lower;
    bool open = false;
    scene::Path path;
    const auto close = [&] {
        if (upper.size() > 1) {
            upper.insert(upper.end(), lower.rbegin(), lower.rend());
            const auto stretch = polygon(upper);
            path.steps.insert(path.steps.end(), stretch.begin(), stretch.end());
        }
        upper.clear();
        lower.clear();
    };
    for (std::size_t c = 0; c < series.values.size(); ++c) {
        const auto &low = series.low[c].number, &high = series.high[c].number, &value = series.values[c].number;
        if (!value && !(low && high)) {
            if (!sheet.chart.bridges_gaps) close();
            continue;
        }
        upper.push_back({sheet.xs[c], sheet.y(high ? *high : *value)});
        lower.push_back({sheet.xs[c], sheet.y(low ? *low : *value)});
        open = open || is_open(series.values[c].status);
    }
    close();
    if (path.steps.empty()) return;
    const auto& color = canvas.tones().series(s).mark;
    const auto& ground = canvas.inks().ground;
    if (open)
        path.hatch = scene::Hatch{base::mixed(color, ground, 0.42), base::mixed(color, ground, 0.08), 5.2, 0.9};
    else
        path.fill = base::mixed(color, ground, 0.16);
    canvas.add(Layer::marks, std::move(path));
}

/// Lines with their intervals, end dots and marked points; loud series over the others. Thinning is stated in the note.
void draw_series(Canvas& canvas, const LineSheet& sheet) {
    const doc::Chart& chart = sheet.chart;
    std::size_t drawn = 0, given = 0;
    for (const bool loud : {false, true}) {
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            if ((canvas.tones().series(s).voice == Tone::Voice::loud) != loud) continue;
            const LineMark mark = mark_of(canvas, sheet, s);
            given += mark.count;
            drawn += points_in(mark.points);
            draw_intervals(canvas, sheet, s);
            draw_line(canvas, mark);
            take_line(canvas, mark);
            const auto last = sheet.last(s);
            if (!last) continue;
            const auto& values = chart.series[s].values;
            draw_dot(canvas, *sheet.point(s, *last), mark.width >= kLoud ? kLoudDot : kEndDot, mark.color,
                     is_ahead(values[*last].status));
            for (std::size_t c = 0; c < *last; ++c) {
                // Of few points each has a dot; of many, the last actual one before a forecast.
                const bool turns = !is_ahead(values[c].status) && is_ahead(values[c + 1].status);
                if (sheet.point(s, c) && (has_few_points(chart) || turns))
                    draw_dot(canvas, *sheet.point(s, c), kLoudDot, mark.color, is_ahead(values[c].status));
            }
        }
    }
    if (sheet.y.is_cut()) draw_break(canvas, Lie::upright, sheet.y, sheet.left - 3, sheet.right + 3);
    if (drawn < given) canvas.state(thinned_words(canvas, given, drawn));
}

/// What the value axis must hold.
Interval reach_of(const doc::Chart& chart, const LineSheet& sheet) {
    if (sheet.stacked()) return chart.stack == vocabulary::Stack::percent ? Interval{0, 100} : stacked_extent_of(chart);
    return extent_of(chart, chart.form == vocabulary::Form::area);
}

/// Width of the words of the value axis, in a plot of about that height.
double width_of_axis(Canvas& canvas, const doc::Chart& chart, const LineSheet& sheet, Interval plot) {
    return value_axis(canvas, chart, reach_of(chart, sheet), plot.lo, plot.hi).words_width;
}

}  // namespace

double draw_lines(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double height = frame.wish.value_or(frame.usual), u = canvas.unit();
    LineSheet sheet{chart, {}, {}, {}, height, 0, 0};
    const bool percent = chart.stack == vocabulary::Stack::percent;
    if (chart.form == vocabulary::Form::area && chart.series.size() > 1 && chart.stack != vocabulary::Stack::none)
        sheet.parts = stacked_parts(chart);
    const double top =
        chart.legend == vocabulary::Legend::top && chart.series.size() > 1 ? draw_series_key(canvas, chart, 0, 0) : 0;
    const double aside = width_for_annotations(canvas, chart);
    const bool at_right = chart.y_axis.opposite;
    // The words of an axis at the right lie between the plot and the names of the lines.
    const double axis_room = at_right ? width_of_axis(canvas, chart, sheet, {top, height - 14 * u}) + 5 * u : 0;
    const double right = frame.width - canvas.common("ends", std::max(width_of_ends(canvas, sheet), 3.0)) -
                         (aside > 0 ? aside + 4 : 0) - (has_few_points(chart) ? 9 * u : 0) - axis_room;
    const Slots slots = slots_of(chart);
    const auto band_step = [&](double left) {
        return slots.count > 1 ? (right - left) / static_cast<double>(slots.count - 1) : right - left;
    };
    const auto ticks = slots.kind == Slots::Kind::plain ? AxisTicks::years : AxisTicks::every_word;
    const BandAxis sized = band_axis(canvas, chart, slots, band_step(18 * u), ticks);
    const double bottom = height - canvas.foot_room(sized.height);
    const Interval extent =
        canvas.common("values", percent && sheet.stacked() ? Interval{0, 100}
                                : sheet.stacked()          ? stacked_extent_of(chart)
                                                           : extent_of(chart, chart.form == vocabulary::Form::area));
    // Only the width of a stream has a meaning: it lies around the middle of the plot, without an axis.
    const bool stream = sheet.stacked() && chart.stack == vocabulary::Stack::stream;
    const ValueAxis axis = value_axis(canvas, chart, extent, top, bottom);
    const double half = extent.hi;
    sheet.y = stream ? ValueScale{{-half, half}, bottom - 2, top + 2} : axis.scale;
    const double left =
        (stream || at_right ? 0 : canvas.left_room(axis.words_width)) + (has_few_points(chart) ? 14 : 6) * u;
    sheet.xs = places_of(chart, slots, left, right);
    if (!stream) draw_value_axis(canvas, axis, 0, right + (has_few_points(chart) ? 9 * u : 0) + axis_room);
    if (!stream && sheet.y.domain.lo <= 0 && sheet.y.domain.hi >= 0 && !sheet.y.logarithmic)
        draw_baseline(canvas, 0, right + (has_few_points(chart) ? 9 * u : 0), sheet.y.base());
    else
        draw_baseline(canvas, 0, right, bottom);

    sheet.left = left;
    sheet.right = right;
    if (sheet.stacked())
        draw_stacked_areas(canvas, sheet);
    else
        draw_series(canvas, sheet);
    {
        const Annotating annotating(canvas, sheet.stacked() && !stream);  // an editor has no words beside its areas
        label_ends(canvas, sheet, {right, axis_room});
    }
    label_points(canvas, sheet);
    BandAxis words = band_axis(canvas, chart, slots, band_step(left), ticks);
    if (!canvas.panel().foot_words) words.words.clear();
    const auto x_of_slot = [&](std::size_t slot) {
        if (slots.kind == Slots::Kind::plain || slots.kind == Slots::Kind::day) return sheet.xs[slot];
        return left + (right - left) *
                          (slots.count > 1 ? static_cast<double>(slot) / static_cast<double>(slots.count - 1) : 0.5);
    };
    const auto x_of_day = [&](double day) {
        const double first = chart.periods.front().begin_day, span = chart.periods.back().begin_day - first;
        return left + (right - left) * (span > 0 ? (day - first) / span : 0.5);
    };
    draw_band_axis(canvas, words, {bottom, height}, x_of_slot, x_of_day);
    draw_annotations(canvas, chart, {[&](std::size_t c) { return sheet.xs[c]; }, sheet.y, 0, left, right, height});
    return height;
}

}  // namespace precis::chart
