// chart/forms/waterfall.h: where the bars of a waterfall begin and end.
// Stage: doc::Chart -> WATERFALL -> waterfall.cpp. Pure numbers.
#pragma once
#include <vector>

#include "doc/document.h"

namespace precis::chart {

struct Step {
    double from = 0, to = 0;
    bool total = false, known = true;
    bool disagrees = false;  // a total whose own value is not the sum of what led to it
};
/// One for each category: totals from zero, changes from where the one before ended. A total without a value of its own
/// is the sum so far; one with a value begins anew from there.
[[nodiscard]] std::vector<Step> steps_of(const doc::Chart& chart);

}  // namespace precis::chart
