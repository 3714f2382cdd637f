// The conditions of a licence, by its name or by the model's `terms:`.
#include "data/license.h"

#include "catch.h"

using namespace precis;
using data::Terms;

namespace {

Terms asked(const char* license, std::vector<std::string> terms = {}, const char* permission = "") {
    data::SourceRecord source;
    source.license = license;
    source.terms = std::move(terms);
    source.permission = permission;
    return data::terms_of(source);
}

constexpr Terms kNothing{};

}  // namespace

TEST_CASE("the letters of a Creative Commons licence name its conditions, however it is written", "[data][license]") {
    const Terms by{.attribution = true}, by_sa{.share_alike = true, .attribution = true},
        by_nc_nd{.non_commercial = true, .no_derivatives = true, .attribution = true};
    for (const auto* name : {"CC BY 4.0", "CC-BY-4.0", "cc by 3.0", "Creative Commons Attribution 4.0"})
        CHECK(asked(name) == by);
    for (const auto* name :
         {"CC BY-SA 4.0", "cc-by-sa-3.0", "Creative Commons Attribution-ShareAlike 4.0 International"})
        CHECK(asked(name) == by_sa);
    CHECK(asked("CC BY-NC-SA 4.0") == Terms{.non_commercial = true, .share_alike = true, .attribution = true});
    for (const auto* name : {"CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0",
                             "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International"})
        CHECK(asked(name) == by_nc_nd);
    CHECK(asked("CC BY-ND 4.0") == Terms{.no_derivatives = true, .attribution = true});
    CHECK(asked("CC0 1.0") == kNothing);
    CHECK(asked("Public domain") == kNothing);
    CHECK(asked("Internal use only").internal);
    CHECK(asked("Confidential").internal);
    CHECK(asked("ODbL 1.0") == by);
    CHECK(asked("Creative Commons Attribution 4.0 International") == by);  // no word of the house in it
}

TEST_CASE("a licence that is not known by name asks nothing; the model's own terms come before its name",
          "[data][license]") {
    CHECK(asked("") == kNothing);
    CHECK(asked("All rights reserved") == kNothing);
    CHECK(asked("House licence", {"internal", "attribution"}) == Terms{.internal = true, .attribution = true});
    CHECK(asked("Village licence", {"share-alike"}) == Terms{.share_alike = true});
    CHECK(asked("CC BY-NC 4.0", {"attribution"}) == Terms{.attribution = true});
}

TEST_CASE("a permission lifts every condition but attribution", "[data][license]") {
    CHECK(asked("CC BY-NC-ND 4.0", {}, "Letter of 3 March 2026") == Terms{.attribution = true});
    CHECK(asked("Internal use only", {}, "Letter of 3 March 2026") == kNothing);
}
