// Variances of actual and plan by category; statuses in forms whose marks have no fill.
#include "chart/marks/variance.h"

#include "chart/checks/lint.h"
#include "diag/codes.h"
#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

doc::Chart against_plan(const std::string& type) {
    auto chart = table_of(type, {"North", "South", "West"}, {{"Plan", {100, 80, 60}}, {"Actual", {110, 70, 60}}});
    for (auto& value : chart.series[0].values) value.status = data::Status::plan;
    chart.annotations = {annotation(doc::Annotation::Kind::difference).between("Plan", "Actual").for_each()};
    return chart;
}

// The boxes of the first group of annotations.
std::vector<base::Rect> strip_boxes(const Drawing& drawing) {
    for (const auto& item : drawing.items) {
        const auto* group = std::get_if<scene::Group>(&item);
        if (group == nullptr || !group->annotation) continue;
        Drawing inner;
        inner.items = group->items;
        return filled_boxes(inner);
    }
    return {};
}

}  // namespace

TEST_CASE("a variance is the second series minus the first", "[chart][variance]") {
    auto chart = against_plan("column");
    chart.series[1].values[1].number.reset();
    const auto by_category = variances(chart);
    REQUIRE(by_category.size() == 3);
    CHECK(*by_category[0] == 10);
    CHECK_FALSE(by_category[1]);
    CHECK(*by_category[2] == 0);
}

TEST_CASE("variances of columns lie over them, up for more and down for less", "[chart][variance]") {
    const auto drawing = drawn(against_plan("column"), 300, 200).value();
    CHECK(says(drawing, "+10"));
    CHECK(says(drawing, "−10"));
    CHECK(says(drawing, "Actual − Plan"));
    const auto boxes = strip_boxes(drawing);
    REQUIRE(boxes.size() >= 2);
    CHECK(boxes[0].height == Approx(boxes[1].height).epsilon(0.01));
    CHECK(boxes[0].bottom() == Approx(boxes[1].y).margin(0.2));  // from one zero line
}

TEST_CASE("variances of bars lie beside them, to the right for more", "[chart][variance]") {
    const auto drawing = drawn(against_plan("bar"), 300, 160).value();
    CHECK(says(drawing, "+10"));
    const auto boxes = strip_boxes(drawing);
    REQUIRE(boxes.size() >= 2);
    CHECK(boxes[0].width == Approx(boxes[1].width).epsilon(0.01));
    CHECK(boxes[0].x == Approx(boxes[1].right()).margin(0.2));
}

TEST_CASE("a variance of an unknown series, or in a stack, is refused", "[chart][variance]") {
    auto chart = against_plan("column");
    chart.annotations[0].ends = {"Budget", "Actual"};
    const auto got = drawn(chart, 300, 200);
    REQUIRE_FALSE(got.has_value());
    CHECK(got.diagnostics().front().code == diag::code::highlight_not_found);
    chart = against_plan("column");
    chart.stack = vocabulary::Stack::total;
    CHECK_FALSE(drawn(chart, 300, 200).has_value());
}

TEST_CASE("a stacked area is hatched where it is a forecast", "[chart][status]") {
    auto chart = sample_of("area");
    for (auto& series : chart.series) series.values[3].status = data::Status::forecast;
    std::size_t hatched = 0, plain = 0;
    const auto drawing = drawn(chart, 300, 180).value();
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path == nullptr || path->steps.size() < 5) continue;
        hatched += path->hatch ? 1 : 0;
        plain += path->fill && path->stroke ? 1 : 0;
    }
    CHECK(hatched == 3);
    CHECK(plain >= 3);
}

TEST_CASE("a plan is a ring among dots, a previous value grey", "[chart][status]") {
    auto chart = chart_of("dot", {{"a", 10}, {"b", 20}});
    const auto solid = drawn(chart, 300, 100).value();
    chart.series[0].values[0].status = data::Status::plan;
    CHECK_FALSE(drawn(chart, 300, 100).value().items == solid.items);
    CHECK(is_ahead(data::Status::target));
    CHECK_FALSE(is_ahead(data::Status::previous));
}

TEST_CASE("forms that aggregate values warn of forecasts among them", "[chart][status]") {
    for (const std::string type : {"histogram", "box", "strip"}) {
        auto chart = sample_of(type);
        CHECK(lint(chart, 8, {}).empty());
        chart.series[0].values[3].status = data::Status::forecast;
        const auto warnings = lint(chart, 8, {});
        REQUIRE(warnings.size() == 1);
        CHECK(warnings[0].code == diag::code::mixed_qualifiers);
    }
}
