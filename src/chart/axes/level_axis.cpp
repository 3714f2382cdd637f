// chart/axes/level_axis.cpp: ticks by the room there is, words kept inside the canvas.
// Stage: data extent -> LEVEL AXIS -> canvas.
#include "chart/axes/level_axis.h"

#include <algorithm>

#include "chart/canvas/numbers.h"

namespace precis::chart {

LevelAxis level_axis(Canvas& canvas, const doc::AxisFormat& given, Interval data, bool logarithmic, double left,
                     double right) {
    LevelAxis axis;
    const int wanted = std::clamp(static_cast<int>((right - left) / (36 * canvas.unit())), 1, 5);
    const Ticks ticks = logarithmic ? log_ticks(data) : nice_ticks(data, wanted);
    axis.ticks = ticks.values;
    axis.scale = {{ticks.values.front(), ticks.values.back()}, left, right, logarithmic};
    auto format = given;
    format.decimals = -1;
    format.compact = format.compact || std::abs(axis.ticks.back()) >= 1e6 || std::abs(axis.ticks.front()) >= 1e6;
    for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
        const Unit unit = i + 1 == axis.ticks.size() ? Unit::symbol : Unit::bare;
        axis.words.push_back(canvas.measure(
            number_words(axis.ticks[i], format, logarithmic ? -1 : ticks.decimals, unit, canvas.locale()),
            canvas.label_look()));
    }
    return axis;
}

void draw_level_axis(Canvas& canvas, const LevelAxis& axis, double top, double bottom) {
    for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
        const double at = axis.scale(axis.ticks[i]);
        const bool zero = axis.ticks[i] == 0;
        canvas.rule(zero ? Layer::rims : Layer::grid, {at, top}, {at, bottom},
                    {zero ? canvas.inks().ink : canvas.inks().grid, zero ? 0.75 : 0.5, {}, false});
        if (!canvas.panel().foot_words) continue;
        const Label& word = axis.words[i];
        const double half = word.width / 2;
        const base::Point place{std::clamp(at, half, std::max(half, canvas.width() - half)),
                                bottom + 10.5 * canvas.unit()};
        const base::Rect box = canvas.place(word, place, Anchor::center);
        if (canvas.is_free({box.x - 2, box.y, box.width + 4, box.height})) canvas.put(word, place, Anchor::center);
    }
}

}  // namespace precis::chart
