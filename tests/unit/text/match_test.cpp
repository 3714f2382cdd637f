// The face of a family where another is asked for, as CSS chooses.
#include "text/match.h"

#include "catch.h"

using namespace precis::text;

namespace {

int given(const std::vector<int>& weights, int wanted) {
    std::vector<FontFile> files;
    for (const int weight : weights) files.push_back({"", weight, false, 0});
    return nearest_face(files, wanted, false)->weight;
}

}  // namespace

TEST_CASE("a weight that a family lacks is the nearest, as CSS looks for it", "[text]") {
    CHECK(given({400, 700}, 500) == 400);
    CHECK(given({300, 500, 700}, 400) == 500);
    CHECK(given({300, 600}, 400) == 300);
    CHECK(given({600, 900}, 450) == 600);
    CHECK(given({400, 700}, 600) == 700);
    CHECK(given({400, 700}, 800) == 700);
    CHECK(given({400, 700}, 300) == 400);
    CHECK(given({100, 400}, 300) == 100);
    CHECK(given({400, 900}, 700) == 900);
}

TEST_CASE("an italic that a family lacks is upright, and slant counts before weight", "[text]") {
    const std::vector<FontFile> upright = {{"a", 400, false, 0}, {"b", 700, false, 0}};
    CHECK(nearest_face(upright, 700, true)->path == "b");
    const std::vector<FontFile> both = {{"a", 400, false, 0}, {"b", 700, false, 0}, {"c", 400, true, 0}};
    CHECK(nearest_face(both, 700, true)->path == "c");
    CHECK(nearest_face({}, 400, false) == nullptr);
    CHECK(exact_face(both, 700, true) == nullptr);
}

TEST_CASE("a variable font gives any weight of its axis", "[text]") {
    const std::vector<FontFile> files = {{"v", 100, false, 0, 800}, {"i", 400, true, 0}};
    CHECK(weight_in(files[0], 650) == 650);
    CHECK(weight_in(files[0], 900) == 800);
    CHECK(exact_face(files, 650, false)->path == "v");
    CHECK(exact_face(files, 900, false) == nullptr);
}
