// Columns of dots: one for each counted thing, series on one another.
#include "diag/codes.h"
#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

doc::Chart dotted() {
    auto chart = timed(table_of("column", {"2023", "2024", "2025"}, {{"Base", {3, 4, 5}}, {"New", {0, 2, 6}}}));
    chart.stack = vocabulary::Stack::total;
    chart.dots = 2;
    return chart;
}

/// The centres of all dots of a colour, and their common radius.
struct Dots {
    std::vector<base::Point> centers;
    double radius = 0;
};
std::vector<Dots> dots_of(const Drawing& drawing) {
    std::vector<Dots> found;
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (!path || !path->fill) continue;
        Dots dots;
        std::vector<base::Point> ends;  // of the four arcs of a disc
        for (const auto& step : path->steps) {
            if (std::holds_alternative<scene::MoveTo>(step)) ends.clear();
            if (const auto* arc = std::get_if<scene::CurveTo>(&step)) ends.push_back(arc->p);
            if (!std::holds_alternative<scene::ClosePath>(step) || ends.size() != 4) continue;
            double left = 1e9, right = 0, top = 1e9, bottom = 0;
            for (const auto& p : ends) {
                left = std::min(left, p.x), right = std::max(right, p.x);
                top = std::min(top, p.y), bottom = std::max(bottom, p.y);
            }
            dots.centers.push_back({(left + right) / 2, (top + bottom) / 2});
            dots.radius = (right - left) / 2;
        }
        if (!dots.centers.empty()) found.push_back(std::move(dots));
    }
    return found;
}

}  // namespace

TEST_CASE("there is a dot for each counted thing, all of one size", "[chart][dots]") {
    const auto dots = dots_of(drawn(dotted(), 200, 120).value());
    REQUIRE(dots.size() == 2);
    CHECK(dots[0].centers.size() == 12);
    CHECK(dots[1].centers.size() == 8);
    CHECK(dots[0].radius == Approx(dots[1].radius));
}

TEST_CASE("dots stand in rows from the baseline up, the next series on the one before", "[chart][dots]") {
    const auto dots = dots_of(drawn(dotted(), 200, 120).value());
    REQUIRE(dots.size() == 2);
    // 2025: five of the base, six new ones; two beside each other make six rows.
    std::vector<base::Point> last(dots[0].centers.end() - 5, dots[0].centers.end());
    const auto step = last[1].x - last[0].x;
    CHECK(last[0].y == Approx(last[1].y));
    CHECK(last[2].y == Approx(last[0].y - step));
    const auto first_new = dots[1].centers[2];  // after the two of 2024
    CHECK(first_new.y == Approx(last[4].y));    // it fills the row that the base left open
    CHECK(first_new.x == Approx(last[4].x + step));
    CHECK(dots[1].centers.back().y == Approx(last[0].y - 5 * step));
    CHECK(dots[0].radius < step / 2);
}

TEST_CASE("the highest column has its sum, and each series is named where it lies on top", "[chart][dots]") {
    const auto drawing = drawn(dotted(), 200, 120).value();
    CHECK(says(drawing, "11"));
    CHECK(says(drawing, "New"));
    CHECK(says(drawing, "Base"));
    CHECK_FALSE(says(drawing, "6"));
    auto all = dotted();
    all.labels = vocabulary::Labels::all;
    CHECK(says(drawn(all, 200, 120).value(), "6"));
    all.labels = vocabulary::Labels::none;
    CHECK_FALSE(says(drawn(all, 200, 120).value(), "11"));
}

TEST_CASE("dots that would be a grey are refused", "[chart][dots]") {
    auto chart = dotted();
    chart.series[0].values[2] = value(2000);
    const auto refused = drawn(chart, 200, 120);
    REQUIRE(refused.diagnostics().size() == 1);
    CHECK(refused.diagnostics().front().code == diag::code::chart_not_available);
    CHECK(dots_of(drawn(chart, 200, 1200).value())[0].centers.size() == 2007);
}
