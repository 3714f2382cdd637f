#include "base/moment.h"

#include "catch.h"

using precis::base::parse_moment;

TEST_CASE("a moment is a day, an hour and an offset", "[base]") {
    CHECK(parse_moment("1970-01-01T00:00Z") == 0);
    CHECK(parse_moment("1970-01-01T00:00:09+00:00") == 9);
    CHECK(parse_moment("2026-06-01T14:00+02:00") == parse_moment("2026-06-01T12:00Z"));
    CHECK(parse_moment("2026-06-01T14:00-09:30") == parse_moment("2026-06-01T23:30Z"));
    CHECK(parse_moment("2024-02-29T12:00Z") == 1709208000);
    CHECK(parse_moment("1969-12-31T23:59Z") == -60);
    for (const auto* text :
         {"", "2026-06-01", "2026-06-01T14:00", "2026-06-01 14:00Z", "2026-06-01T14Z", "2026-06-01T24:00Z",
          "2026-06-01T14:60Z", "2026-06-01T14:00:60Z", "2025-02-29T12:00Z", "2026-13-01T12:00Z", "2026-06-01T14:00+2",
          "2026-06-01T14:00+02:00 ", "26-06-01T14:00Z", "2026-06-01T1a:00Z", "2026-06-01T14:00+02:00:00"})
        CHECK_FALSE(parse_moment(text));
}
