// Words at a datum: beside the lines that cross the plot, never on them.
#include "fixture.h"
#include "marks.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

/// Level lines of a drawing, annotations included: y of each piece.
void levels(const std::vector<scene::Item>& items, std::vector<std::pair<base::Point, base::Point>>& found) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) levels(group->items, found);
        const auto* path = std::get_if<scene::Path>(&item);
        if (!path || !path->stroke || path->stroke->dash.empty()) continue;
        const auto points = points_of(*path);
        for (std::size_t i = 0; i + 1 < points.size(); i += 2)
            if (points[i].y == points[i + 1].y) found.emplace_back(points[i], points[i + 1]);
    }
}

}  // namespace

TEST_CASE("a callout keeps off the line of a target, descenders too", "[chart]") {
    int told = 0;
    for (int target = 30; target <= 90; target += 2) {
        auto chart = timed(chart_of("line", {{"2026-01", 12}, {"2026-02", 24}, {"2026-03", 40}, {"2026-04", 52}}));
        auto& line = chart.annotations.emplace_back();
        line.kind = doc::Annotation::Kind::line;
        line.number = target;
        line.text = "Plan";
        auto& callout = chart.annotations.emplace_back();
        callout.kind = doc::Annotation::Kind::callout;
        callout.category = "2026-03";
        callout.text = "a jump by";
        const auto drawing = drawn(chart, 252, 140).value();
        std::vector<std::pair<base::Point, base::Point>> lines;
        levels(drawing.items, lines);
        REQUIRE_FALSE(lines.empty());
        for (const auto& run : runs_of(drawing)) {
            if (run.text.find("jump") == std::string::npos) continue;
            ++told;
            const auto at = rect_of(run);
            for (const auto& [a, b] : lines) {
                INFO("target " << target << ", line at " << a.y << ", words from " << at.y << " to " << at.bottom());
                const bool beside = b.x < at.x || a.x > at.right();
                CHECK((beside || a.y < at.y || a.y > run.origin.y + run.size * 0.2));
            }
        }
    }
    CHECK(told > 25);  // hardly ever dropped
}
