// chart/axes/band_axis.h: the words under columns and lines: categories, or years, quarters, months, days and times.
// Stage: slots -> BAND AXIS -> canvas. Units: points, y down.
#pragma once
#include <optional>

#include "chart/canvas/canvas.h"
#include "chart/scales/slots.h"

namespace precis::chart {

struct AxisWord {
    std::size_t slot = 0;
    std::vector<Label> lines;  // none: a tick only
    bool tick = false;
    std::optional<double> day{};  // its own place in time, where no category stands there
};
struct BandAxis {
    std::vector<AxisWord> words;
    double height = 0;  // of words and ticks, under the axis line
};

enum class AxisTicks { years, every_word };  // ticks at the years of longer axes only, or at all words

/// The words for slots that are `step` points apart.
///
/// Years are in full first, then short: ’25; where not all have room, those at multiples of 2, 5, 10 … in full. Axes of
/// more than 18 months name years instead of months and quarters. Names are broken into up to three lines, then cut so
/// that no two are alike; if that fails, Canvas::names_missing() is told. Times and numbers without room are thinned
/// out evenly: their neighbours imply them. Uneven days under lines that have no room give way to round days.
[[nodiscard]] BandAxis band_axis(Canvas& canvas, const doc::Chart& chart, const Slots& slots, double step,
                                 AxisTicks ticks);

/// A category's year or quarter, in the year that the author has: "2025/26", "Q4 2023/24"; of other slots empty.
[[nodiscard]] std::string period_words(const Canvas& canvas, const doc::Chart& chart, const Slots& slots,
                                       std::size_t category);
/// A printed month or quarter without its year: the text before the first no-break space.
[[nodiscard]] std::string without_year(const std::string& printed);

struct AxisPlace {
    double baseline = 0, height = 0;  // y of the axis line; height of the canvas
};
void draw_axis_word(Canvas& canvas, const AxisWord& word, const AxisPlace& place, double x);

/// Prints the words under the axis line, centred on `x(slot)` and kept inside the canvas.
template <class PlaceOf>
void draw_band_axis(Canvas& canvas, const BandAxis& axis, const AxisPlace& place, PlaceOf x) {
    for (const auto& word : axis.words) draw_axis_word(canvas, word, place, x(word.slot));
}

/// The same for lines in time, whose words may stand between categories: `x(day)` gives their places.
template <class PlaceOf, class PlaceOfDay>
void draw_band_axis(Canvas& canvas, const BandAxis& axis, const AxisPlace& place, PlaceOf x, PlaceOfDay x_of_day) {
    for (const auto& word : axis.words)
        draw_axis_word(canvas, word, place, word.day ? x_of_day(*word.day) : x(word.slot));
}

}  // namespace precis::chart
