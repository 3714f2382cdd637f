// Sparklines of a column share one axis.
#include "bind/values/shared_series.h"

#include "catch.h"

using namespace precis;
using namespace precis::bind;
using data::Cell;
using Row = std::vector<data::SeriesPoint>;
using Numbers = std::vector<std::optional<double>>;

namespace {

Cell month(const char* text) {
    return std::string(text);
}

}  // namespace

TEST_CASE("a point that a row lacks is a gap in its place", "[bind]") {
    const Row whole{{month("2025-01"), 1}, {month("2025-02"), 2}, {month("2025-03"), 3}};
    const Row late{{month("2025-03"), 9}}, middle{{month("2025-02"), {}}};
    const auto placed = on_shared_axis({whole, late, {}, middle});
    REQUIRE(placed.size() == 4);
    CHECK(placed[0] == Numbers{1, 2, 3});
    CHECK(placed[1] == Numbers{{}, {}, 9});
    CHECK(placed[2].empty());
    CHECK(placed[3] == Numbers{{}, {}, {}});
}

TEST_CASE("a month that all rows lack is a gap, and no month stands in its place", "[bind][gaps]") {
    const Row row{{month("2025-01"), 1}, {month("2025-02"), 2}, {month("2025-04"), 4}};
    CHECK(on_shared_axis({row, {{month("2025-02"), 7}}}) == std::vector<Numbers>{{1, 2, {}, 4}, {{}, 7, {}, {}}});
    const Row weeks{{month("2025-W52"), 1}, {month("2026-W02"), 2}, {month("2026-W03"), 3}};
    CHECK(on_shared_axis({weeks})[0] == Numbers{1, {}, 2, 3});
    const Row rare{{month("2025-01"), 1}, {month("2025-09"), 2}};
    CHECK(on_shared_axis({rare})[0] == Numbers{1, 2});
}

TEST_CASE("rows of different times keep their own axes", "[bind]") {
    Row one, two, three;
    for (int i = 0; i < 4; ++i) {
        one.push_back({Cell(2020.0 + i), i});
        two.push_back({Cell(2030.0 + i), i});
        three.push_back({Cell(2040.0 + i), i});
    }
    for (const auto& numbers : on_shared_axis({one, two, three})) CHECK(numbers == Numbers{0, 1, 2, 3});
    // An x that comes twice in a row has two numbers to show.
    const Row twice{{Cell(1.0), 5}, {Cell(1.0), 6}};
    CHECK(on_shared_axis({twice, {{Cell(1.0), 7}}})[0] == Numbers{5, 6});
}
