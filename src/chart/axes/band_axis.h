// chart/axes/band_axis.h: the words under columns and lines: categories, or years, quarters and months.
// Stage: slots -> BAND AXIS -> canvas.
#pragma once
#include "chart/canvas/canvas.h"
#include "chart/scales/slots.h"

namespace precis::chart {

struct AxisWord {
    std::size_t slot = 0;
    std::vector<Label> lines;
    bool tick = false;
};
struct BandAxis {
    std::vector<AxisWord> words;
    double height = 0;  // below the baseline
};

enum class Ticks_at { years, every_word };

/// Words for slots `step` points apart: years first in full, then ’25; months by their years, or each where the axis is
/// short; other categories broken into up to three lines. What finds no room is thinned out, and said so where it
/// carries meaning of its own.
[[nodiscard]] BandAxis band_axis(Canvas& canvas, const doc::Chart& chart, const Slots& slots, double step,
                                 Ticks_at ticks);

struct AxisPlace {
    double baseline = 0, height = 0;  // of the axis line and of the canvas
};
void draw_axis_word(Canvas& canvas, const AxisWord& word, const AxisPlace& place, double x);

/// Puts the words under the axis line, centred on `x(slot)`, kept inside the canvas.
template <class PlaceOf>
void draw_band_axis(Canvas& canvas, const BandAxis& axis, const AxisPlace& place, PlaceOf x) {
    for (const auto& word : axis.words) draw_axis_word(canvas, word, place, x(word.slot));
}

}  // namespace precis::chart
