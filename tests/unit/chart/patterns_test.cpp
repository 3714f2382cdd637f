// Patterns, if the layout asks for them: fills differ without colours, and none looks like a forecast's hatch.
#include <set>

#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

Drawing patterned(const doc::Chart& chart) {
    auto layout = house().layout;
    layout.chart.patterns = true;
    Context context = house().context();
    context.layout = &layout;
    return draw(chart, 300, 180, context, {}).value();
}

std::multiset<int> kinds_of(const Drawing& drawing) {  // -1: a plain fill
    std::multiset<int> kinds;
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path == nullptr) continue;
        if (path->hatch) kinds.insert(static_cast<int>(path->hatch->kind));
    }
    return kinds;
}

doc::Chart three(const std::string& type, const std::string& stack) {
    auto chart = table_of(type, {"a", "b"}, {{"One", {10, 20}}, {"Two", {12, 15}}, {"Three", {8, 11}}});
    chart.stack = stack_of(stack);
    return chart;
}

}  // namespace

TEST_CASE("each series has a pattern of its own, except the first one", "[chart][patterns]") {
    using Kind = scene::Hatch::Kind;
    for (const auto& [type, stack] : {std::pair<std::string, std::string>{"column", "total"},
                                      {"column", "percent"},
                                      {"bar", "total"},
                                      {"column", "none"},
                                      {"bar", "none"}}) {
        INFO(type << " " << stack);
        const auto kinds = kinds_of(patterned(three(type, stack)));
        CHECK(kinds.count(static_cast<int>(Kind::dots)) >= 2);
        CHECK(kinds.count(static_cast<int>(Kind::level)) >= 2);
        CHECK(kinds.count(static_cast<int>(Kind::rising)) == 0);  // a forecast's
        CHECK(kinds_of(drawn(three(type, stack)).value()).empty());
    }
}

TEST_CASE("parts of a whole, areas and keys have patterns", "[chart][patterns]") {
    for (const std::string type : {"donut", "pie", "waffle", "marimekko"})
        CHECK(kinds_of(patterned(type == "marimekko" ? three(type, "percent") : sample_of(type))).size() > 1);
    CHECK(kinds_of(patterned(sample_of("area"))).size() == 2);
    auto keyed = three("column", "none");
    CHECK(kinds_of(patterned(keyed)).size() == 4 + 2);  // two patterned series of two columns, and their squares
}

TEST_CASE("a forecast in a patterned stack keeps its rising lines on the ground", "[chart][patterns]") {
    auto chart = three("column", "total");
    for (auto& series : chart.series) series.values[1].status = data::Status::forecast;
    const auto drawing = patterned(chart);
    std::size_t forecasts = 0;
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path == nullptr || !path->hatch) continue;
        if (path->hatch->kind != scene::Hatch::Kind::rising) continue;
        ++forecasts;
        CHECK(path->stroke.has_value());
        CHECK(base::luminance(path->hatch->ground) > 0.7);
    }
    CHECK(forecasts == 3);
}

TEST_CASE("editable charts carry the pattern of each series and part", "[chart][patterns]") {
    const auto column = patterned(three("column", "total")).native;
    REQUIRE(column.series.size() == 3);
    CHECK_FALSE(column.series[2].pattern.has_value());
    CHECK(column.series[1].pattern->kind == scene::Hatch::Kind::dots);
    CHECK(column.series[0].pattern->kind == scene::Hatch::Kind::level);
    const auto donut = patterned(sample_of("donut")).native;
    CHECK(donut.series[0].points[1].pattern->kind == scene::Hatch::Kind::dots);
    CHECK_FALSE(drawn(three("column", "total")).value().native.series[1].pattern.has_value());
}
