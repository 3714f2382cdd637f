// Small multiples of forms without panels of their own: one scale, the same rows, names over each.
#include "chart/small_charts.h"

#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

// The panels' own boxes: each drawing stands in a group that is moved to its place.
std::vector<std::vector<base::Rect>> panels(const Drawing& drawing) {
    std::vector<std::vector<base::Rect>> all;
    for (const auto& item : drawing.items)
        if (const auto* group = std::get_if<scene::Group>(&item)) {
            Drawing inner;
            inner.items = group->items;
            all.push_back(filled_boxes(inner));
        }
    return all;
}

}  // namespace

TEST_CASE("bars in panels share one scale, or have their own", "[chart][panels]") {
    auto chart = table_of("bar", {"a", "b"}, {{"2024", {10, 20}}, {"2025", {40, 80}}});
    chart.facets = doc::Chart::Facets();
    const auto shared = panels(drawn(chart, 400, 140).value());
    REQUIRE(shared.size() == 2);
    REQUIRE(shared[0].size() == 2);
    CHECK(shared[0][1].width == Approx(shared[1][1].width / 4).epsilon(0.02));
    chart.facets->free_scales = true;
    const auto free = panels(drawn(chart, 400, 140).value());
    CHECK(free[0][1].width > free[1][1].width * 0.8);
    CHECK(says(drawn(chart, 400, 140).value(), "2024"));
}

TEST_CASE("every form that stands in panels is drawn at three sizes; others are refused", "[chart][panels]") {
    for (const auto& type : preset_names()) {
        for (const auto& [width, height] : {std::pair{120.0, 80.0}, {252.0, 140.0}, {510.0, 260.0}}) {
            auto chart = sample_of(type);
            if (chart.series.size() != 1 && panels_of(type) != Panels::own) continue;
            auto twin = chart.series.front();
            chart.series.front().name = "One";
            if (chart.series.size() == 1) chart.series.push_back(twin);
            chart.series.back().name = "Other";
            chart.stack = "none";
            chart.facets = doc::Chart::Facets();
            chart.facets->free_scales = true;
            INFO(type << " " << width << " x " << height);
            const auto got = drawn(chart, width, height);
            CHECK(got.has_value() == (panels_of(type) != Panels::none));
        }
    }
}
