// chart/stream.cpp: bands stacked around a level line. Neighbours share their edge, which is monotone between the
// data's points, so no band is drawn wider than its numbers. Stage: doc::Chart with a time axis -> STREAM -> scene
// items.
#include "chart/stream.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <numeric>

#include "base/ascii.h"
#include "chart/canvas/shapes.h"
#include "chart/scales/monotone.h"

namespace precis::chart {
namespace {

constexpr double kParting = 0.9;  // width of the ground between two bands

struct Band {
    const doc::Chart::Series* series = nullptr;
    std::size_t first = 0, last = 0;  // indices of its numbers over 0
    double sum = 0;
    /// The value in period i; 0 without one.
    double at(std::size_t i) const {
        return i < series->values.size() ? std::max(0.0, series->values[i].number.value_or(0)) : 0;
    }
};

std::vector<Band> bands_of(const doc::Chart& chart) {
    std::vector<Band> bands;
    for (const auto& series : chart.series) {
        Band band{&series, 0, 0, 0};
        for (std::size_t i = 0; i < series.values.size() && i < chart.periods.size(); ++i) {
            if (band.at(i) <= 0) continue;
            if (band.sum == 0) band.first = i;
            band.last = i;
            band.sum += band.at(i);
        }
        if (band.sum > 0) bands.push_back(band);
    }
    std::stable_sort(bands.begin(), bands.end(), [](const Band& a, const Band& b) { return a.first < b.first; });
    return bands;
}

/// The bands from top to bottom: the oldest inside, each later one at the side that has the smaller sum so far.
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

/// An edge with its slopes; both bands beside it use the same curve, in opposite directions.
struct Edge {
    std::vector<base::Point> points;
    std::vector<double> slopes;

    SlopedPoint at(std::size_t i) const { return {points[i], slopes[i]}; }
    void add_forward(std::size_t from, std::size_t to, std::vector<scene::PathStep>& steps) const {
        for (auto i = from + 1; i <= to; ++i) steps.emplace_back(curve_between(at(i - 1), at(i)));
    }
    void add_backward(std::size_t from, std::size_t to, std::vector<scene::PathStep>& steps) const {
        for (auto i = to; i > from; --i) steps.emplace_back(curve_between(at(i), at(i - 1)));
    }
};

/// The edges from the top of the first band to the foot of the last; the largest sum fills the box.
std::vector<Edge> edges_of(const doc::Chart& chart, const std::vector<Band>& bands, base::Rect box) {
    const auto count = chart.periods.size();
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
    for (auto& edge : edges) edge.slopes = monotone_slopes(edge.points);
    return edges;
}

bool has_any(const std::string& text, std::initializer_list<std::string_view> words) {
    const auto lowered = base::lowered(text);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return lowered.find(word) != std::string::npos; });
}

}  // namespace

bool adds_up(const doc::Chart& chart) {
    const auto& format = chart.format;
    if (format.unit == "percent" || format.unit == "pp" || chart.stack == vocabulary::Stack::percent ||
        chart.scale == vocabulary::Scale::log)
        return false;
    const bool each_time =
        format.per.empty() || has_any(format.per, {"year", "quarter", "month", "week", "day", "hour", "minute"});
    if (!each_time) return false;
    for (const auto* words : {&format.unit, &chart.value_label})
        if (has_any(*words, {"index",  "indice", "price",   "preis", "prix",  "rate",    "quote", "share",
                             "anteil", "part ",  "percent", "%",     "ratio", "average", "mean",  "median",
                             "score",  "degree", "°",       "指数",  "价格",  "सूचकांक",   "मूल्य"}))
            return false;
    return std::all_of(chart.series.begin(), chart.series.end(), [](const auto& series) {
        return std::all_of(series.values.begin(), series.values.end(),
                           [](const auto& value) { return value.number.value_or(0) >= 0; });
    });
}

std::vector<scene::Item> quiet_lines(const doc::Chart& chart, base::Rect box, const StreamLook& look) {
    constexpr double kWidth = 1.5, kLoudWidth = 2.5;
    const auto count = chart.periods.size();
    if (count < 2 || box.empty() || look.quiet.empty() || look.loud.empty()) return {};
    double lo = 0, hi = 0;
    for (const auto& series : chart.series)
        for (const auto& value : series.values) {
            lo = std::min(lo, value.number.value_or(0));
            hi = std::max(hi, value.number.value_or(0));
        }
    if (!(hi > lo)) return {};
    const auto middle_of = [&](std::size_t i) { return (chart.periods[i].begin_day + chart.periods[i].end_day) / 2; };
    const double first = middle_of(0), days = std::max(1.0, middle_of(count - 1) - first);
    std::vector<scene::Item> items, loud_items;
    std::size_t quiet = 0, loud = 0;
    for (const auto& series : chart.series) {
        scene::Path path;
        bool joined = false;
        for (std::size_t i = 0; i < count && i < series.values.size(); ++i) {
            const auto& number = series.values[i].number;
            if (number) {
                const base::Point at{box.x + box.width * (middle_of(i) - first) / days,
                                     box.bottom() - box.height * (*number - lo) / (hi - lo)};
                path.steps.push_back(joined ? scene::PathStep{scene::LineTo{at}} : scene::PathStep{scene::MoveTo{at}});
            }
            joined = number.has_value();
        }
        if (path.steps.size() < 2) continue;
        const auto& color =
            series.highlighted ? look.loud[loud++ % look.loud.size()] : look.quiet[quiet++ % look.quiet.size()];
        path.stroke = scene::Stroke{color, series.highlighted ? kLoudWidth : kWidth, {}, true};
        (series.highlighted ? loud_items : items).emplace_back(std::move(path));
    }
    std::move(loud_items.begin(), loud_items.end(), std::back_inserter(items));
    return items;
}

std::vector<scene::Item> stream(const doc::Chart& chart, base::Rect box, const StreamLook& look) {
    const auto bands = inside_out(bands_of(chart));
    const auto count = chart.periods.size();
    if (bands.empty() || count < 2 || box.empty() || look.quiet.empty() || look.loud.empty()) return {};
    const auto edges = edges_of(chart, bands, box);
    std::vector<scene::Item> items;
    std::size_t quiet = 0, loud = 0;
    for (std::size_t b = 0; b < bands.size(); ++b) {
        const auto from = bands[b].first > 0 ? bands[b].first - 1 : 0, to = std::min(bands[b].last + 1, count - 1);
        scene::Path path;
        path.steps = {scene::MoveTo{edges[b].points[from]}};
        edges[b].add_forward(from, to, path.steps);
        path.steps.emplace_back(scene::LineTo{edges[b + 1].points[to]});
        edges[b + 1].add_backward(from, to, path.steps);
        path.steps.emplace_back(scene::ClosePath{});
        path.fill = bands[b].series->highlighted ? look.loud[loud++ % look.loud.size()]
                                                 : look.quiet[quiet++ % look.quiet.size()];
        path.stroke = scene::Stroke{look.ground, kParting, {}, true};
        items.emplace_back(std::move(path));
    }
    return items;
}

}  // namespace precis::chart
