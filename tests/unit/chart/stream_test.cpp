// The stream graph of covers: bands as high as their numbers, without gaps.
#include "chart/stream.h"

#include <cmath>

#include "catch.h"
#include "scene/scene.h"

using namespace precis;

namespace {

/// A chart with a series for each list; negative numbers are gaps.
doc::Chart histories(const std::vector<std::vector<double>>& lists) {
    doc::Chart chart;
    chart.form = vocabulary::Form::area;
    for (const auto& numbers : lists) {
        doc::Chart::Series series;
        for (const double number : numbers) {
            doc::Value value;
            if (number >= 0) value.number = number;
            series.values.push_back(value);
        }
        chart.series.push_back(series);
    }
    for (std::size_t i = 0; i < lists[0].size(); ++i) {
        chart.categories.push_back(std::to_string(i));
        chart.periods.push_back({30.0 * static_cast<double>(i), 30.0 * static_cast<double>(i + 1)});
    }
    return chart;
}

/// Ends of a path's steps, in order.
std::vector<base::Point> ends_of(const scene::Item& item) {
    std::vector<base::Point> points;
    for (const auto& step : std::get<scene::Path>(item).steps) {
        if (const auto* s = std::get_if<scene::MoveTo>(&step)) points.push_back(s->p);
        if (const auto* s = std::get_if<scene::LineTo>(&step)) points.push_back(s->p);
        if (const auto* s = std::get_if<scene::CurveTo>(&step)) points.push_back(s->p);
    }
    return points;
}

const chart::StreamLook kLook{{0, 0, 0, 1}, {{1, 1, 1, 1}, {2, 2, 2, 1}}, {{9, 9, 9, 1}}};

}  // namespace

TEST_CASE("a stream's bands are as wide as their numbers and touch each other", "[chart][stream]") {
    const std::vector<std::vector<double>> numbers{{4, 6, 2, 8}, {0, 3, 5, 1}, {-1, -1, 2, 11}};
    auto chart = histories(numbers);
    chart.series[2].highlighted = true;
    const base::Rect box{0, 100, 300, 200};
    const auto items = chart::stream(chart, box, kLook);
    REQUIRE(items.size() == 3);
    std::vector<double> widths(4), tops(4, 1e9), bottoms(4, -1e9);
    int lit = 0;
    for (const auto& item : items) {
        const auto points = ends_of(item);
        REQUIRE(points.size() % 2 == 0);
        lit += std::get<scene::Path>(item).fill == kLook.loud[0] ? 1 : 0;
        for (std::size_t i = 0; i < points.size() / 2; ++i) {
            const auto &upper = points[i], &lower = points[points.size() - 1 - i];
            CHECK(upper.x == lower.x);
            const auto at = static_cast<std::size_t>(std::lround(upper.x / 100));
            widths[at] += lower.y - upper.y;
            tops[at] = std::min(tops[at], upper.y);
            bottoms[at] = std::max(bottoms[at], lower.y);
        }
    }
    CHECK(lit == 1);
    const double scale = box.height / 20;  // the last month's sum fills the box
    for (std::size_t i = 0; i < 4; ++i) {
        INFO(i);
        double sum = 0;
        for (const auto& series : numbers) sum += std::max(0.0, series[i]);
        CHECK(std::abs(widths[i] - sum * scale) < 0.01);
        CHECK(std::abs(bottoms[i] - tops[i] - sum * scale) < 0.01);  // no gap, nothing over anything
        CHECK(std::abs((tops[i] + bottoms[i]) / 2 - 200) < 0.01);    // around one line
    }
}

TEST_CASE("a chart without time or without numbers gives no stream", "[chart][stream]") {
    auto chart = histories({{0, 0}, {0, 0}});
    CHECK(chart::stream(chart, {0, 0, 10, 10}, kLook).empty());
    chart = histories({{1, 2}, {3, 4}});
    chart.periods.clear();
    CHECK(chart::stream(chart, {0, 0, 10, 10}, kLook).empty());
}
