// chart/forms/stacked_bars.cpp: level stacks by total or percent, or diverging; numbers inside the parts where they
// fit. Stage: doc::Chart, rows -> STACKED BARS -> canvas.
#include "chart/forms/stacked_bars.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/level_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/marks/bar_mark.h"
#include "chart/marks/stack.h"
#include "chart/notes/level_lines.h"
#include "chart/notes/row_references.h"
#include "chart/scales/lookup.h"
#include "chart/scales/scale.h"

namespace precis::chart {
namespace {
constexpr double kValueGap = 4;
constexpr double kParting = 0.7;   // white between parts: docs/design/looks.md#charts
constexpr double kVisible = 0.05;  // thinner parts are not drawn

/// The outermost part of a row at one side.
struct Outer {
    double end = 0;
    Label label;  // of its number; empty: printed inside the part
};

/// What all rows share.
struct StackedRows {
    const doc::Chart& chart;
    const Rows& rows;
    const std::vector<std::vector<Part>>& parts;
    const ValueScale& scale;
    double top = 0, right = 0;

    bool percent() const { return chart.stack == vocabulary::Stack::percent; }
    bool totals() const { return shows_totals(chart); }
    double middle(const Row& row) const { return top + row.middle; }
};

/// Reports a number that finds no place; without `labels: all` low parts are meant to have none.
void drop(Canvas& canvas, const doc::Chart& chart, const Label& label) {
    if (chart.labels == vocabulary::Labels::all && !label.empty()) canvas.dropped(label.text);
}

/// Draws one part; prints its number inside if it fits, else keeps it with the outermost part of that side.
void draw_part(Canvas& canvas, const StackedRows& stack, const Row& row, std::size_t s, Outer& outer) {
    const auto& value = stack.chart.series[s].values[row.category];
    const Part& part = stack.parts[s][row.category];
    const double a = stack.scale(part.from), b = stack.scale(part.to);
    const Tone& tone = canvas.tones().series(s);
    const Look look = look_of(tone, value.status, canvas.tones());
    const double shift = std::abs(b - a) > 2 * kParting ? (b > a ? -kParting : kParting) : 0;
    const double begin = stack.middle(row) - stack.rows.bar / 2;
    canvas.spot({(a + b) / 2, begin + stack.rows.bar / 2}, stack.chart, s, row.category);
    draw_bar(canvas, {Lie::level, a, b + shift, begin, stack.rows.bar, false}, look, tone.mark);
    if (!wants_label(stack.chart, s, row.category)) return;
    // Without totals the parts of the first row have the unit.
    const bool units = !stack.totals() && &row == &stack.rows.rows.front();
    const Unit unit = units ? total_unit(stack.chart, 0) : Unit::bare;
    std::string number = part_words(stack.chart, value, part, canvas.locale(), unit);
    if (canvas.measure(number, canvas.value_look()).width + 4 > std::abs(b - a))
        number = part_words(stack.chart, value, part, canvas.locale());
    if (b < a ? b <= outer.end : b >= outer.end) {
        drop(canvas, stack.chart, outer.label);
        outer = {b, canvas.measure(number, canvas.value_look().in(tone.text))};
    }
    if (look.hatch && !look.fill) return;
    const Label label = canvas.measure(number, canvas.value_look());
    if (label.width + 4 > std::abs(b - a) || label.cap + 2 > stack.rows.bar) return;
    const base::Rect bar{std::min(a, b + shift), begin, std::abs(b + shift - a), stack.rows.bar};
    if (put_on_mark(canvas, number, look, bar)) outer.label = {};
}

/// Prints the number of an outermost part beside it, unless a total takes that place.
void put_outer(Canvas& canvas, const StackedRows& stack, const Row& row, const Outer& outer, Anchor anchor) {
    const bool back = anchor == Anchor::right;
    const base::Point at{outer.end + (back ? -kValueGap : kValueGap), stack.middle(row) + outer.label.cap / 2};
    const base::Rect place = canvas.place(outer.label, at, anchor);
    const bool taken = stack.percent() || (stack.totals() && !back);
    const bool outside = place.x < stack.rows.label_width || place.right() > stack.right;
    if (taken || outside || !canvas.is_free(place)) return drop(canvas, stack.chart, outer.label);
    canvas.put(outer.label, at, anchor);
}

/// Draws all parts of a row; returns the x of the one that is farthest right.
double draw_parts(Canvas& canvas, const StackedRows& stack, const Row& row) {
    double farthest = stack.scale.base();
    Outer before{farthest, {}}, behind = before;
    for (std::size_t s = 0; s < stack.chart.series.size(); ++s) {
        const Part& part = stack.parts[s][row.category];
        const double a = stack.scale(part.from), b = stack.scale(part.to);
        farthest = std::max({farthest, a, b});
        if (!stack.chart.series[s].values[row.category].number || std::abs(b - a) < kVisible) continue;
        draw_part(canvas, stack, row, s, b < a ? before : behind);
    }
    put_outer(canvas, stack, row, before, Anchor::right);
    put_outer(canvas, stack, row, behind, Anchor::left);
    return farthest;
}

}  // namespace

double draw_stacked_bars(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Rows& rows, double top) {
    const auto parts = stacked_parts(chart);
    const bool percent = chart.stack == vocabulary::Stack::percent, totals = shows_totals(chart);
    double most = percent ? 100 : 1e-300, least = 0, total_width = 0;
    std::vector<Label> words;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            most = std::max(most, parts[s][c].to);
            least = std::min({least, parts[s][c].to, parts[s][c].from});
        }
        words.push_back(canvas.measure(
            number_words(total_of(chart, c), chart.format, decimals_of(chart), total_unit(chart, c), canvas.locale()),
            canvas.value_look()));
        if (totals) total_width = std::max(total_width, words.back().width + kValueGap);
    }
    const Interval reach =
        canvas.common("values", percent ? Interval{least, most} : with_level_lines(chart, {least, most}));
    const ValueScale scale{reach, rows.label_width, frame.width - canvas.common("after", total_width), false};
    const StackedRows stack{chart, rows, parts, scale, top, frame.width};
    for (const auto& row : rows.rows) {
        draw_row_words(canvas, row, top);
        const double farthest = draw_parts(canvas, stack, row);
        if (!totals || is_without_values(chart, row.category)) continue;
        const Label& total = words[row.category];
        canvas.offer(total, {farthest + kValueGap, top + row.middle + total.cap / 2});
    }
    // Where bars cross the zero line, as those of answers do, it lies behind them.
    const bool inside = crosses_zero(chart);
    for (const auto& [from, to] : rows.runs)
        canvas.add(inside ? Layer::grid : Layer::rims,
                   stroked(polyline({{scale.base(), top + from}, {scale.base(), top + to}}), canvas.inks().ink, 0.75));
    draw_level_lines(canvas, chart, scale, top, top + rows.height);
    const auto& asked = value_axis_of(chart);
    if (asked.is_set()) {
        auto format = chart.format;
        if (percent) format.unit = "percent";
        draw_level_axis(canvas, level_axis_on(canvas, format, scale, reach, asked), top, top + rows.height);
    }
    record_rows(canvas, rows, scale, reach, top);
    draw_row_references(canvas, chart, rows, scale, top);
    const double foot = asked.is_set() && !asked.opposite ? kLevelFoot * canvas.unit() : 0;
    return top + rows.height + std::max(height_of_level_words(canvas, chart), foot);
}

}  // namespace precis::chart
