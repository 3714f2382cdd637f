// The rungs that make a document fit its page budget.
#include "build/ladder.h"

#include "catch.h"

using precis::build::Ladder;
using precis::style::Rung;

namespace {

precis::style::Layout layout_with(std::vector<Rung> fit) {
    precis::style::Layout layout;
    layout.fit = std::move(fit);
    layout.tighten = {0.9, 0.5, 0.8, 0.6};
    layout.styles["body"].size = 10;
    layout.styles["body"].leading = 14;
    layout.styles["note"].size = 6.8;
    layout.styles["note"].leading = 8.75;
    layout.styles["note"].before = 8;
    return layout;
}

}  // namespace

TEST_CASE("the rungs are climbed in the layout's order, optional blocks a level at a time", "[build]") {
    Ladder ladder(layout_with({Rung::short_wording, Rung::drop_optional, Rung::tighten}), {});
    REQUIRE(ladder.climb());
    CHECK(ladder.target().short_wording);
    CHECK(ladder.target().drop_optional_up_to == 0);
    ladder.keep();
    for (int level = 1; level <= 9; ++level) {
        REQUIRE(ladder.climb());
        CHECK(ladder.target().drop_optional_up_to == level);
        CHECK_FALSE(ladder.changes_look());
        if (level > 7) ladder.keep();
    }
    REQUIRE(ladder.climb());
    CHECK(ladder.changes_look());
    CHECK_FALSE(ladder.climb());
    CHECK(ladder.steps() == std::vector<std::string>{"short wording", "optional blocks left out"});
}

TEST_CASE("a layout without rungs leaves a document as it is", "[build]") {
    Ladder ladder(layout_with({}), {});
    CHECK_FALSE(ladder.climb());
    CHECK(ladder.steps().empty());
}

TEST_CASE("tightening draws closer and keeps lettering legible", "[build][style]") {
    Ladder ladder(layout_with({Rung::tighten}), {});
    REQUIRE(ladder.climb());
    const auto& tight = ladder.layout();
    CHECK(tight.styles.at("body").size == Approx(8));
    CHECK(tight.styles.at("body").leading == Approx(12.6));
    CHECK(tight.grid.baseline == Approx(12.6));
    CHECK(tight.styles.at("note").size == Approx(6.5));  // not 5.44
    CHECK(tight.styles.at("note").before == Approx(4));
    CHECK(tight.chart.height == Approx(165 * 0.6));
    CHECK(tight.spacing == Approx(0.5));
}
