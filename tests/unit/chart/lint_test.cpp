// Charts that mislead get one warning with its code; charts that do not get none.
#include "chart/checks/lint.h"

#include "chart/checks/codes.h"
#include "chart/marks/trend.h"
#include "diag/codes.h"
#include "fixture.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

std::vector<diag::Code> codes(const doc::Chart& chart) {
    std::vector<diag::Code> codes;
    for (const auto& warning : lint(chart, 8, {})) {
        CHECK(warning.severity == diag::Severity::warning);
        CHECK_THAT(warning.remedy, ContainsSubstring("because"));
        codes.push_back(warning.code);
    }
    return codes;
}
using Codes = std::vector<diag::Code>;

}  // namespace

TEST_CASE("an axis that does not begin at zero is reported under columns, not under lines", "[chart][lint]") {
    auto chart = chart_of("column", {{"a", 96}, {"b", 98}});
    chart.domain = {95, 100};
    CHECK(codes(chart) == Codes{chart::code::axis_cut});
    chart.form = vocabulary::Form::line;
    CHECK(codes(chart).empty());
    chart.form = vocabulary::Form::column;
    chart.domain = {0, 200};
    CHECK(codes(chart).empty());
}

TEST_CASE("a line in another unit than its columns is reported", "[chart][lint]") {
    auto chart = chart_of("column", {{"a", 96}, {"b", 98}});
    add_channel(chart, "line", {3, 4}, "Rate");
    CHECK(codes(chart).empty());
    chart.extra[0].format.unit = "percent";
    CHECK(codes(chart) == Codes{chart::code::two_axes});
}

TEST_CASE("uneven steps that are drawn as even ones are reported", "[chart][lint]") {
    // Most steps of the calendar would be empty, so the columns are drawn one beside the other.
    auto chart = timed(chart_of("column", {{"1990", 1}, {"2010", 2}, {"2015", 3}, {"2016", 4}}));
    CHECK(codes(chart) == Codes{chart::code::uneven_steps});
    chart = timed(chart_of("column", {{"2014", 1}, {"2015", 2}, {"2017", 3}}));  // the gap is drawn
    CHECK(codes(chart).empty());
    chart = timed(chart_of("line", {{"1990", 1}, {"2010", 2}, {"2015", 3}}));
    CHECK(codes(chart).empty());
    CHECK(codes(chart_of("line", {{"1", 1}, {"2", 2}, {"10", 3}})) == Codes{chart::code::uneven_steps});
    CHECK(codes(chart_of("line", {{"one", 1}, {"two", 2}, {"ten", 3}})).empty());
}

TEST_CASE("wholes of many parts, and percentages that do not add up to 100, are reported", "[chart][lint]") {
    CHECK(codes(chart_of("donut", {{"a", 1}, {"b", 2}, {"c", 3}})).empty());
    CHECK(codes(chart_of("donut", {{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}, {"e", 1}, {"f", 1}, {"g", 1}})) ==
          Codes{chart::code::area_exaggerates});
    auto chart = chart_of("pie", {{"a", 60}, {"b", 60}});
    chart.format.unit = "percent";
    CHECK(codes(chart) == Codes{chart::code::area_exaggerates});
}

TEST_CASE("a trend needs three points", "[chart][lint]") {
    auto chart = chart_of("line", {{"a", 1}, {"b", 2}});
    chart.annotations = {annotation(doc::Annotation::Kind::trend)};
    CHECK(codes(chart) == Codes{chart::code::trend_of_few});
    chart = chart_of("line", {{"a", 1}, {"b", 2}, {"c", 2}});
    chart.annotations = {annotation(doc::Annotation::Kind::trend)};
    CHECK(codes(chart).empty());
}

TEST_CASE("forty series in a palette of eight colours are reported unless one is highlighted", "[chart][lint]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::line;
    chart.categories = chart.category_keys = {"a", "b"};
    for (double i = 0; i < 40; ++i) chart.series.push_back(series_of_numbers(std::to_string(i), {i, 2 * i}));
    CHECK(codes(chart) == Codes{diag::code::too_many_series});
    chart.series[3].highlighted = true;
    CHECK(codes(chart).empty());
}

TEST_CASE("a fit is the line of least squares", "[chart]") {
    const auto line = fit({{0, 1}, {1, 3}, {2, 5}});
    REQUIRE(line.has_value());
    CHECK(line->slope == Approx(2));
    CHECK((*line)(10) == Approx(21));
    CHECK_FALSE(fit({{1, 1}, {1, 2}}).has_value());
}
