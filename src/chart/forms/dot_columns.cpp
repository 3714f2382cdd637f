// chart/forms/dot_columns.cpp: columns of dots, one for each counted thing, series on one another, without an axis of
// values. All dots have one size, so heights and areas are in proportion to counts.
// Stage: doc::Chart -> FORM column with `dots:` -> canvas.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "chart/axes/band_axis.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/forms/forms.h"
#include "chart/labels/series_key.h"
#include "chart/marks/stack.h"
#include "chart/notes/annotations.h"
#include "chart/scales/lookup.h"
#include "diag/codes.h"
#include "scene/shapes.h"

namespace precis::chart {
namespace {

constexpr double kDot = 0.37;      // radius of a dot, of the distance of two; by eye
constexpr double kFinest = 1;      // distance of two dots, points: below it they are a grey
constexpr double kWidest = 12;     // the same: few things do not become balls
constexpr double kLift = 3.1;      // from the highest dot to the words over it
constexpr double kBelowKey = 4;    // from the key to the highest words
constexpr double kBesideWord = 4;  // from a number to its period

/// The columns: how many dots each has, and where.
struct DotGrid {
    const doc::Chart& chart;
    const Slots& slots;
    BandScale band;
    double bottom = 0, step = 0;

    std::size_t count(std::size_t s, std::size_t c) const {
        return static_cast<std::size_t>(chart.series[s].values[c].number.value_or(0));
    }
    std::size_t total(std::size_t c) const {
        std::size_t sum = 0;
        for (std::size_t s = 0; s < chart.series.size(); ++s) sum += count(s, c);
        return sum;
    }
    double x(std::size_t c) const { return band.center(slots.of[c]); }
    double top(std::size_t c) const { return bottom - step * static_cast<double>(rows(total(c))); }
    std::size_t rows(std::size_t dots) const {
        const auto beside = static_cast<std::size_t>(chart.dots);
        return (dots + beside - 1) / beside;
    }
    double half_width() const { return step * chart.dots / 2; }
};

/// The category in which a series lies on top and is largest; none if it never does.
std::optional<std::size_t> place_of_name(const DotGrid& grid, std::size_t s) {
    std::optional<std::size_t> best;
    for (std::size_t c = 0; c < grid.chart.categories.size(); ++c) {
        bool on_top = grid.count(s, c) > 0;
        for (std::size_t above = s + 1; above < grid.chart.series.size(); ++above)
            on_top = on_top && grid.count(above, c) == 0;
        if (on_top && (!best || grid.count(s, c) > grid.count(s, *best))) best = c;
    }
    return best;
}

void draw_dots_of(Canvas& canvas, const DotGrid& grid) {
    std::map<std::pair<std::size_t, bool>, scene::Path> paths;  // one for all dots of a colour: a shape for editors
    const auto beside = static_cast<std::size_t>(grid.chart.dots);
    for (std::size_t c = 0; c < grid.chart.categories.size(); ++c) {
        std::size_t i = 0;
        for (std::size_t s = 0; s < grid.chart.series.size(); ++s) {
            const auto tone = canvas.tones().mark(s, c);
            auto& path = paths[{s, tone.voice == Tone::Voice::loud}];
            path.fill = tone.mark;
            if (const double rows = static_cast<double>(i + grid.count(s, c)) / static_cast<double>(beside);
                grid.count(s, c) > 0)
                canvas.spot({grid.x(c), grid.bottom - grid.step * std::ceil(rows)}, grid.chart, s, c);
            for (const auto end = i + grid.count(s, c); i < end; ++i) {
                const base::Point at{
                    grid.x(c) - grid.half_width() + grid.step * (static_cast<double>(i % beside) + 0.5),
                    grid.bottom - grid.step * (static_cast<double>(i / beside) + 0.5)};
                scene::append(path, scene::disc(at, grid.step * kDot, scene::kRoundedArc));
            }
        }
        if (grid.total(c) > 0)
            canvas.take({grid.x(c) - grid.half_width(), grid.top(c), 2 * grid.half_width(), grid.bottom - grid.top(c)});
    }
    for (auto& [of, path] : paths)
        if (!path.steps.empty()) canvas.add(Layer::marks, std::move(path));
}

/// Prints the sum over each column that `labels` asks for; without a wish over the highest one, with its period.
void label_dots(Canvas& canvas, const DotGrid& grid) {
    const auto& chart = grid.chart;
    if (chart.labels == vocabulary::Labels::none) return;
    std::vector<doc::Value> totals(chart.categories.size());
    for (std::size_t c = 0; c < totals.size(); ++c)
        if (!is_without_values(chart, c)) totals[c].number = static_cast<double>(grid.total(c));
    const auto found = extremes_of(totals);
    if (found.count == 0) return;
    const auto put = [&](std::size_t c, bool dated) {
        if (!totals[c].number) return;
        auto label = canvas.measure(number_words(*totals[c].number, chart.format, 0, Unit::bare, canvas.locale()),
                                    canvas.value_look());
        if (dated) label = canvas.joined(label, canvas.measure(chart.categories[c], canvas.label_look()), kBesideWord);
        canvas.offer(label, {canvas.center_inside(grid.x(c), label), grid.top(c) - kLift}, Anchor::center);
    };
    using vocabulary::Labels;
    if (chart.labels == Labels::automatic) return put(found.high, !chart.periods.empty());
    for (std::size_t c = 0; c < totals.size(); ++c) {
        const bool end = c == found.first || c == found.last, extreme = c == found.low || c == found.high;
        if (chart.labels == Labels::all || (chart.labels == Labels::ends ? end : extreme)) put(c, false);
    }
}

/// Names each series over the column that it crowns.
void name_series(Canvas& canvas, const DotGrid& grid) {
    for (std::size_t s = grid.chart.series.size(); s-- > 0;) {
        const auto place = place_of_name(grid, s);
        if (!place || grid.chart.series[s].name.empty()) continue;
        const auto look = canvas.strong_look().in(canvas.tones().series(s).text);
        const auto label = canvas.measure(grid.chart.series[s].name, look);
        const double x = canvas.center_inside(grid.x(*place), label);
        double y = grid.top(*place) - kLift;
        while (y > label.cap && !canvas.is_free(canvas.place(label, {x, y}, Anchor::center))) y -= 1;
        canvas.offer(label, {x, y}, Anchor::center);
    }
}

}  // namespace

double draw_dot_columns(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double height = frame.wish.value_or(frame.usual);
    const Slots slots = column_slots_of(chart);
    const double right = canvas.width() - width_for_annotations(canvas, chart);
    const double from = has_levels(chart) ? width_of_level_words(canvas, chart) : 0;
    DotGrid grid{chart, slots, {from, right, std::max<std::size_t>(slots.count, 1), 1}, 0, 0};
    const auto words = band_axis(canvas, chart, slots, grid.band.step(), AxisTicks::years);
    grid.bottom = height - canvas.foot_room(words.height);

    std::size_t highest = 1;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) highest = std::max(highest, grid.rows(grid.total(c)));
    bool named = chart.series.size() > 1 && chart.legend == vocabulary::Legend::direct;
    for (std::size_t s = 0; s < chart.series.size() && named; ++s) named = place_of_name(grid, s).has_value();
    double top = height_for_annotations(canvas, chart);
    if (chart.series.size() > 1 && !named) top += draw_series_key(canvas, chart, 0, 0) + kBelowKey;
    const double lines = (chart.labels == vocabulary::Labels::none ? 0 : 1) + (named ? 1 : 0);
    top += lines * (canvas.row_of(canvas.strong_look()) + kLift);
    grid.step = std::min({grid.band.step() / chart.dots, (grid.bottom - top) / static_cast<double>(highest), kWidest});
    if (grid.step < kFinest) {
        canvas.fail(diag::code::chart_not_available,
                    fmt::format("{} columns with up to {} rows of dots have no room here: the dots would be {:.1f} pt "
                                "apart, and need {:.0f} pt",
                                slots.count, highest, std::max(grid.step, 0.0), kFinest),
                    "count longer periods, give the chart more room, or remove `dots:`");
        return height;
    }
    draw_dots_of(canvas, grid);
    label_dots(canvas, grid);
    if (named) name_series(canvas, grid);
    draw_baseline(canvas, from, right, grid.bottom);
    if (canvas.panel().foot_words)
        draw_band_axis(canvas, words, {grid.bottom, height}, [&](std::size_t slot) { return grid.band.center(slot); });
    const double most = static_cast<double>(highest) * chart.dots;
    const ValueScale scale{{0, most}, grid.bottom, grid.bottom - grid.step * static_cast<double>(highest), false};
    draw_annotations(canvas, chart,
                     {[&](std::size_t c) { return grid.x(c); }, scale, grid.half_width(), from, right, height});
    return height;
}

}  // namespace precis::chart
