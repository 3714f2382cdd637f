// chart/forms/shares.h: parts of one whole: their shares, their colours. For donut, pie and waffle.
// Stage: doc::Chart -> SHARES -> presets.
#pragma once
#include <string>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct Share {
    std::size_t category = 0;
    double value = 0, percent = 0;
    Tone tone;
};
/// Of the first series' numbers over zero, in the order of the data.
[[nodiscard]] std::vector<Share> shares_of(const Canvas& canvas, const doc::Chart& chart);

/// Whole numbers that add up to `count`, as near to the shares as can be (largest remainders).
[[nodiscard]] std::vector<int> cells_of(const std::vector<Share>& shares, int count);

/// "34%".
[[nodiscard]] std::string share_words(const Canvas& canvas, const doc::Chart& chart, const Share& share);
/// The value behind the share, where it is no percentage itself; else empty.
[[nodiscard]] std::string amount_words(const Canvas& canvas, const doc::Chart& chart, const Share& share);

}  // namespace precis::chart
