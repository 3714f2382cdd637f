// Which charts can have a dot for each counted thing.
#include "bind/exhibits/chart_dots.h"

#include "catch.h"

using namespace precis;

namespace {

doc::Chart counts() {
    doc::Chart chart;
    chart.form = vocabulary::Form::column;
    chart.dots = 2;
    chart.categories = {"2024", "2025"};
    chart.series.resize(1);
    chart.series[0].values.resize(2);
    chart.series[0].values[0].number = 3;
    chart.series[0].values[1].number = 4;
    return chart;
}

std::string why(const doc::Chart& chart) {
    const auto refusal = bind::refused_dots(chart);
    return refusal ? refusal->why : std::string();
}

}  // namespace

TEST_CASE("counts have dots, other numbers have none", "[bind][dots]") {
    CHECK(why(counts()).empty());
    auto chart = counts();
    chart.series[0].values[1].number = 4.5;
    CHECK(why(chart) == "4.5 is not a whole number from 0 on");
    chart.series[0].values[1].number = -1;
    CHECK(why(chart) == "-1 is not a whole number from 0 on");
    chart.series[0].values[1].number = 4998;
    CHECK(why(chart) == "5001 dots can't be told apart; 5000 can");
    chart.series[0].values[1].number = 4997;
    CHECK(why(chart).empty());
    chart.dots = 0;
    chart.series[0].values[1].number = 4.5;
    CHECK(why(chart).empty());  // columns
}

TEST_CASE("a dot is one known thing", "[bind][dots]") {
    auto chart = counts();
    chart.series[0].values[1].qualifier = data::Qualifier::more_than;
    CHECK(why(chart) == "a dot stands for one known thing, but some values are not exact or not actual");
    chart = counts();
    chart.series[0].values[0].status = data::Status::forecast;
    CHECK(why(chart) == "a dot stands for one known thing, but some values are not exact or not actual");
}

TEST_CASE("what dots do not show is refused", "[bind][dots]") {
    auto chart = counts();
    chart.series.push_back(chart.series[0]);
    CHECK(why(chart) == "dots of several series stand on one another");
    chart.stack = vocabulary::Stack::total;
    CHECK(why(chart).empty());
    chart.data_row = true;
    CHECK(why(chart) == "it has dots to count, without an axis, a line, words or sums");
    chart = counts();
    chart.facets.emplace();
    CHECK(why(chart) == "panels have columns");
}
