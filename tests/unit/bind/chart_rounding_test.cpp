// When a chart says that its printed parts do not add up.
#include "bind/exhibits/chart_rounding.h"

#include "catch.h"

using namespace precis;

namespace {

const locale::Locale& english() {
    static const auto locale = *locale::Locale::find("en-GB");
    return locale;
}

doc::Chart stacked(vocabulary::Stack stack, const std::vector<std::pair<double, std::string>>& parts) {
    doc::Chart chart;
    chart.form = vocabulary::Form::column;
    chart.stack = stack;
    chart.categories = {"2025"};
    for (const auto& [number, text] : parts) {
        auto& series = chart.series.emplace_back();
        series.name = "Part " + std::to_string(chart.series.size());
        doc::Value value;
        value.number = number;
        value.text = text;
        series.values.push_back(value);
    }
    return chart;
}

}  // namespace

TEST_CASE("shares that are rounded apart from 100 are noted", "[bind][rounding]") {
    using vocabulary::Stack;
    CHECK(bind::rounding_word(stacked(Stack::percent, {{1, "1"}, {1, "1"}, {1, "1"}}), english()) == "rounding-shares");
    CHECK(bind::rounding_word(stacked(Stack::percent, {{1, "1"}, {1, "1"}}), english()).empty());
    auto published = stacked(Stack::percent, {{33.3, "33.3"}, {33.3, "33.3"}, {33.3, "33.3"}});
    published.format.unit = "percent";
    CHECK(bind::rounding_word(published, english()) == "rounding-shares");
    published = stacked(Stack::percent, {{33.3, "33.3"}, {33.3, "33.3"}, {33.4, "33.4"}});
    published.format.unit = "percent";
    CHECK(bind::rounding_word(published, english()).empty());
    auto silent = stacked(Stack::percent, {{1, "1"}, {1, "1"}, {1, "1"}});
    silent.labels = vocabulary::Labels::none;
    CHECK(bind::rounding_word(silent, english()).empty());
}

TEST_CASE("the sum over a stack is compared with the numbers in it", "[bind][rounding]") {
    using vocabulary::Stack;
    auto rounded = stacked(Stack::total, {{1.4, "1"}, {1.4, "1"}, {1.4, "1"}});
    rounded.format.decimals = 0;
    CHECK(bind::rounding_word(rounded, english()) == "rounding");
    rounded.totals = false;
    CHECK(bind::rounding_word(rounded, english()).empty());
    auto exact = stacked(Stack::total, {{1.4, "1.4"}, {1.4, "1.4"}, {1.4, "1.4"}});
    exact.format.decimals = 1;
    CHECK(bind::rounding_word(exact, english()).empty());
    auto short_form = stacked(Stack::total, {{1.4e6, "1.4M"}, {1.44e6, "1.4M"}});
    CHECK(bind::rounding_word(short_form, english()).empty());
}

TEST_CASE("parts of a ring are compared with 100", "[bind][rounding]") {
    doc::Chart ring;
    ring.form = vocabulary::Form::donut;
    ring.categories = {"a", "b", "c"};
    ring.series.emplace_back();
    for (const double number : {1.0, 1.0, 1.0}) {
        doc::Value value;
        value.number = number;
        value.text = "1";
        ring.series[0].values.push_back(value);
    }
    CHECK(bind::rounding_word(ring, english()) == "rounding-shares");
    ring.series[0].values.pop_back();
    ring.categories.pop_back();
    CHECK(bind::rounding_word(ring, english()).empty());
}

TEST_CASE("the word is there in every language", "[bind][rounding]") {
    for (const char* tag : {"en-GB", "fr", "de", "hi", "zh"})
        CHECK(locale::Locale::find(tag)->word("rounding-shares").find("100") != std::string::npos);
}

namespace {

doc::Value number(double number, const std::string& text) {
    doc::Value value;
    value.number = number;
    value.text = text;
    return value;
}

/// Changes that lead from the first value to the last, which is a sum.
doc::Chart bridge(const std::vector<double>& values, int decimals) {
    doc::Chart chart;
    chart.form = vocabulary::Form::waterfall;
    chart.format.decimals = decimals;
    chart.series.emplace_back();
    for (const double value : values) {
        chart.categories.push_back(std::to_string(chart.categories.size()));
        chart.series[0].values.push_back(number(value, ""));
    }
    chart.category_total.assign(values.size(), false);
    chart.category_total.back() = true;
    return chart;
}

}  // namespace

TEST_CASE("printed changes that do not lead to the printed sum are noted", "[bind][rounding]") {
    CHECK(bind::rounding_word(bridge({100.4, 10.4, 110.8}, 0), english()) == "rounding");
    CHECK(bind::rounding_word(bridge({100.4, 10.4, 110.8}, 1), english()).empty());
    CHECK(bind::rounding_word(bridge({100, -10, 90}, 0), english()).empty());
    CHECK(bind::rounding_word(bridge({100, -10, 70}, 0), english()).empty());  // more than rounding: a warning
    auto empty_sum = bridge({100.4, 10.4, 0}, 0);
    empty_sum.series[0].values.back() = {};  // the sum of what is before it
    CHECK(bind::rounding_word(empty_sum, english()) == "rounding");
    auto second = bridge({100.4, 10.4, 110.8, 5, 115.8}, 0);  // 100 + 10 = 111; 111 + 5 = 116
    second.category_total[2] = true;
    CHECK(bind::rounding_word(second, english()) == "rounding");
    auto compact = bridge({1.04e6, 1.04e6, 2.08e6}, 0);
    compact.format.compact = true;
    CHECK(bind::rounding_word(compact, english()).empty());
}

TEST_CASE("columns of shares and their widths are compared with 100", "[bind][rounding]") {
    auto chart = stacked(vocabulary::Stack::none, {{1, "1"}, {1, "1"}, {1, "1"}});
    chart.form = vocabulary::Form::marimekko;
    CHECK(bind::rounding_word(chart, english()) == "rounding-shares");
    chart.series.pop_back();
    CHECK(bind::rounding_word(chart, english()).empty());
    doc::ChannelData widths;
    widths.format.unit = "percent";
    for (int i = 0; i < 3; ++i) widths.values.push_back(number(33.3, "33.3"));
    chart.extra = {widths};
    chart.extra_names = {vocabulary::Channel::size};
    CHECK(bind::rounding_word(chart, english()) == "rounding-shares");
    chart.extra[0].values[0] = number(33.4, "33.4");
    CHECK(bind::rounding_word(chart, english()).empty());
}

TEST_CASE("sums of rows, of rings and of flows are compared with their numbers", "[bind][rounding]") {
    auto cells = bridge({1.4, 1.4, 1.4}, 0);
    cells.form = vocabulary::Form::heatmap;
    for (auto& value : cells.series[0].values) value.text = "1";
    CHECK(bind::rounding_word(cells, english()).empty());
    cells.totals = true;
    CHECK(bind::rounding_word(cells, english()) == "rounding");

    auto ring = cells;  // 33% thrice; 1, 1 and 1 around 4
    ring.form = vocabulary::Form::donut;
    ring.rounding = vocabulary::Rounding::largest_remainder;
    CHECK(bind::rounding_word(ring, english()) == "rounding");
    ring.form = vocabulary::Form::pie;  // prints no sum
    CHECK(bind::rounding_word(ring, english()).empty());
    ring.rounding = vocabulary::Rounding::each;
    CHECK(bind::rounding_word(ring, english()) == "rounding-shares");

    auto flows = cells;
    flows.form = vocabulary::Form::sankey;
    flows.categories = {"Wind", "Wind", "Wind"};
    doc::ChannelData goals;
    for (const char* goal : {"Heat", "Light", "Steel"}) goals.values.emplace_back().text = goal;
    flows.extra = {goals};
    flows.extra_names = {vocabulary::Channel::y};
    CHECK(bind::rounding_word(flows, english()).empty());  // prints nodes alone
    flows.labels = vocabulary::Labels::all;
    CHECK(bind::rounding_word(flows, english()) == "rounding");
}

TEST_CASE("in panels each panel is a whole", "[bind][rounding]") {
    auto chart = stacked(vocabulary::Stack::percent, {{1, "1"}, {1, "1"}, {2, "2"}, {1, "1"}, {1, "1"}, {1, "1"}});
    chart.facets.emplace();
    for (std::size_t s = 0; s < 6; ++s) chart.series[s].panel = s < 3 ? "North" : "South";
    CHECK(bind::rounding_word(chart, english()) == "rounding-shares");  // of the South
    for (std::size_t s = 4; s < 6; ++s) chart.series[s].values.clear();
    CHECK(bind::rounding_word(chart, english()).empty());
}

TEST_CASE("shares are rounded together only where the chart computes and prints them", "[bind][rounding]") {
    using vocabulary::Stack;
    const auto why = [](const doc::Chart& chart) {
        const auto refusal = bind::refused_rounding(chart);
        return refusal ? refusal->why : std::string();
    };
    auto chart = stacked(Stack::percent, {{1, "1"}, {1, "1"}, {1, "1"}});
    CHECK(why(chart).empty());
    chart.rounding = vocabulary::Rounding::largest_remainder;
    CHECK(bind::rounding_word(chart, english()).empty());  // they add up
    chart.labels = vocabulary::Labels::none;
    CHECK(why(chart) == "with `labels: none` it prints no shares");
    CHECK(why(stacked(Stack::total, {{1, "1"}, {1, "1"}})) == "it prints amounts, and computes no shares");
    auto published = stacked(Stack::percent, {{33.3, "33.3"}, {33.3, "33.3"}, {33.3, "33.3"}});
    published.format.unit = "percent";
    CHECK(why(published) == "its percentages are printed as published, and nothing changes them");
    CHECK(why(stacked(Stack::percent, {{0, "0"}, {0, "0"}})) == "the parts of “2025” add up to 0, and have no shares");
    auto missing = stacked(Stack::percent, {{1, "1"}, {1, "1"}});
    missing.categories.emplace_back("2026");  // no value at all: nothing is printed
    CHECK(why(missing).empty());
}
