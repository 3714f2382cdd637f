// chart/scales/groups.cpp: groups by name, quantiles by interpolation, a swarm of discs in lanes.
// Stage: doc::Chart -> GROUPS -> box, strip, gantt.
#include "chart/scales/groups.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace precis::chart {

std::vector<Group> groups_of(const doc::Chart& chart) {
    std::vector<Group> groups;
    std::map<std::string, std::size_t> known;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const auto [at, fresh] = known.emplace(chart.categories[c], groups.size());
        if (fresh) groups.push_back({chart.categories[c], {}});
        groups[at->second].rows.push_back(c);
    }
    return groups;
}

doc::Chart grouped(const doc::Chart& chart, const std::vector<Group>& groups) {
    doc::Chart rows;
    rows.form = chart.form;
    rows.series.emplace_back();
    for (const auto& group : groups) {
        rows.categories.push_back(group.name);
        rows.series[0].values.push_back({});
        rows.category_highlighted.push_back(std::any_of(group.rows.begin(), group.rows.end(), [&](std::size_t row) {
            return row < chart.category_highlighted.size() && chart.category_highlighted[row];
        }));
    }
    return rows;
}

Quartiles quartiles(std::vector<double> values) {
    constexpr double kFence = 1.5;  // of the box's length: J. W. Tukey, "Exploratory Data Analysis", 1977
    std::sort(values.begin(), values.end());
    const auto quantile = [&](double share) {
        const double at = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(at);
        const auto above = std::min(below + 1, values.size() - 1);
        const double part = at - static_cast<double>(below);
        return values[below] * (1 - part) + values[above] * part;
    };
    Quartiles box;
    box.first = quantile(0.25);
    box.median = quantile(0.5);
    box.third = quantile(0.75);
    const double fence = kFence * (box.third / 2 - box.first / 2) * 2;  // halved: ±1e300 must not overflow
    box.low = box.first;
    box.high = box.third;
    for (const double value : values) {
        if (value < box.first - fence || value > box.third + fence)
            box.outliers.push_back(value);
        else
            box.low = std::min(box.low, value), box.high = std::max(box.high, value);
    }
    return box;
}

std::vector<double> swarm(const std::vector<double>& along, double radius, double room) {
    std::vector<std::size_t> order(along.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return along[a] < along[b]; });
    // Lanes 0, +1, -1, +2 … as far as the room goes; last[i] is where lane i's last disc lies. A disc takes the first
    // lane that is free, else the lane whose last disc is farthest away.
    const int most = std::max(0, static_cast<int>(room / (2 * radius)));
    std::vector<double> last(static_cast<std::size_t>(2 * most + 1), -1e300);
    std::vector<double> offsets(along.size(), 0);
    for (const std::size_t i : order) {
        std::size_t best = 0;
        for (std::size_t lane = 0; lane < last.size(); ++lane) {
            if (along[i] - last[lane] >= 2 * radius) {
                best = lane;
                break;
            }
            if (last[lane] < last[best]) best = lane;
        }
        last[best] = along[i];
        const int step = (static_cast<int>(best) + 1) / 2;
        offsets[i] = (best % 2 == 1 ? 1 : -1) * step * 2 * radius;
    }
    return offsets;
}

}  // namespace precis::chart
