// Ticks, labels pushed apart, steps of the calendar, parts of stacks: numbers without drawing.
#include "chart/canvas/numbers.h"

#include <cmath>

#include "catch.h"
#include "chart/marks/stack.h"
#include "chart/scales/dodge.h"
#include "chart/scales/slots.h"
#include "chart/scales/ticks.h"

using namespace precis;
using namespace precis::chart;

TEST_CASE("ticks are round and enclose the data", "[chart]") {
    CHECK(nice_ticks({0, 133}, 3).values == std::vector<double>{0, 50, 100, 150});
    CHECK(nice_ticks({0, 83}, 3).values == std::vector<double>{0, 30, 60, 90});
    CHECK(nice_ticks({0, 43.5}, 5).values == std::vector<double>{0, 10, 20, 30, 40, 50});
    CHECK(nice_ticks({0, 0}, 3).values.front() == 0);
    CHECK(nice_ticks({0, 0.25}, 4).decimals > 0);
}

TEST_CASE("the ticks of an axis have one form, exact, and no two words are alike", "[chart]") {
    const auto locale = *locale::Locale::find("en-GB");
    const auto words = [&](const std::vector<double>& ticks, int decimals = 0) {
        const TickWords all(ticks, {}, decimals, true, locale);
        std::vector<std::string> out;
        for (const double tick : ticks) out.push_back(all.of(tick, Unit::bare));
        return out;
    };
    using Words = std::vector<std::string>;
    CHECK(words({0, 500000, 750000}) == Words{"0", "500,000", "750,000"});
    CHECK(words({1250000, 1500000, 1750000}) == Words{"1.25M", "1.5M", "1.75M"});
    CHECK(words({0, 0.5e6, 1e6}) == Words{"0", "500K", "1M"});
    CHECK(words({1e9, 1e9 + 1, 1e9 + 2}) == Words{"1,000,000,000", "1,000,000,001", "1,000,000,002"});
    CHECK(words({0, 750e12, 1.5e15}) == Words{"0", "7.5\u00a0×\u00a010¹⁴", "1.5\u00a0×\u00a010¹⁵"});
    CHECK(words({0, 0.25, 0.5}, 2) == Words{"0.00", "0.25", "0.50"});
    CHECK(words({-2e6, 0, 2e6}) == Words{"−2M", "0", "2M"});
}

TEST_CASE("ticks enclose any interval, in equal steps", "[chart][property]") {
    for (const double size : {1e-300, 1e-9, 0.37, 1.0, 99.0, 12345.0, 1e18, 1e299}) {
        for (const double shift : {0.0, -0.4, -1.0, 3.0}) {
            for (int wanted = 1; wanted <= 6; ++wanted) {
                const Interval data{shift * size, shift * size + size};
                const Ticks ticks = nice_ticks(data, wanted);
                INFO(size << " " << shift << " " << wanted);
                REQUIRE(ticks.values.size() >= 2);
                REQUIRE(ticks.values.size() <= 8);
                CHECK(ticks.values.front() <= data.lo + 1e-6 * ticks.step);
                CHECK(ticks.values.back() >= data.hi - 1e-6 * ticks.step);
                CHECK(ticks.step > 0);
            }
        }
    }
}

TEST_CASE("logarithmic ticks are powers of ten, with 2 and 5 between on short axes", "[chart]") {
    CHECK(log_ticks({10, 600}).values == std::vector<double>{10, 20, 50, 100, 200, 500, 1000});
    const auto wide = log_ticks({1, 1e9});
    CHECK(wide.values.size() <= 7);
    CHECK(wide.values.back() >= 1e9 * (1 - 1e-9));
}

TEST_CASE("labels that are pushed apart keep their order and pitch, and move as little as possible",
          "[chart][property]") {
    const auto free = dodge({10, 30}, 9.6, {0, 100});
    REQUIRE(free);
    CHECK(*free == std::vector<double>{10, 30});
    const auto pushed = dodge({50, 50, 50}, 10, {0, 100});
    REQUIRE(pushed);
    CHECK(*pushed == std::vector<double>{40, 50, 60});
    const auto edge = dodge({98, 99}, 10, {0, 100});
    REQUIRE(edge);
    CHECK((*edge)[1] <= 100);
    CHECK((*edge)[1] - (*edge)[0] >= 10 - 1e-9);
    CHECK_FALSE(dodge({1, 2, 3}, 10, {0, 15}));
}

TEST_CASE("day numbers and dates convert both ways", "[chart]") {
    CHECK(civil_day(0) == CivilDay{1970, 1, 1});
    CHECK(day_number({2026, 8, 31}) == 20696);
    for (double day = -800000; day < 2900000; day += 9973) CHECK(day_number(civil_day(day)) == day);
}

TEST_CASE("a year without a row keeps its slot on the axis", "[chart]") {
    doc::Chart chart;
    for (const int year : {2020, 2021, 2024}) {
        chart.categories.push_back(std::to_string(year));
        chart.periods.push_back({day_number({year, 1, 1}), day_number({year + 1, 1, 1})});
    }
    const Slots slots = slots_of(chart);
    CHECK(slots.kind == Slots::Kind::year);
    CHECK(slots.of == std::vector<std::size_t>{0, 1, 4});
    CHECK(slots.count == 5);
}

TEST_CASE("parts of a percent stack add up to 100, and to 0 in a category without numbers", "[chart]") {
    doc::Chart chart;
    chart.stack = vocabulary::Stack::percent;
    chart.categories = {"a", "b"};
    for (const double number : {1.0, 3.0}) {
        doc::Chart::Series series;
        series.values.resize(2);
        series.values[0].number = number;
        chart.series.push_back(series);
    }
    const auto parts = stacked_parts(chart);
    CHECK(parts[0][0].to == Approx(25));
    CHECK(parts[1][0].to == Approx(100));
    CHECK(parts[1][1].to == 0);
}
