// Callouts keep off the lines that cross the plot.
#include "fixture.h"
#include "marks.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

/// Adds the ends of each dashed level line of a drawing, annotations included.
void add_levels(const std::vector<scene::Item>& items, std::vector<std::pair<base::Point, base::Point>>& levels) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) add_levels(group->items, levels);
        const auto* path = std::get_if<scene::Path>(&item);
        if (!path || !path->stroke || path->stroke->dash.empty()) continue;
        const auto points = points_of(*path);
        for (std::size_t i = 0; i + 1 < points.size(); i += 2)
            if (points[i].y == points[i + 1].y) levels.emplace_back(points[i], points[i + 1]);
    }
}

}  // namespace

TEST_CASE("a callout keeps off the line of a target, descenders included", "[chart]") {
    int printed = 0;
    for (int target = 30; target <= 90; target += 2) {
        auto chart = timed(chart_of("line", {{"2026-01", 12}, {"2026-02", 24}, {"2026-03", 40}, {"2026-04", 52}}));
        using Kind = doc::Annotation::Kind;
        chart.annotations = {annotation(Kind::line).at_value(target).saying("Plan"),
                             annotation(Kind::callout).at("2026-03").saying("a jump by")};
        const auto drawing = drawn(chart, 252, 140).value();
        std::vector<std::pair<base::Point, base::Point>> lines;
        add_levels(drawing.items, lines);
        REQUIRE_FALSE(lines.empty());
        for (const auto& run : runs_of(drawing)) {
            if (run.text.find("jump") == std::string::npos) continue;
            ++printed;
            const auto at = rect_of(run);
            for (const auto& [a, b] : lines) {
                INFO("target " << target << ", line at " << a.y << ", words from " << at.y << " to " << at.bottom());
                const bool beside = b.x < at.x || a.x > at.right();
                CHECK((beside || a.y < at.y || a.y > run.origin.y + run.size * 0.2));
            }
        }
    }
    CHECK(printed > 25);  // of 31: few targets leave no room for it
}
