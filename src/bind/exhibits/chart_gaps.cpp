// Periods without a row on a time axis: each gets a category without a value, so that every form shows the gap.
#include "bind/exhibits/chart.h"
#include "bind/values/absent_periods.h"

namespace precis::bind {

void ChartBinder::fill_periods() {
    if (!form_.fills) return;
    for (const auto& key : absent_periods(chart_.periods)) {
        GridCell cell;
        cell.text = key;
        const auto days = locale::parse_period(key);
        if (!days) continue;
        chart_.category_keys.push_back(key);
        chart_.categories.push_back(printed_category(cell));
        chart_.periods.push_back({days->begin, days->end});
    }
    complete_series();
}

}  // namespace precis::bind
