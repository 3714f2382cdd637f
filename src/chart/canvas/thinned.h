// chart/canvas/thinned.h: the words that state how many points a chart draws and how many the data have.
// Stage: counts -> THINNED -> the exhibit's note. Reads the locale of the canvas, draws nothing.
#pragma once
#include <string>

#include "chart/canvas/canvas.h"
#include "chart/canvas/numbers.h"

namespace precis::chart {

/// "n = 1,000,000 (thinned: 4,012)", or "n = 300" if all points are drawn.
[[nodiscard]] inline std::string thinned_words(const Canvas& canvas, std::size_t given, std::size_t drawn) {
    const auto count = [&](std::size_t number) {
        return number_words(static_cast<double>(number), {}, 0, Unit::bare, canvas.locale());
    };
    std::string words = "n = " + count(given);
    if (drawn < given) words += " (" + canvas.word("thinned") + ": " + count(drawn) + ")";
    return words;
}

}  // namespace precis::chart
