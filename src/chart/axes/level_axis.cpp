// chart/axes/level_axis.cpp: as many ticks as the width has room for, words kept inside the canvas.
// Stage: data extent -> LEVEL AXIS -> canvas.
#include "chart/axes/level_axis.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"

namespace precis::chart {
namespace {
constexpr double kStepWidth = 36;  // between gridlines, as near as round numbers allow; in units of the canvas
constexpr double kAir = 4;         // between the words of two ticks
constexpr int kMostSteps = 5;      // docs/design/looks.md#charts: three to five gridlines

void add_words(Canvas& canvas, const TickWords& words, const doc::AxisFormat& format, LevelAxis& axis) {
    for (std::size_t i = 0; i < axis.ticks.size(); ++i)
        axis.words.push_back(canvas.measure(
            words.of(axis.ticks[i], i + 1 == axis.ticks.size() ? Unit::symbol : Unit::bare), canvas.label_look()));
    if (axis.words.empty()) return;
    // A noun at the last tick takes the room of the words before it.
    const Label& last = axis.words.back();
    const double left = canvas.center_inside(axis.scale(axis.ticks.back()), last) - last.width / 2;
    for (std::size_t i = 0; i + 1 < axis.words.size(); ++i)
        if (has_noun(format) && axis.scale(axis.ticks[i]) + axis.words[i].width / 2 + kAir > left)
            axis.words[i] = canvas.measure("", canvas.label_look());
}
}  // namespace

LevelAxis level_axis(Canvas& canvas, const doc::AxisFormat& given, const LevelAxisWish& wish) {
    LevelAxis axis;
    const double width = wish.right - wish.left;
    const int wanted = std::clamp(static_cast<int>(width / (kStepWidth * canvas.unit())), 1, kMostSteps);
    const auto own = wish.asked != nullptr ? wish.asked->step : std::nullopt;
    axis.over = wish.asked != nullptr && wish.asked->opposite;
    const Ticks ticks = wish.logarithmic          ? log_ticks(wish.data)
                        : wish.cut.is_cut()       ? cut_ticks(wish.cut, wish.data, wanted, own)
                        : own                     ? stepped_ticks(wish.data, *own)
                        : given.unit == "percent" ? percent_ticks(wish.data, wanted)
                                                  : nice_ticks(wish.data, wanted);
    axis.ticks = ticks.values;
    axis.scale = wish.cut.applied(
        {{ticks.values.front(), ticks.values.back()}, wish.left, wish.right, wish.logarithmic, wish.rooted});
    const TickWords words(axis.ticks, given, wish.logarithmic ? -1 : ticks.decimals, wish.shortens, canvas.locale());
    add_words(canvas, words, given, axis);
    return axis;
}

LevelAxis level_axis_on(Canvas& canvas, const doc::AxisFormat& given, const ValueScale& scale, Interval shown,
                        const doc::AxisWish& asked) {
    LevelAxis axis;
    axis.scale = scale;
    axis.over = asked.opposite;
    const double width = std::abs(scale(shown.hi) - scale(shown.lo));
    const int wanted = std::clamp(static_cast<int>(width / (kStepWidth * canvas.unit())), 1, kMostSteps);
    const Ticks ticks = asked.step                ? stepped_ticks(shown, *asked.step)
                        : given.unit == "percent" ? percent_ticks(shown, wanted)
                                                  : nice_ticks(shown, wanted);
    const double slack = ticks.step * 1e-6;
    for (const double tick : ticks.values)
        if (tick >= shown.lo - slack && tick <= shown.hi + slack) axis.ticks.push_back(tick);
    add_words(canvas, TickWords(axis.ticks, given, ticks.decimals, true, canvas.locale()), given, axis);
    return axis;
}

void draw_level_axis(Canvas& canvas, const LevelAxis& axis, double top, double bottom) {
    canvas.rule_values(axis.ticks);
    for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
        const double at = axis.scale(axis.ticks[i]);
        const bool zero = axis.ticks[i] == 0;
        canvas.rule(zero ? Layer::rims : Layer::grid, {at, top}, {at, bottom},
                    {zero ? canvas.inks().ink : canvas.inks().grid, zero ? 0.75 : 0.5, {}, false});
        put_tick_word(canvas, axis.words[i],
                      {at, axis.over ? top - kLevelRise * canvas.unit() : bottom + kLevelDrop * canvas.unit()},
                      axis.word_air);
    }
}

void put_tick_word(Canvas& canvas, const Label& word, base::Point baseline, double air) {
    if (!canvas.panel().foot_words || word.empty()) return;
    const base::Point place{canvas.center_inside(baseline.x, word), baseline.y};
    const base::Rect box = canvas.place(word, place, Anchor::center);
    if (canvas.is_free({box.x - air, box.y, box.width + 2 * air, box.height})) canvas.put(word, place, Anchor::center);
}

}  // namespace precis::chart
