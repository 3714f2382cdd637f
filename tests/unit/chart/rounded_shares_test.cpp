// Shares that add up to 100.
#include "chart/scales/rounded_shares.h"

#include <cmath>
#include <numeric>

#include "fixture.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

using Numbers = std::vector<double>;

/// The shares in units of their last digit, which add up exactly.
long units(const RoundedShares& shares) {
    long sum = 0;
    for (const double share : shares.percent) sum += std::lround(share * std::pow(10, shares.decimals));
    return sum;
}

doc::Chart donut_of(const std::vector<std::pair<std::string, double>>& parts) {
    auto chart = chart_of("donut", parts);
    chart.rounding = vocabulary::Rounding::largest_remainder;
    return chart;
}

}  // namespace

TEST_CASE("of equal remainders the first is rounded up", "[chart][shares]") {
    CHECK(rounded_shares({1, 1, 1}, 0).percent == Numbers{34, 33, 33});
    CHECK(rounded_shares({1, 1, 1}, 1).percent == Numbers{33.4, 33.3, 33.3});
    CHECK(rounded_shares({7, 7, 7}, 2).percent == Numbers{33.34, 33.33, 33.33});
    CHECK(rounded_shares({1, 1, 1, 1, 1, 1}, 0).percent == Numbers{17, 17, 17, 17, 16, 16});
    // Halves of different size are a tie, whatever a double makes of them: 10.5, 20.5, 69.
    CHECK(rounded_shares({21, 41, 138}, 0).percent == Numbers{11, 20, 69});
    CHECK(rounded_shares({0.1, 0.1, 0.1}, 1).percent == Numbers{33.4, 33.3, 33.3});
}

TEST_CASE("the largest remainders are rounded up", "[chart][shares]") {
    CHECK(rounded_shares({1, 1, 1.01}, 0).percent == Numbers{33, 33, 34});
    CHECK(rounded_shares({1500, 1000, 500}, 0).percent == Numbers{50, 33, 17});
    CHECK(rounded_shares({999, 1}, 0).percent == Numbers{100, 0});
    CHECK(rounded_shares({1e300, 1e300, 1e300}, 1).percent == Numbers{33.4, 33.3, 33.3});
}

TEST_CASE("a part of 0 gets nothing, one part gets all, no amount has no shares", "[chart][shares]") {
    CHECK(rounded_shares({1, 0, 1, 1}, 0).percent == Numbers{34, 0, 33, 33});
    CHECK(rounded_shares({0, 3, 0}, 2).percent == Numbers{0, 100, 0});
    CHECK(rounded_shares({5}, 1).percent == Numbers{100});
    CHECK(rounded_shares({0, 0}, 0).percent == Numbers{0, 0});
    CHECK(rounded_shares({}, 0).percent.empty());
    CHECK(rounded_shares({-2, 1, 1, 1}, 0).percent == Numbers{0, 34, 33, 33});  // refused before it is drawn
}

TEST_CASE("three hundred parts add up, none of them rounded to 0", "[chart][shares]") {
    Numbers amounts(300);
    std::iota(amounts.begin(), amounts.end(), 1);
    for (int decimals = 0; decimals <= 2; ++decimals) {
        const auto shares = rounded_shares(amounts, decimals);
        CHECK(units(shares) == std::lround(100 * std::pow(10, decimals)));
        for (std::size_t i = 0; i < amounts.size(); ++i)
            CHECK(std::abs(shares.percent[i] - amounts[i] / 451.5) < std::pow(10, -decimals));
    }
    const auto equal = shares_over_zero(Numbers(300, 2.5), 0);
    CHECK(equal.decimals == 1);
    CHECK(units(equal) == 1000);
    CHECK(equal.percent.front() == 0.4);
    CHECK(equal.percent.back() == 0.3);
    CHECK(shares_over_zero({9999, 1}, 0).decimals == 2);
    CHECK(shares_over_zero({99999, 1}, 0).decimals == 2);  // no more: 0.00
    CHECK(shares_over_zero({1, 1}, 0).decimals == 0);
}

TEST_CASE("a donut prints shares that add up", "[chart][shares]") {
    const auto thirds = drawn(donut_of({{"a", 1}, {"b", 1}, {"c", 1}}), 320, 160).value();
    CHECK(says(thirds, "34%"));
    CHECK(says(thirds, "33%"));
    auto each = donut_of({{"a", 1}, {"b", 1}, {"c", 1}});
    each.rounding = vocabulary::Rounding::each;
    CHECK_FALSE(says(drawn(each, 320, 160).value(), "34%"));
    // One small part gives all parts a decimal, where each by itself has its own.
    const auto small = drawn(donut_of({{"a", 597}, {"b", 397}, {"c", 6}}), 320, 160).value();
    CHECK(says(small, "59.7%"));
    CHECK(says(small, "39.7%"));
    CHECK(says(small, "0.6%"));
}

TEST_CASE("a stack prints shares that add up, on the drawing and in the editable chart", "[chart][shares]") {
    for (const std::string type : {"column", "bar", "area", "marimekko"}) {
        auto chart = table_of(type, {"2000", "2001"}, {{"Coal", {1, 1}}, {"Gas", {1, 1}}, {"Wind", {1, 1}}});
        if (type == "area") chart = timed(chart);
        if (type != "marimekko") chart.stack = vocabulary::Stack::percent;
        INFO(type);
        const auto printed = [&](const Drawing& drawing) {
            const auto words = words_of(drawing);
            return std::any_of(words.begin(), words.end(),
                               [](const auto& word) { return word.find("34") != std::string::npos; });
        };
        CHECK_FALSE(printed(drawn(chart, 400, 200).value()));
        chart.rounding = vocabulary::Rounding::largest_remainder;
        const auto got = drawn(chart, 400, 200).value();
        CHECK(printed(got));
        if (type != "column" && type != "bar") continue;
        REQUIRE(got.native.series.size() == 3);
        CHECK(got.native.series[0].points[1].label == "34%");
        CHECK(got.native.series[2].points[1].label == "33%");
    }
}

TEST_CASE("a change keeps its qualifier, in print and in the alternative text", "[chart][waterfall]") {
    auto chart = chart_of("waterfall", {{"Then", 100}, {"More", 20}, {"Now", 120}});
    chart.series[0].values[1] = more_than(20, ">20");
    chart.category_total = {true, false, true};
    CHECK(says(drawn(chart, 320, 160).value(), ">+20"));
    CHECK(describe(chart, *locale::Locale::find("en-GB")).find("More more than +20") != std::string::npos);
}
