// Growth a year of each series beside stacked columns, and of their total.
#include "chart/notes/arrows.h"
#include "chart/notes/growth_column.h"
#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

doc::Chart stacked() {
    auto chart =
        timed(table_of("column", {"2023", "2024", "2025", "2026"},
                       {{"Base", {100, 110, 121, 133.1}}, {"Services", {50, 60, 80, 100}}, {"New", {0, 5, 9, 20}}}));
    chart.stack = vocabulary::Stack::total;
    chart.annotations = {annotation(doc::Annotation::Kind::cagr).between("2023", "2026").for_each()};
    return chart;
}

}  // namespace

TEST_CASE("growth a year is compound, over the time between the two dates", "[chart][growth]") {
    const auto chart = stacked();
    CHECK(*growth_a_year(chart, 0, 3, 100, 133.1) == Approx(10).epsilon(0.001));
    CHECK(*growth_a_year(chart, 0, 3, 50, 100) == Approx(25.99).epsilon(0.001));
    CHECK_FALSE(growth_a_year(chart, 0, 3, 0, 20));
    CHECK_FALSE(growth_a_year(chart, 3, 0, 10, 20));
    auto quarters = timed(chart_of("column", {{"2023-Q2", 10}, {"2024-Q2", 20}}));
    CHECK(*growth_a_year(quarters, 0, 1, 10, 20) == Approx(100).epsilon(0.01));
}

TEST_CASE("each part's growth is level with its name, the total's above them, the years on top", "[chart][growth]") {
    const auto drawing = drawn(stacked(), 400, 200).value();
    CHECK(says(drawing, "CAGR 23–26"));
    CHECK(says(drawing, "+10%"));
    CHECK(says(drawing, "+26%"));
    CHECK(says(drawing, "–"));  // a series that began at 0 has no rate
    CHECK(says(drawing, "+19%"));
    const auto runs = runs_of(drawing);
    const auto run_of = [&](const std::string& begin) {
        return *std::find_if(runs.begin(), runs.end(), [&](const auto& run) { return run.text.starts_with(begin); });
    };
    CHECK(run_of("+26%").origin.y == Approx(run_of("Services").origin.y).margin(0.6));
    CHECK(run_of("+26%").origin.x + run_of("+26%").width == Approx(400).margin(0.1));
    CHECK(run_of("+19%").origin.y < run_of("+26%").origin.y);
    CHECK(run_of("CAGR").origin.y < run_of("+19%").origin.y);
}

TEST_CASE("growth of each series is refused without a stack of columns", "[chart][growth]") {
    auto chart = stacked();
    chart.stack = vocabulary::Stack::none;
    CHECK_FALSE(drawn(chart, 400, 200).has_value());
    chart.form = vocabulary::Form::line;
    CHECK_FALSE(drawn(chart, 400, 200).has_value());
}
