// Broken axes, years that begin in April, lines of equal ratio, and reference lines and intervals of charts with rows.
#include "chart/axes/axis_cut.h"
#include "chart/axes/ratio_line.h"
#include "chart/checks/codes.h"
#include "chart/scales/slots.h"
#include "chart/scales/time_ticks.h"
#include "diag/codes.h"
#include "fixture.h"
#include "forms.h"
#include "marks.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

bool is_zigzag(const scene::Item& item) {
    const auto* path = std::get_if<scene::Path>(&item);
    return path && path->fill == base::Color{255, 255, 255, 1} && path->steps.size() > 5;
}

std::size_t zigzags(const Drawing& drawing) {
    return static_cast<std::size_t>(std::count_if(drawing.items.begin(), drawing.items.end(), is_zigzag));
}

diag::Code refusal(const doc::Chart& chart) {
    const auto got = drawn(chart);
    REQUIRE_FALSE(got.has_value());
    REQUIRE(got.diagnostics().size() == 1);
    CHECK_FALSE(got.diagnostics()[0].remedy.empty());
    return got.diagnostics()[0].code;
}

}  // namespace

TEST_CASE("a scale with a cut has one unit on both sides of it", "[chart][axes]") {
    const ValueScale scale{{0, 1000}, 0, 108, false, false, {50, 950}, 8};
    CHECK(scale(0) == Approx(0));
    CHECK(scale(50) == Approx(50));
    CHECK(scale(950) == Approx(58));
    CHECK(scale(1000) == Approx(108));
    CHECK(scale(500) == Approx(54));
    const ValueScale down{{0, 1000}, 108, 0, false, false, {50, 950}, 8};
    CHECK(down(50) == Approx(58));
    CHECK(down(950) == Approx(50));
}

TEST_CASE("ticks of a cut axis are round, never inside the cut, and enclose the data", "[chart][axes]") {
    const auto ticks = cut_ticks({{40, 880}, 8}, {0, 900}, 4);
    REQUIRE(ticks.values.size() >= 3);
    CHECK(ticks.values.front() == 0);
    CHECK(ticks.values.back() >= 900);
    for (const double tick : ticks.values) {
        CHECK_FALSE((tick > 40 && tick < 880));
        CHECK(tick == Approx(std::round(tick / ticks.step) * ticks.step));
    }
}

TEST_CASE("a broken axis shows a zigzag over each bar that it shortens, or once over the plot", "[chart][axes]") {
    for (const std::string type : {"bar", "column"}) CHECK(zigzags(drawn(broken(type), 252, 140).value()) == 1);
    for (const std::string type : {"line", "step", "dot", "lollipop"})
        CHECK(zigzags(drawn(broken(type), 252, 140).value()) == 1);
    const auto bars = filled_boxes(drawn(broken("bar"), 252, 140).value());
    REQUIRE(bars.size() >= 4);
    // 900 on a scale without 840 of it: 60 units and the gap, where 35 takes 35.
    CHECK(bars[3].width < bars[2].width * 60 / 35 + 12);
    CHECK(bars[3].width > bars[2].width * 60 / 35);
}

TEST_CASE("a broken axis gives a warning under bars, none under dots", "[chart][axes]") {
    const auto bar = drawn(broken("bar"), 252, 140);
    REQUIRE(bar.diagnostics().size() == 1);
    CHECK(bar.diagnostics()[0].code == chart::code::axis_cut);
    CHECK(drawn(broken("dot"), 252, 140).diagnostics().empty());
}

TEST_CASE("a break is refused with data inside, below zero, with no data above, and in a stack", "[chart][axes]") {
    auto chart = broken("dot");
    chart.cut = {15, 880};
    CHECK(drawn(chart).diagnostics().size() == 2);  // 20 and 35
    chart.cut = {-10, 5};
    CHECK(refusal(chart) == diag::code::bad_axis_domain);
    chart.cut = {950, 1000};
    CHECK(refusal(chart) == diag::code::bad_axis_domain);
    auto pie = broken("pie");
    CHECK(refusal(pie) == diag::code::bad_axis_domain);
    auto stack = table_of("column", {"a", "b"}, {{"one", {1, 2}}, {"two", {3, 400}}});
    stack.stack = vocabulary::Stack::total;
    stack.cut = {10, 300};
    CHECK(refusal(stack) == diag::code::bad_axis_domain);
}

TEST_CASE("axes of years, quarters and months name years that begin in April", "[chart][axes]") {
    auto years = chart_of("column", {{"2023-04/2024-03", 5}, {"2024-04/2025-03", 7}, {"2025-04/2026-03", 6}});
    const auto drawing = drawn(timed(years), 400, 140).value();
    CHECK(says(drawing, "2023/24"));
    CHECK(says(drawing, "2025/26"));

    doc::Chart months = chart_of("line", {});
    for (int month = 0; month < 36; ++month) {
        const int year = 2023 + month / 12, of = month % 12 + 1;
        months.categories.push_back(std::to_string(year) + (of < 10 ? "-0" : "-") + std::to_string(of));
        months.category_keys.push_back(months.categories.back());
        months.series[0].values.push_back(value(month));
    }
    months.year_begins = 4;
    const auto line = drawn(timed(months), 400, 140).value();
    CHECK(says(line, "2023/24"));
    CHECK(says(line, "2024/25"));
    CHECK_FALSE(says(line, "2024"));

    auto quarters = chart_of("column", {{"2024-Q2", 5}, {"2024-Q3", 7}, {"2024-Q4", 6}, {"2025-Q1", 6}});
    quarters.year_begins = 4;
    const auto words = words_of(drawn(timed(quarters), 400, 140).value());
    const auto first = std::find(words.begin(), words.end(), "Q1"), last = std::find(words.begin(), words.end(), "Q4");
    REQUIRE(first != words.end());
    CHECK(first < last);  // April to June is the first
}

TEST_CASE("ticks of years lie in the month in which the year begins", "[chart][axes]") {
    const double day = day_number({2024, 1, 1});
    for (const auto& tick : time_ticks(day, day + 4 * 365, 5, 7)) CHECK(civil_day(tick.day).month == 7);
}

TEST_CASE("a ratio line runs through the points at which y is ratio times x", "[chart][axes]") {
    const ValueScale x{{0, 10}, 0, 100}, y{{0, 50}, 100, 0};
    const auto line = ratio_line(x, y, 20, {0, 0, 100, 100});
    REQUIRE(line.size() > 1);
    CHECK(line.front().x == Approx(0));
    CHECK(line.front().y == Approx(100));
    CHECK(line.back().x == Approx(25));  // 2.5 × 20 = 50
    CHECK(line.back().y == Approx(0).margin(1e-9));
    CHECK(ratio_line(x, y, 0, {0, 0, 100, 100}).empty());
    CHECK(ratio_line({{1, 10}, 0, 100, true}, {{1e6, 1e7}, 100, 0, true}, 2, {0, 0, 100, 100}).empty());

    auto chart = sample_of("scatter");
    chart.annotations = {annotation(doc::Annotation::Kind::ratio).at_value(1).saying("one for one")};
    CHECK(says(drawn(chart, 300, 180).value(), "one for one"));
}

TEST_CASE("forms with values along x print reference lines with their value", "[chart][axes]") {
    for (const std::string type : {"bar", "lollipop", "dot", "dumbbell", "box", "strip", "bullet", "histogram"}) {
        auto chart = sample_of(type);
        double sum = 0, count = 0;
        for (const auto& value : chart.series[0].values)
            if (value.number) sum += *value.number, ++count;
        chart.annotations = {annotation(doc::Annotation::Kind::line).at_value(std::round(sum / count)).saying("Mean")};
        const auto words = words_of(drawn(chart, 320, 180).value());
        INFO(type);
        CHECK(std::any_of(words.begin(), words.end(), [](const auto& label) { return label.starts_with("Mean "); }));
    }
}

TEST_CASE("a bar's whisker spans its interval, and the value is printed beyond it", "[chart][axes]") {
    auto chart = chart_of("bar", {{"a", 50}, {"b", 100}});
    chart.series[0].low = {value(40), value(80)};
    chart.series[0].high = {value(70), value(120)};
    const auto drawing = drawn(chart, 252, 140).value();
    const auto bars = filled_boxes(drawing);
    REQUIRE(bars.size() == 2);
    const double unit = bars[1].width / 100;
    const auto whiskers = open_paths(drawing, house().layout.chart.axis);
    REQUIRE(whiskers.size() >= 2);
    const auto points = points_of(whiskers[0]);
    CHECK(points[0].x == Approx(bars[0].x + 40 * unit).margin(0.1));
    CHECK(points[1].x == Approx(bars[0].x + 70 * unit).margin(0.1));
    for (const auto& run : runs_of(drawing))
        if (run.text == "50") CHECK(run.origin.x > points[1].x);
}

TEST_CASE("the note states that points are thinned, and only then", "[chart][axes]") {
    doc::Chart chart = chart_of("line", {});
    for (int i = 0; i < 30000; ++i) {
        chart.categories.push_back(std::to_string(i));
        chart.category_keys.push_back(chart.categories.back());
        chart.series[0].values.push_back(value(i % 97));
    }
    const auto note = drawn(chart, 252, 140).value().note;
    CHECK_THAT(note, StartsWith("n = 30,000 (thinned: "));
    CHECK(drawn(sample_of("line"), 252, 140).value().note.empty());
}
