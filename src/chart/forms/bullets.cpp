// chart/forms/bullets.cpp: in each row a bar against its target, on grounds that reach to `low` and `high`.
// Stage: doc::Chart with target, low, high -> FORM bullet -> canvas.
// Source: S. Few, "Bullet Graph Design Specification", 2006.
#include <algorithm>
#include <cmath>

#include "chart/axes/level_axis.h"
#include "chart/axes/rows.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/marks/bar_mark.h"
#include "chart/notes/level_lines.h"
#include "chart/notes/row_references.h"
#include "chart/scales/lookup.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {
constexpr double kGap = 4, kTargetWidth = 2.6;
constexpr double kTall = 0.66, kDeep = 0.56;  // height of a row's grounds by its step; of its bar by that

/// A ground from zero to a number.
void draw_ground(Canvas& canvas, const ValueScale& x, double number, base::Rect row, const base::Color& color) {
    const double zero = x.base();
    row.x = std::min(zero, x(number));
    row.width = std::abs(x(number) - zero);
    canvas.add(Layer::ground, filled(rectangle(row), color));
}

/// The axis of the bullets. Its scale ends where the longest bar leaves room for its words, not at the last tick.
LevelAxis bullet_axis(Canvas& canvas, const doc::Chart& chart, Interval extent, double left, double aside) {
    LevelAxisWish wish{extent, left, canvas.width() - 2};
    wish.asked = &value_axis_of(chart);
    LevelAxis axis = level_axis(canvas, chart.format, wish);
    const double reach = std::max(canvas.width() - aside - left, 4.0);
    axis.scale = {extent.hi > extent.lo ? extent : Interval{0, 1}, left, left + reach, false};
    for (std::size_t i = axis.ticks.size(); i-- > 0;) {
        if (axis.ticks[i] <= axis.scale.domain.hi && axis.ticks[i] >= axis.scale.domain.lo) continue;
        axis.ticks.erase(axis.ticks.begin() + static_cast<std::ptrdiff_t>(i));
        axis.words.erase(axis.words.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return axis;
}

}  // namespace

double draw_bullets(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit();
    const bool bare_foot = value_axis_of(chart).opposite && !has_level_lines(chart);
    const double foot = bare_foot ? 0 : canvas.foot_room(kLevelFoot * u);
    const double head = value_axis_of(chart).opposite ? kLevelFoot * u : 0;
    const auto* targets = channel_of(chart, vocabulary::Channel::target);
    const auto& series = chart.series.front();
    const Rows rows = rows_of(canvas, chart, std::max(frame.wish.value_or(frame.usual) - foot - head, 12.0),
                              frame.usual - foot - head);
    const auto low = [&](std::size_t c) { return c < series.low.size() ? series.low[c].number : std::nullopt; };
    const auto high = [&](std::size_t c) { return c < series.high.size() ? series.high[c].number : std::nullopt; };
    Interval extent{0, 0};
    double aside = 2;
    std::vector<Label> words;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        for (const auto& number : {series.values[c].number, number_at(targets, c), low(c), high(c)})
            if (number) extent = {std::min(extent.lo, *number), std::max(extent.hi, *number)};
        words.push_back(canvas.measure(value_words(series.values[c], chart.format, Unit::bare, canvas.locale()),
                                       canvas.value_look().in(canvas.tones().mark(0, c).text)));
        if (chart.labels != vocabulary::Labels::none) aside = std::max(aside, words.back().width + kGap + 1);
    }
    extent = canvas.common("values", with_level_lines(chart, extent));
    aside = canvas.common("aside", aside);
    const LevelAxis axis = bullet_axis(canvas, chart, extent, rows.label_width, aside);
    const ValueScale& x = axis.scale;
    const double zero = x.base();
    for (const auto& row : rows.rows) {
        const std::size_t c = row.category;
        draw_row_words(canvas, row, head);
        const double tall = rows.step * kTall, middle = head + row.middle, top = middle - tall / 2, deep = tall * kDeep;
        if (high(c)) draw_ground(canvas, x, *high(c), {0, top, 0, tall}, canvas.inks().track);
        if (low(c)) draw_ground(canvas, x, *low(c), {0, top, 0, tall}, canvas.inks().grid);
        const auto& value = series.values[c];
        const Tone tone = canvas.tones().mark(0, c);
        double end = zero;
        if (value.number) {
            end = x(*value.number);
            canvas.spot({end, middle}, chart, 0, c);
            draw_bar(canvas, {Lie::level, zero, end, middle - deep / 2, deep, is_open_ended(value.qualifier)},
                     look_of(tone.mark, value.status, canvas.tones()), tone.mark);
            if (is_open_ended(value.qualifier)) end += kOpenEnd;
        }
        const auto target = number_at(targets, c);
        if (target) {
            canvas.add(Layer::rims,
                       filled(rectangle({x(*target) - kTargetWidth / 2, top, kTargetWidth, tall}), canvas.inks().ink));
            if (canvas.has_spots())
                canvas.spot({x(*target), middle},
                            chart.categories[c] + (targets->label.empty() ? "" : "\t" + targets->label) + "\t" +
                                number_words(*target, chart.format, -1, Unit::symbol, canvas.locale()));
        }
        if (!wants_label(chart, 0, c)) continue;
        // The words keep off the target's mark.
        double at = std::max(end, zero) + kGap;
        if (target && x(*target) + kTargetWidth > at - 1 && x(*target) - kTargetWidth < at + words[c].width + 1)
            at = x(*target) + kTargetWidth / 2 + kGap;
        at = std::min(at, canvas.width() - words[c].width);
        canvas.offer(words[c], {at, middle + words[c].cap / 2});
    }
    draw_level_lines(canvas, chart, x, head, head + rows.height);
    draw_row_references(canvas, chart, rows, x, head);
    draw_level_axis(canvas, axis, head, head + rows.height);
    return head + rows.height + foot;
}

}  // namespace precis::chart
