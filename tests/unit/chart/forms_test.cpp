// Numbers and places of single forms, small enough to check by hand.
#include <cmath>
#include <map>

#include "chart/axes/value_axis.h"
#include "chart/checks/codes.h"
#include "chart/forms/calendar.h"
#include "chart/forms/histogram.h"
#include "chart/forms/shares.h"
#include "chart/forms/slope.h"
#include "chart/forms/waterfall.h"
#include "chart/marks/stack.h"
#include "chart/scales/groups.h"
#include "chart/scales/time_ticks.h"
#include "diag/codes.h"
#include "fixture.h"
#include "marks.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

TEST_CASE("a waterfall's changes begin where the one before ended; totals begin at zero", "[chart]") {
    auto chart = chart_of("waterfall", {{"2024", 100}, {"a", 30}, {"b", -50}, {"2025", 80}});
    chart.category_total = {true, false, false, true};
    const auto steps = steps_of(chart);
    REQUIRE(steps.size() == 4);
    CHECK((steps[0].from == 0 && steps[0].to == 100));
    CHECK((steps[1].from == 100 && steps[1].to == 130));
    CHECK((steps[2].from == 130 && steps[2].to == 80));
    CHECK((steps[3].from == 0 && steps[3].to == 80));
    CHECK_FALSE(steps[3].disagrees);
    chart.series[0].values[3].number = 90;
    CHECK(steps_of(chart)[3].disagrees);
    chart.series[0].values[3].number.reset();
    CHECK(steps_of(chart)[3].to == 80);
}

TEST_CASE("a waterfall's total that is not the sum of its changes is reported", "[chart]") {
    auto chart = chart_of("waterfall", {{"2024", 100}, {"a", 30}, {"2025", 90}});
    chart.category_total = {true, false, true};
    const auto got = drawn(chart);
    REQUIRE(got.has_value());
    REQUIRE(got.diagnostics().size() == 1);
    CHECK(got.diagnostics()[0].code == diag::code::parts_do_not_sum);
    CHECK_THAT(got.diagnostics()[0].message, ContainsSubstring("130"));
}

TEST_CASE("bars of a waterfall are as long as their changes", "[chart]") {
    auto chart = chart_of("waterfall", {{"2024", 100}, {"up", 50}, {"down", -25}, {"2025", 125}});
    chart.category_total = {true, false, false, true};
    const auto bars = filled_boxes(drawn(chart, 300, 150).value());
    REQUIRE(bars.size() == 4);  // upright
    const double unit = bars[0].height / 100;
    CHECK(bars[1].height == Approx(50 * unit).margin(0.01));
    CHECK(bars[2].height == Approx(25 * unit).margin(0.01));
    CHECK(bars[1].bottom() == Approx(bars[0].y).margin(0.01));
    CHECK(bars[2].y == Approx(bars[1].y).margin(0.01));
    CHECK(bars[3].height == Approx(125 * unit).margin(0.01));
}

TEST_CASE("the largest value ranks first, equal ones in their order, gaps not at all", "[chart]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::bump;
    chart.categories = {"a", "b"};
    for (const double second : {5.0, 5.0, 9.0}) {
        auto& series = chart.series.emplace_back();
        series.values = {value(second), value(10 - second)};
    }
    chart.series[0].values[1] = unknown();
    const auto ranks = ranks_of(chart);
    CHECK(ranks[2][0] == 1);
    CHECK(ranks[0][0] == 2);
    CHECK(ranks[1][0] == 3);
    CHECK_FALSE(ranks[0][1].has_value());
    CHECK(ranks[1][1] == 1);
}

TEST_CASE("quartiles are those of R's type 7, and values beyond the fence are outliers", "[chart]") {
    const auto near = quartiles({7, 15, 36, 39, 40, 41});
    CHECK(near.first == Approx(20.25));
    CHECK(near.median == Approx(37.5));
    CHECK(near.third == Approx(39.75));
    CHECK(near.low == 7);
    CHECK(near.outliers.empty());
    const auto far = quartiles({1, 2, 3, 4, 100});
    REQUIRE(far.outliers.size() == 1);
    CHECK(far.outliers[0] == 100);
    CHECK(far.high == 4);
    CHECK(quartiles({5}).median == 5);
}

TEST_CASE("discs of a swarm keep apart while there is room", "[chart]") {
    std::vector<double> along;
    for (int i = 0; i < 40; ++i) along.push_back(std::floor(i / 4.0) * 5);
    const auto offsets = swarm(along, 1, 10);
    for (std::size_t i = 0; i < along.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) CHECK(std::hypot(along[i] - along[k], offsets[i] - offsets[k]) >= 2 - 1e-9);
}

TEST_CASE("bins have round edges and hold every value; the last one includes its upper edge", "[chart]") {
    const auto bins = bins_of({0, 3, 12, 49, 50, 100}, 5);
    CHECK(bins.width == 20);
    CHECK(bins.first == 0);
    CHECK(bins.counts == std::vector<std::size_t>{3, 0, 2, 0, 1});
    std::size_t sum = 0;
    for (const auto count : bins_of({-1e300, 0, 1e300}, 0).counts) sum += count;
    CHECK(sum == 3);
    CHECK(bins_of({4, 4, 4}, 0).counts == std::vector<std::size_t>{3});
    const auto small = bins_of({0.1, 0.2, 0.3}, 2);
    CHECK(small.counts.size() >= 2);
}

TEST_CASE("a waffle's cells add up to a hundred", "[chart]") {
    std::vector<Share> shares;
    for (const double percent : {33.3333, 33.3333, 33.3334}) shares.push_back({0, percent, percent, {}, percent, 0});
    CHECK(cells_of(shares, 100) == std::vector<int>{33, 33, 34});
    shares = {{0, 99.6, 99.6, {}, 99.6, 0}, {1, 0.4, 0.4, {}, 0.4, 1}};
    CHECK(cells_of(shares, 100) == std::vector<int>{100, 0});
}

TEST_CASE("time has ticks at round days, months, quarters, years", "[chart]") {
    const double day = 20454;  // 2026-01-01
    const auto iso = [](const std::vector<TimeTick>& ticks) {
        std::vector<std::string> all;
        for (const auto& tick : ticks) all.push_back(tick.iso);
        return all;
    };
    CHECK(iso(time_ticks(day, day + 4, 6)) ==
          std::vector<std::string>{"2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"});
    CHECK(iso(time_ticks(day, day + 100, 4)) == std::vector<std::string>{"2026-01", "2026-02", "2026-03", "2026-04"});
    CHECK(iso(time_ticks(day, day + 300, 4)) == std::vector<std::string>{"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"});
    CHECK(iso(time_ticks(day, day + 5 * 365, 3)) == std::vector<std::string>{"2026", "2028", "2030"});
}

TEST_CASE("answers diverge around their middle, streams around zero", "[chart]") {
    doc::Chart chart;
    chart.categories = {"x"};
    for (const double number : {10.0, 20.0, 40.0}) chart.series.push_back(series_of_numbers("", {number}));
    chart.stack = vocabulary::Stack::diverging;
    auto parts = stacked_parts(chart);
    CHECK((parts[0][0].from == -20 && parts[0][0].to == -10));
    CHECK((parts[1][0].from == -10 && parts[1][0].to == 10));
    CHECK((parts[2][0].from == 10 && parts[2][0].to == 50));
    chart.stack = vocabulary::Stack::stream;
    parts = stacked_parts(chart);
    CHECK((parts[0][0].from == -35 && parts[2][0].to == 35));
    chart.stack = vocabulary::Stack::diverging;
    chart.series[0].values[0].number = -10;  // with negative values, signs decide instead
    parts = stacked_parts(chart);
    CHECK((parts[0][0].from == 0 && parts[0][0].to == -10));
    CHECK((parts[2][0].from == 20 && parts[2][0].to == 60));
}

TEST_CASE("the number of an outer part of a level stack is printed beside it if it does not fit inside", "[chart]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::bar;
    chart.stack = vocabulary::Stack::diverging;
    chart.categories = chart.category_keys = {"a", "b"};
    chart.series = {series_of_numbers("minus", {-3, -400}), series_of_numbers("plus", {900, 5})};
    const auto drawing = drawn(chart, 300, 90).value();
    for (const char* number : {"−3", "−400", "900", "5"}) CHECK(says(drawing, number));
    const auto boxes = filled_boxes(drawing);
    std::map<std::string, base::Rect> words;
    for (const auto& run : runs_of(drawing)) words[run.text] = rect_of(run);
    // Inside: the two long ones; left and right of their bars: the short ones.
    const auto holds = [&](const base::Rect& word) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const auto& box) {
            return box.x < word.x && box.right() > word.right() && box.y < word.y + 4 && box.bottom() > word.y + 4;
        });
    };
    CHECK(holds(words["900"]));
    CHECK(holds(words["−400"]));
    CHECK_FALSE(holds(words["−3"]));
    CHECK_FALSE(holds(words["5"]));
    CHECK(words["−3"].right() < words["900"].x);
    CHECK(words["5"].x > words["−400"].right());
}

TEST_CASE("a calendar has a series for each year and a category for each month", "[chart]") {
    auto chart = timed(chart_of("calendar", {{"2025-12", 5}, {"2026-01", 7}}));
    const auto by_year = months_by_year(chart, house().locale);
    REQUIRE(by_year.series.size() == 2);
    CHECK(by_year.series[0].name == "2025");
    CHECK(by_year.series[0].values[11].number == 5);
    CHECK(by_year.series[1].values[0].number == 7);
    CHECK_FALSE(by_year.series[1].values[1].number);
    CHECK(by_year.categories[0] == "J");
}

TEST_CASE("a marimekko's areas are amounts", "[chart]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::marimekko;
    chart.legend = vocabulary::Legend::none;
    chart.categories = {"a", "b"};
    chart.series = {series_of_numbers("s", {10, 60}), series_of_numbers("t", {30, 60})};
    const auto boxes = filled_boxes(drawn(chart, 300, 160).value());
    REQUIRE(boxes.size() == 4);
    // a: 10, 30; b: 60, 60; but for the white between them
    CHECK(boxes[0].width + 0.7 == Approx(300 * 0.25).margin(0.05));
    CHECK(boxes[2].width == Approx(300 * 0.75).margin(0.05));
    CHECK(boxes[1].height / (boxes[0].height + 0.0) == Approx(3).margin(0.15));
}

TEST_CASE("parts below zero are refused, with the category and a remedy", "[chart]") {
    for (const char* type : {"donut", "pie", "waffle", "marimekko", "funnel"}) {
        auto chart = chart_of(type, {{"a", 4}, {"b", -1}});
        const auto got = drawn(chart);
        REQUIRE_FALSE(got.has_value());
        CHECK(got.diagnostics()[0].code == chart::code::negative_part);
        CHECK_THAT(got.diagnostics()[0].message, ContainsSubstring("“b”"));
        CHECK_FALSE(got.diagnostics()[0].remedy.empty());
    }
}

TEST_CASE("a line over columns shares their scale if it has their unit", "[chart]") {
    auto chart = chart_of("column", {{"a", 10}, {"b", 20}});
    doc::ChannelData line;
    line.label = "Mean";
    line.is_number = true;
    line.values = {value(40), value(20)};
    chart.extra.push_back(line);
    chart.extra_names.push_back(vocabulary::Channel::line);
    const auto drawing = drawn(chart, 252, 150).value();
    const auto boxes = filled_boxes(drawing);
    const auto lines = open_paths(drawing, house().layout.chart.highlight);
    REQUIRE(boxes.size() >= 2);
    REQUIRE_FALSE(lines.empty());
    const auto points = points_of(lines[0]);
    REQUIRE(points.size() == 2);
    CHECK(points[1].y == Approx(boxes[1].y).margin(0.3));  // 20 on both
}

TEST_CASE("a square-root scale keeps signs, and is refused for lengths", "[chart]") {
    const ValueScale scale{{-100, 100}, 0, 200, false, true};
    CHECK(scale(0) == Approx(100));
    CHECK(scale(25) == Approx(150));
    CHECK(scale(-25) == Approx(50));
    auto chart = chart_of("dot", {{"a", 25}, {"b", 100}});
    chart.scale = vocabulary::Scale::sqrt;
    CHECK(drawn(chart).has_value());
    chart.form = vocabulary::Form::bar;
    CHECK(drawn(chart).diagnostics().front().code == diag::code::bad_value);
}

TEST_CASE("the author's domain widens an axis but never cuts the data", "[chart]") {
    auto chart = chart_of("line", {{"a", 40}, {"b", 60}});
    chart.domain = {0, 100};
    CHECK(extent_of(chart, false) == Interval{0, 100});
    chart.domain = {50, 55};
    CHECK(extent_of(chart, false) == Interval{40, 60});
}
