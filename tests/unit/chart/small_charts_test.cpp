// Small multiples of other forms: a whole chart for each panel, on one scale, with the same rows.
#include <map>

#include "chart/panels/panel_chart.h"
#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

struct PanelPart {
    base::Point origin;
    Drawing inner;
    std::vector<base::Rect> boxes() const { return filled_boxes(inner); }
};
// Each panel is a group that is moved to its place; a group that is not moved is the key of the series.
std::vector<PanelPart> parts_of(const Drawing& drawing) {
    std::vector<PanelPart> all;
    for (const auto& item : drawing.items)
        if (const auto* group = std::get_if<scene::Group>(&item)) {
            if (group->transform.e == 0 && group->transform.f == 0) continue;
            PanelPart part;
            part.origin = {group->transform.e, group->transform.f};
            part.inner.items = group->items;
            all.push_back(std::move(part));
        }
    return all;
}
std::vector<std::vector<base::Rect>> panels(const Drawing& drawing) {
    std::vector<std::vector<base::Rect>> all;
    for (const auto& part : parts_of(drawing)) all.push_back(part.boxes());
    return all;
}

// The sample of a form twice: the second panel has a third of the first one's values.
doc::Chart in_two_panels(const std::string& type) {
    auto chart = sample_of(type);
    chart.stack = stack_of(type == "area" ? "total" : "none");
    const auto first = chart.series;
    const bool several = first.size() > 1;
    for (auto& series : chart.series) (several ? series.panel : series.name) = "One";
    for (auto series : first) {
        (several ? series.panel : series.name) = "Other";
        for (auto& value : series.values)
            if (value.number) *value.number /= 3;
        chart.series.push_back(std::move(series));
    }
    chart.facets.emplace();
    return chart;
}

}  // namespace

TEST_CASE("bars in panels share one scale, or have their own", "[chart][panels]") {
    auto chart = table_of("bar", {"a", "b"}, {{"2024", {10, 20}}, {"2025", {40, 80}}});
    chart.facets = doc::Facets();
    const auto shared = panels(drawn(chart, 400, 140).value());
    REQUIRE(shared.size() == 2);
    REQUIRE(shared[0].size() == 2);
    CHECK(shared[0][1].width == Approx(shared[1][1].width / 4).epsilon(0.001));
    chart.facets->free_scales = true;
    const auto free = panels(drawn(chart, 400, 140).value());
    CHECK(free[0][1].width > free[1][1].width * 0.8);
    CHECK(says(drawn(chart, 400, 140).value(), "2024"));
}

TEST_CASE("on one scale only the outer panels print the words of rows and axis", "[chart][panels]") {
    for (const std::string type : {"dot", "bar", "bullet", "box", "strip"}) {
        auto chart = in_two_panels(type);
        INFO(type);
        const auto beside = drawn(chart, 420, 160).value();
        const auto parts = parts_of(beside);
        REQUIRE(parts.size() == 2);
        const auto row = type == "box" || type == "strip" ? "Even" : chart.categories[0];
        CHECK(says(parts[0].inner, row));
        CHECK_FALSE(says(parts[1].inner, row));
        chart.facets->across = 1;
        const auto below = parts_of(drawn(chart, 420, 320).value());
        REQUIRE(below.size() == 2);
        CHECK(says(below[1].inner, row));
        if (type == "bar") continue;  // its values stand at the bars
        CHECK(words_of(below[0].inner).size() < words_of(below[1].inner).size());
    }
}

TEST_CASE("bins of histograms in panels have the same edges and one axis of counts", "[chart][panels]") {
    auto chart = in_two_panels("histogram");
    chart.labels = vocabulary::Labels::none;
    const auto shared = parts_of(drawn(chart, 420, 160).value());
    REQUIRE(shared.size() == 2);
    const auto one = shared[0].boxes(), other = shared[1].boxes();
    // The second panel's values are a third of the first's: they fill the bins at the left.
    CHECK(other.size() < one.size());
    CHECK(other[0].width == Approx(one[0].width).epsilon(0.001));
    const auto area = [](const std::vector<base::Rect>& boxes) {
        double sum = 0;
        for (const auto& box : boxes) sum += box.height;
        return sum;
    };
    CHECK(area(one) == Approx(area(other)).epsilon(0.001));  // as many values: as much height
    chart.facets->free_scales = true;
    const auto free = parts_of(drawn(chart, 420, 160).value());
    CHECK(free[1].boxes().size() > other.size());
}

TEST_CASE("a step of a waterfall is as long in each panel as its number says", "[chart][panels]") {
    for (const double height : {160.0, 300.0}) {
        const auto shared = panels(drawn(in_two_panels("waterfall"), 420, height).value());
        REQUIRE(shared.size() == 2);
        REQUIRE(shared[0].size() == shared[1].size());
        for (std::size_t i = 0; i < shared[0].size(); ++i) {
            const bool standing = shared[0][i].width == Approx(shared[1][i].width).epsilon(0.01);
            const auto length = [&](const base::Rect& box) { return standing ? box.height : box.width; };
            CHECK(length(shared[0][i]) == Approx(3 * length(shared[1][i])).epsilon(0.02));
        }
    }
}

TEST_CASE("panels of several series have one key", "[chart][panels]") {
    auto chart = table_of("column", {"2023", "2024"},
                          {{"North", {10, 20}}, {"South", {5, 8}}, {"North", {30, 60}}, {"South", {15, 24}}});
    chart.stack = vocabulary::Stack::total;
    for (std::size_t s = 0; s < 4; ++s) chart.series[s].panel = s < 2 ? "Alpha" : "Beta";
    chart.facets.emplace();
    const auto drawing = drawn(chart, 400, 160).value();
    const auto words = words_of(drawing);
    CHECK(std::count(words.begin(), words.end(), "North") == 1);
    CHECK(says(drawing, "Alpha"));
    const auto boxes = panels(drawing);
    REQUIRE(boxes.size() == 2);
    REQUIRE(boxes[0].size() == 4);
    CHECK(boxes[1][0].height == Approx(3 * boxes[0][0].height).epsilon(0.1));
}

TEST_CASE("every form that stands in panels is drawn at three sizes; a timeline is refused", "[chart][panels]") {
    for (const auto& type : form_types()) {
        for (const auto& [width, height] : {std::pair{120.0, 80.0}, {252.0, 140.0}, {510.0, 260.0}}) {
            for (const bool free : {true, false}) {
                auto chart = in_two_panels(type);
                chart.facets->free_scales = free;
                INFO(type << " " << width << " x " << height << (free ? " free" : " shared"));
                const auto got = drawn(chart, width, height);
                CHECK(got.has_value() == (row_of(form_of(type)).panels != vocabulary::Panels::none));
                if (!got.has_value()) continue;
                CHECK(got.value().size.width == Approx(width));
                for (const auto& run : runs_of(got.value())) CHECK(std::isfinite(run.origin.x));
            }
        }
    }
}

TEST_CASE("plots of panels on one scale have one size and are aligned", "[chart][panels]") {
    for (const std::string type : {"dot", "box", "bullet", "histogram", "lollipop"}) {
        auto chart = in_two_panels(type);
        auto third = chart.series.back();
        third.name = "Third";
        chart.series.push_back(third);
        chart.facets->across = 2;
        INFO(type);
        const auto parts = parts_of(drawn(chart, 420, 240).value());
        REQUIRE(parts.size() == 3);
        CHECK(parts[0].origin.x == parts[2].origin.x);
        // The third panel's drawing is the second's data: its marks stand as far from the plot's left.
        const auto a = parts[1].boxes(), b = parts[2].boxes();
        REQUIRE(a.size() == b.size());
        if (!a.empty()) CHECK(a.back().width == Approx(b.back().width).epsilon(0.001));
    }
}
