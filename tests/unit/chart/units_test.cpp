// Units at marks and axes; periods without a row.
#include "chart/canvas/numbers.h"
#include "chart/native.h"
#include "fixture.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

doc::Chart in_unit(doc::Chart chart, std::string unit, std::string symbol, bool before = false) {
    chart.format.unit = std::move(unit);
    chart.format.symbol = std::move(symbol);
    chart.format.symbol_before = before;
    return chart;
}

/// Months of which April has no row, as bind leaves it: a place on the axis without a value.
doc::Chart with_a_gap(const std::string& form) {
    auto chart =
        timed(chart_of(form, {{"2026-01", 3}, {"2026-02", 5}, {"2026-03", 4}, {"2026-04", 0}, {"2026-05", 6}}));
    chart.series[0].values[3] = {};
    chart.series[0].values[3].text = "–";
    return chart;
}

doc::Chart two_series(doc::Chart chart) {
    chart.series[0].name = "A";
    chart.series.push_back(chart.series[0]);
    chart.series[1].name = "B";
    chart.stack = stack_of("total");
    return chart;
}

}  // namespace

TEST_CASE("bars without an axis have the unit at their labels, a noun at the first", "[chart][units]") {
    const auto bars = chart_of("bar", {{"A", 68}, {"B", 43.5}});
    const auto percent = drawn(in_unit(bars, "percent", "%")).value();
    CHECK((says(percent, "68%") && says(percent, "43.5%")));
    const auto money = drawn(in_unit(bars, "EUR", "€", true)).value();
    CHECK((says(money, "€68") && says(money, "€43.5")));
    const auto noun = drawn(in_unit(bars, "TWh", "\u00a0TWh")).value();
    CHECK((says(noun, "68 TWh") && says(noun, "43.5")));
    auto with_axis = in_unit(bars, "percent", "%");
    with_axis.x_axis.title = "Share";
    CHECK(says(drawn(with_axis).value(), "43.5"));
    const auto steps = drawn(in_unit(chart_of("waterfall", {{"A", 68}, {"B", 43.5}}), "percent", "%")).value();
    CHECK((says(steps, "+68.0%") && says(steps, "+43.5")));
}

TEST_CASE("a noun stands over the words of an upright axis, and at the last tick of a lying one", "[chart][units]") {
    for (const std::string form : {"column", "line", "area"}) {
        CAPTURE(form);
        const auto drawing =
            drawn(in_unit(chart_of(form, {{"A", 120}, {"B", 60}, {"C", 30}, {"D", 90}}), "TWh", "\u00a0TWh")).value();
        CHECK(says(drawing, "TWh"));
        CHECK_FALSE(says(drawing, "125 TWh"));
    }
    CHECK(says(drawn(in_unit(chart_of("dot", {{"A", 130}, {"B", 60}}), "TWh", "\u00a0TWh")).value(), "150 TWh"));
    auto titled = in_unit(chart_of("line", {{"A", 120}, {"B", 60}, {"C", 30}, {"D", 9}}), "TWh", "\u00a0TWh");
    titled.value_label = "Generation";
    CHECK(says(drawn(titled).value(), "Generation, TWh"));
}

TEST_CASE("an editable chart prints a noun once, and each axis of points has its own format", "[chart][units]") {
    const auto column = in_unit(chart_of("column", {{"A", 120.5}, {"B", 60}}), "TWh", "\u00a0TWh");
    const auto ruled = drawn(column).value().native;
    CHECK(ruled.number_format == "#,##0.0");
    CHECK(ruled.value_title == "TWh");
    const auto bars = in_unit(chart_of("bar", {{"A", 120.5}, {"B", 60}}), "TWh", "\u00a0TWh");
    const auto labelled = drawn(bars).value().native;  // without an axis, whose title it could be
    CHECK(labelled.series.at(0).points.at(0).label == "120.5\u00a0TWh");
    auto line = column;
    line.form = form_of("line");
    CHECK(drawn(line).value().native.value_title == "TWh");
}

TEST_CASE("a period without a row is not counted, summed or drawn as zero", "[chart][gaps]") {
    const auto line = with_a_gap("line");
    CHECK_THAT(describe(line, house().locale),
               ContainsSubstring("of 4 values, 2026-01 to 2026-05, without 1 period between"));
    CHECK_FALSE(says(drawn(two_series(with_a_gap("column"))).value(), "0"));
    CHECK(says(drawn(two_series(with_a_gap("column"))).value(), "12"));
    // Areas of other programs fall to zero, so that one with a gap stays a drawing.
    CHECK(drawn(with_a_gap("area")).value().native.type == scene::ChartData::Type::other);
    CHECK(drawn(two_series(with_a_gap("area"))).value().native.type == scene::ChartData::Type::other);
    auto whole = with_a_gap("area");
    whole.series[0].values[3] = value(1);
    CHECK(drawn(whole).value().native.type == scene::ChartData::Type::area);
    auto partly = two_series(with_a_gap("area"));
    partly.series[1].values[3] = value(1);
    CHECK(drawn(partly).value().native.type == scene::ChartData::Type::area);
}

TEST_CASE("days are said with on, and are short in editable charts", "[chart][gaps]") {
    auto days = timed(chart_of("line", {}));
    for (int day = 1; day < 10; ++day) {
        days.category_keys.push_back("2026-03-0" + std::to_string(day));
        days.categories.push_back(std::to_string(day) + " March 2026");
        days.series[0].values.push_back(value(day));
    }
    days = timed(days);
    CHECK_THAT(describe(days, house().locale), ContainsSubstring("from 1 on 1 March 2026 to 9 on 9 March 2026"));
    CHECK(drawn(days).value().native.categories.at(0) == "1\u00a0Mar");
    const auto months = drawn(with_a_gap("line")).value().native;
    CHECK(months.categories.at(1) == "Feb\u00a026");
    auto bars = with_a_gap("bar");
    CHECK(drawn(bars).value().native.categories.at(1) == "2026-02");
}

TEST_CASE("days of work with weekends between them drop no words", "[chart][gaps]") {
    auto days = chart_of("column", {});
    for (const int day : {2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16}) {  // Mondays to Fridays
        const auto key = "2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
        days.category_keys.push_back(key);
        days.categories.push_back(house().locale.date(key));
        days.series[0].values.push_back(value(day));
    }
    CHECK(drawn(timed(days)).diagnostics().empty());  // nor are their steps uneven
}
