// chart/forms/stacked_bars.cpp: by total, percent or diverging; words inside where they fit.
// Stage: doc::Chart, rows -> STACKED BARS -> canvas.
#include "chart/forms/stacked_bars.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/marks/bar_mark.h"
#include "chart/marks/stack.h"
#include "chart/notes/level_lines.h"
#include "chart/scales/scale.h"

namespace precis::chart {
namespace {
constexpr double kValueGap = 4;

/// The furthest part of a row to one side; no label: it stands inside.
struct Outer {
    double end = 0;
    Label label;
};

}  // namespace

double draw_stacked_bars(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Rows& rows, double top) {
    const auto parts = stacked_parts(chart);
    const bool percent = chart.stack == "percent", totals = chart.totals || chart.stack == "total";
    double most = percent ? 100 : 1e-300, least = 0, total_width = 0;
    std::vector<Label> words;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            most = std::max(most, parts[s][c].to);
            least = std::min({least, parts[s][c].to, parts[s][c].from});
        }
        words.push_back(canvas.measure(
            number_words(total_of(chart, c), chart.format, decimals_of(chart), Unit::bare, canvas.locale()),
            canvas.value_look()));
        if (totals) total_width = std::max(total_width, words.back().width + kValueGap);
    }
    const Interval reach =
        canvas.common("values", percent ? Interval{least, most} : with_level_lines(chart, {least, most}));
    const ValueScale scale{reach, rows.label_width, frame.width - canvas.common("after", total_width), false};
    for (const auto& row : rows.rows) {
        draw_row_words(canvas, row, top);
        double furthest = scale.base();
        Outer before{scale.base(), {}}, behind = before;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto& value = chart.series[s].values[row.category];
            const Part& part = parts[s][row.category];
            const double a = scale(part.from), b = scale(part.to);
            furthest = std::max({furthest, a, b});
            if (!value.number || std::abs(b - a) < 0.05) continue;
            const Tone& tone = canvas.tones().series(s);
            const Look look = look_of(tone, value.status, canvas.tones());
            const double shift = std::abs(b - a) > 1.4 ? (b > a ? -0.7 : 0.7) : 0;
            draw_bar(canvas, {Lie::level, a, b + shift, top + row.middle - rows.bar / 2, rows.bar, false}, look,
                     tone.mark);
            if (chart.labels == "none") continue;
            const std::string number = part_words(chart, value, part, canvas.locale());
            const bool back = b < a;
            Outer& outer = back ? before : behind;
            if (back ? b <= outer.end : b >= outer.end)
                outer = {b, canvas.measure(number, canvas.value_look().in(tone.text))};
            if (look.hatch && !look.fill) continue;
            const Label label = canvas.measure(number, canvas.value_look());
            if (label.width + 4 > std::abs(b - a) || label.cap + 2 > rows.bar) continue;
            const base::Rect bar{std::min(a, b + shift), top + row.middle - rows.bar / 2, std::abs(b + shift - a),
                                 rows.bar};
            if (put_on_mark(canvas, number, look, bar)) outer.label = {};
        }
        // The part at either end has room beside it for a number that it can't hold.
        for (const auto* outer : {&before, &behind}) {
            const bool back = outer == &before;
            const base::Point at{outer->end + (back ? -kValueGap : kValueGap), top + row.middle + outer->label.cap / 2};
            const Anchor anchor = back ? Anchor::right : Anchor::left;
            const base::Rect place = canvas.place(outer->label, at, anchor);
            if (percent || (totals && !back) || place.x < rows.label_width || place.right() > frame.width) continue;
            if (canvas.is_free(place)) canvas.put(outer->label, at, anchor);
        }
        if (totals) {
            const Label& total = words[row.category];
            canvas.offer(total, {furthest + kValueGap, top + row.middle + total.cap / 2});
        }
    }
    // The middle of answers lies inside their bars and shows between them only.
    const bool inside = std::any_of(parts.begin(), parts.end(), [](const auto& of_series) {
        return std::any_of(of_series.begin(), of_series.end(),
                           [](const Part& part) { return part.from < -1e-9 && part.to > 1e-9; });
    });
    for (const auto& [from, to] : rows.runs)
        canvas.add(inside ? Layer::grid : Layer::rims,
                   stroked(polyline({{scale.base(), top + from}, {scale.base(), top + to}}), canvas.inks().ink, 0.75));
    draw_level_lines(canvas, chart, scale, top, top + rows.height);
    draw_row_references(canvas, chart, rows, scale, top);
    return top + rows.height + height_of_level_words(canvas, chart);
}

}  // namespace precis::chart
