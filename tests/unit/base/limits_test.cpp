// The table of limits: names, raising, words of remedies.
#include "base/limits.h"

#include <set>

#include "catch.h"

using namespace precis;

TEST_CASE("rows of limits are in the order of their enumerators, each with a name of its own", "[base]") {
    std::set<std::string_view> names;
    std::size_t i = 0;
    for (const auto& row : base::limit_rows()) {
        CHECK(static_cast<std::size_t>(row.limit) == i++);
        CHECK(names.insert(row.name).second);
        CHECK(row.usual > 0);
        CHECK(base::limit(row.limit) == row.usual);
    }
}

TEST_CASE("a limit is raised by its name, and the remedy says enough", "[base]") {
    CHECK_FALSE(base::set_limit("no-such-limit", 5));
    CHECK_FALSE(base::set_limit("query-cells", 0));
    const auto usual = base::limit(base::Limit::query_cells);
    CHECK(base::how_to_raise(base::Limit::query_cells, usual + 1) ==
          "raise it with --limit query-cells=" + std::to_string(2 * usual));
    CHECK(base::how_to_raise(base::Limit::query_cells, 5 * usual) ==
          "raise it with --limit query-cells=" + std::to_string(8 * usual));
    REQUIRE(base::set_limit("query-cells", 7));
    CHECK(base::limit(base::Limit::query_cells) == 7);
    REQUIRE(base::set_limit("query-cells", usual));
}
