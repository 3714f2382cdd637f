// chart/forms/shares.h: shares and colours of the parts of one whole, for donut, pie and waffle.
// Stage: doc::Chart -> SHARES -> donut, waffle, editable charts.
#pragma once
#include <string>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct Share {
    std::size_t category = 0;
    double value = 0, percent = 0;  // the exact share, for drawing
    Tone tone;
    double printed = 0;  // the share as printed, with `decimals`
    int decimals = 0;
};
/// A share for each number over zero of the first series, in the order of the data.
[[nodiscard]] std::vector<Share> shares_of(const Canvas& canvas, const doc::Chart& chart);

/// Whole numbers that add up to `count`, as near to the shares as possible. Pairs with `shares`.
[[nodiscard]] std::vector<int> cells_of(const std::vector<Share>& shares, int count);

/// "34%"; values that are percentages are printed as they are.
[[nodiscard]] std::string share_words(const Canvas& canvas, const doc::Chart& chart, const Share& share);
/// The value behind the share; empty if it is a percentage itself.
[[nodiscard]] std::string amount_words(const Canvas& canvas, const doc::Chart& chart, const Share& share);

}  // namespace precis::chart
