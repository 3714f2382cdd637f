// chart/forms/waterfall.h: the numbers at which the bars of a waterfall begin and end.
// Stage: doc::Chart -> WATERFALL -> waterfall.cpp, describe.cpp. Pure numbers; linear in the categories.
#pragma once
#include <vector>

#include "doc/document.h"

namespace precis::chart {

struct Step {
    double from = 0, to = 0;
    bool total = false;      // else a change
    bool known = true;       // has a number
    bool disagrees = false;  // a total whose own value is not the sum of the changes before it
};
/// A step for each category: totals begin at zero, changes where the step before ended. A total without a value is the
/// sum so far; the steps after a total with a value continue from that value.
[[nodiscard]] std::vector<Step> steps_of(const doc::Chart& chart);

}  // namespace precis::chart
