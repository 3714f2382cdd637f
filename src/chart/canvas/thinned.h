// chart/canvas/thinned.h: how a chart says that it draws fewer points than there are.
// Stage: counts -> THINNED -> the exhibit's note.
#pragma once
#include <string>

#include "chart/canvas/canvas.h"
#include "chart/canvas/numbers.h"

namespace precis::chart {

/// "n = 1,000,000 (thinned: 4,012)", or the number alone where all are drawn.
[[nodiscard]] inline std::string thinned_words(const Canvas& canvas, std::size_t all, std::size_t drawn) {
    const auto count = [&](std::size_t number) {
        return number_words(static_cast<double>(number), {}, 0, Unit::bare, canvas.locale());
    };
    std::string words = "n = " + count(all);
    if (drawn < all) words += " (" + canvas.word("thinned") + ": " + count(drawn) + ")";
    return words;
}

}  // namespace precis::chart
