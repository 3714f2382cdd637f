// Stream: bands stacked around a level line, so that the whole grows up and down alike. Bands share their edges, which
// are monotone between the data's points: no band is drawn wider than its numbers.
// Source: L. Byron, M. Wattenberg, "Stacked Graphs – Geometry & Aesthetics", 2008 (order from the inside out; the
// symmetric baseline is S. Havre's ThemeRiver, 2000).
#include "chart/stream.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/scales/monotone.h"

namespace precis::chart {
namespace {

constexpr double kParting = 0.9;  // of the ground's colour, between two bands

struct Band {
    const doc::Chart::Series* series = nullptr;
    std::size_t first = 0, last = 0;  // of its numbers
    double sum = 0;
    double at(std::size_t i) const {
        return i < series->values.size() ? std::max(0.0, series->values[i].number.value_or(0)) : 0;
    }
};

std::vector<Band> bands_of(const doc::Chart& chart) {
    std::vector<Band> all;
    for (const auto& series : chart.series) {
        Band band{&series, 0, 0, 0};
        for (std::size_t i = 0; i < series.values.size() && i < chart.periods.size(); ++i) {
            if (band.at(i) <= 0) continue;
            if (band.sum == 0) band.first = i;
            band.last = i;
            band.sum += band.at(i);
        }
        if (band.sum > 0) all.push_back(band);
    }
    std::stable_sort(all.begin(), all.end(), [](const Band& a, const Band& b) { return a.first < b.first; });
    return all;
}

/// From top to bottom: by age, each at the side that is lighter so far.
std::vector<Band> inside_out(const std::vector<Band>& by_age) {
    std::vector<Band> above, below;
    double up = 0, down = 0;
    for (const auto& band : by_age) {
        if (up <= down) {
            above.push_back(band);
            up += band.sum;
        } else {
            below.push_back(band);
            down += band.sum;
        }
    }
    std::reverse(above.begin(), above.end());
    above.insert(above.end(), below.begin(), below.end());
    return above;
}

/// An edge with its slopes: the two bands that share it are cut from the same curve.
struct Edge {
    std::vector<base::Point> points;
    std::vector<double> slope;

    void forward(std::size_t from, std::size_t to, std::vector<scene::PathStep>& out) const {
        for (auto i = from + 1; i <= to; ++i) {
            const auto &a = points[i - 1], &b = points[i];
            const double third = (b.x - a.x) / 3;
            out.emplace_back(
                scene::CurveTo{{a.x + third, a.y + slope[i - 1] * third}, {b.x - third, b.y - slope[i] * third}, b});
        }
    }
    void back(std::size_t from, std::size_t to, std::vector<scene::PathStep>& out) const {
        for (auto i = to; i > from; --i) {
            const auto &a = points[i - 1], &b = points[i];
            const double third = (b.x - a.x) / 3;
            out.emplace_back(
                scene::CurveTo{{b.x - third, b.y - slope[i] * third}, {a.x + third, a.y + slope[i - 1] * third}, a});
        }
    }
};

}  // namespace

std::vector<scene::Item> stream(const doc::Chart& chart, base::Rect box, const StreamLook& look) {
    const auto bands = inside_out(bands_of(chart));
    const auto count = chart.periods.size();
    if (bands.empty() || count < 2 || box.empty() || look.quiet.empty() || look.loud.empty()) return {};
    const auto middle_of = [&](std::size_t i) { return (chart.periods[i].begin_day + chart.periods[i].end_day) / 2; };
    const double first = middle_of(0), days = std::max(1.0, middle_of(count - 1) - first);
    std::vector<double> sums(count);
    for (std::size_t i = 0; i < count; ++i) {
        sums[i] = std::accumulate(bands.begin(), bands.end(), 0.0,
                                  [&](double sum, const Band& band) { return sum + band.at(i); });
    }
    const double scale = box.height / *std::max_element(sums.begin(), sums.end());
    std::vector<Edge> edges(bands.size() + 1);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = box.x + box.width * (middle_of(i) - first) / days;
        double y = box.y + (box.height - sums[i] * scale) / 2;
        edges[0].points.push_back({x, y});
        for (std::size_t b = 0; b < bands.size(); ++b) {
            y += bands[b].at(i) * scale;
            edges[b + 1].points.push_back({x, y});
        }
    }
    for (auto& edge : edges) edge.slope = monotone_slopes(edge.points);
    std::vector<scene::Item> items;
    std::size_t quiet = 0, loud = 0;
    for (std::size_t b = 0; b < bands.size(); ++b) {
        const auto from = bands[b].first > 0 ? bands[b].first - 1 : 0, to = std::min(bands[b].last + 1, count - 1);
        scene::Path path;
        path.steps = {scene::MoveTo{edges[b].points[from]}};
        edges[b].forward(from, to, path.steps);
        path.steps.emplace_back(scene::LineTo{edges[b + 1].points[to]});
        edges[b + 1].back(from, to, path.steps);
        path.steps.emplace_back(scene::ClosePath{});
        path.fill = bands[b].series->highlighted ? look.loud[loud++ % look.loud.size()]
                                                 : look.quiet[quiet++ % look.quiet.size()];
        path.stroke = scene::Stroke{look.ground, kParting, {}, true};
        items.emplace_back(std::move(path));
    }
    return items;
}

}  // namespace precis::chart
