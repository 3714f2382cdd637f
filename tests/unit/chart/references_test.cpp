// Lines, bands, events and callouts in every form that draws them; in other forms they are refused.
#include "chart/notes/references.h"

#include "chart/checks/check.h"
#include "chart/notes/level_lines.h"
#include "diag/codes.h"
#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

using Kind = doc::Annotation::Kind;

doc::Annotation value_band(double from, double to, std::string text = "Target") {
    return annotation(Kind::band).from_value(from, to).saying(std::move(text));
}
doc::Annotation category_band(std::string from, std::string to, std::string text) {
    return annotation(Kind::band).between(std::move(from), std::move(to)).saying(std::move(text));
}
doc::Annotation at_category(Kind kind, std::string category, std::string text) {
    return annotation(kind).at(std::move(category)).saying(std::move(text));
}

// The grounds of bands: filled boxes in the track's colour, annotations included.
std::vector<base::Rect> grounds_in(const std::vector<scene::Item>& items) {
    std::vector<base::Rect> grounds;
    const auto track = inks(house().layout).track;
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item))
            for (const auto& box : grounds_in(group->items)) grounds.push_back(box);
        const auto* path = std::get_if<scene::Path>(&item);
        if (path == nullptr || !path->fill || !(*path->fill == track)) continue;
        Drawing single;
        single.items = {*path};
        for (const auto& box : filled_boxes(single)) grounds.push_back(box);
    }
    return grounds;
}
std::vector<base::Rect> grounds(const Drawing& drawing) {
    return grounds_in(drawing.items);
}

}  // namespace

TEST_CASE("a band of values crosses forms with upright values, as high as its values", "[chart][references]") {
    for (const std::string type : {"column", "line", "step", "area"}) {
        auto chart = timed(chart_of(type, {{"2022", 10}, {"2023", 20}, {"2024", 40}}));
        chart.labels = vocabulary::Labels::none;
        chart.annotations = {value_band(10, 30)};
        INFO(type);
        const auto drawing = drawn(chart, 300, 160).value();
        const auto bands = grounds(drawing);
        REQUIRE(bands.size() == 1);
        CHECK(bands[0].width > 250);
        CHECK(says(drawing, "Target"));
        chart.annotations = {value_band(10, 20)};
        CHECK(grounds(drawn(chart, 300, 160).value())[0].height == Approx(bands[0].height / 2).epsilon(0.01));
    }
}

TEST_CASE("a band of values is upright in forms with values along x, its numbers beneath", "[chart][references]") {
    for (const std::string type : {"bar", "lollipop", "dot", "bullet", "box", "strip", "histogram"}) {
        auto chart = sample_of(type);
        chart.annotations = {value_band(10, 20)};
        INFO(type);
        const auto drawing = drawn(chart, 300, 180).value();
        const auto bands = grounds(drawing);
        REQUIRE_FALSE(bands.empty());
        const auto& band = *std::max_element(bands.begin(), bands.end(),
                                             [](const auto& a, const auto& b) { return a.height < b.height; });
        CHECK(band.height > 40);
        CHECK(band.width < 200);
        CHECK(says(drawing, "Target 10–20"));
    }
}

TEST_CASE("bands and lines of points lie on either axis", "[chart][references]") {
    auto chart = sample_of("scatter");
    chart.annotations = {value_band(4, 8)};
    chart.annotations.push_back(annotation(Kind::band).from_value(5, 9).on_x().saying("Usual"));
    chart.annotations.push_back(annotation(Kind::line).at_value(12).on_x().saying("Limit"));
    const auto drawing = drawn(chart, 300, 180).value();
    const auto bands = grounds(drawing);
    REQUIRE(bands.size() == 2);
    CHECK(bands[0].width > bands[0].height);
    CHECK(bands[1].height > bands[1].width);
    CHECK(says(drawing, "Limit 12"));
}

TEST_CASE("an axis reaches as far as its bands and lines", "[chart][references]") {
    auto chart = chart_of("bar", {{"a", 10}, {"b", 20}});
    const auto alone = filled_boxes(drawn(chart, 300, 120).value());
    chart.annotations = {value_band(30, 40)};
    const auto with = filled_boxes(drawn(chart, 300, 120).value());
    CHECK(with.back().width < alone.back().width * 0.6);
    CHECK(with_level_lines(chart, {0, 20}) == Interval{0, 40});
}

TEST_CASE("charts with rows have bands behind rows and callouts at their ends", "[chart][references]") {
    auto chart = chart_of("bar", {{"One", 10}, {"Two", 20}, {"Three", 12}, {"Four", 3}});
    chart.annotations = {category_band("Two", "Three", "New"), at_category(Kind::callout, "Four", "Began in May")};
    const auto drawing = drawn(chart, 300, 120).value();
    REQUIRE(grounds(drawing).size() == 1);
    CHECK(grounds(drawing)[0].width == Approx(300));
    CHECK(says(drawing, "New"));
    CHECK(says(drawing, "Began in May"));
}

TEST_CASE("an event between two dates of a time axis lies between them in proportion", "[chart][references]") {
    auto chart = timed(chart_of("line", {{"2024-01", 1}, {"2024-03", 3}, {"2024-05", 2}}));
    Field field;
    field.x_of = [](std::size_t c) { return 100.0 * static_cast<double>(c); };
    CHECK(place_of(chart, "2024-03", field) == 100.0);
    CHECK(*place_of(chart, "2024-02", field) == Approx(100 * 31.0 / 60).epsilon(0.001));
    CHECK_FALSE(place_of(chart, "2023-02", field));
    CHECK_FALSE(place_of(chart, "2026", field));
    CHECK_FALSE(place_of(chart, "someday", field));
}

TEST_CASE("an annotation that a form does not draw is refused, with the forms that do", "[chart][references]") {
    const std::vector<std::pair<std::string, doc::Annotation>> refused{
        {"donut", value_band(1, 2)},
        {"waterfall", at_category(Kind::event, "2024", "x")},
        {"bar", at_category(Kind::event, "2024", "x")},
        {"heatmap", at_category(Kind::callout, "Q1", "x")},
        {"slope", value_band(1, 2)},
        {"timeline", value_band(1, 2)},
    };
    for (const auto& [type, annotation] : refused) {
        auto chart = sample_of(type);
        chart.annotations = {annotation};
        INFO(type);
        const auto got = drawn(chart, 300, 160);
        REQUIRE_FALSE(got.has_value());
        CHECK(got.diagnostics().front().code == diag::code::chart_not_available);
        CHECK_THAT(got.diagnostics().front().remedy,
                   ContainsSubstring("it goes with ") && ContainsSubstring("column, line"));
    }
}

TEST_CASE("a gantt chart has bands between dates and events at dates", "[chart][references]") {
    auto chart = sample_of("gantt");
    chart.annotations = {category_band("2024-06", "2024-12", "Freeze"),
                         at_category(Kind::event, "2025-06-01", "Review")};
    const auto drawing = drawn(chart, 300, 160).value();
    REQUIRE(grounds(drawing).size() == 1);
    CHECK(says(drawing, "Freeze"));
    CHECK(says(drawing, "Review"));
}
