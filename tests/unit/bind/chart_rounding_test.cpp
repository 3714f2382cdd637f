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
