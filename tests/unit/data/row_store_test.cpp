// Rows that are sorted and compared on disk.
#include "data/snapshot/row_store.h"

#include "catch.h"

using namespace precis::data;
using Side = RowStore::Side;

namespace {

using Rows = std::vector<std::vector<std::string>>;

RowStore store_of(std::size_t columns, const Rows& before, const Rows& after) {
    RowStore store(columns);
    for (const auto& row : before) REQUIRE(store.add(Side::before, row));
    for (const auto& row : after) REQUIRE(store.add(Side::after, row));
    return store;
}

Rows sorted(RowStore& store, const std::vector<std::size_t>& first, const std::vector<bool>& numbers) {
    Rows rows;
    REQUIRE(store.each_sorted(first, numbers, [&](const RowStore::Cells& cells) {
        rows.emplace_back(cells.begin(), cells.end());
        return true;
    }));
    return rows;
}

std::string changes(RowStore store, const std::vector<std::size_t>& key) {
    RowStore::Changes counts;
    REQUIRE(store.compare(key, counts));
    return "+" + std::to_string(counts.added) + " -" + std::to_string(counts.removed) + " ~" +
           std::to_string(counts.changed);
}

}  // namespace

TEST_CASE("rows are sorted by the key, numbers as numbers, then by the rest", "[data][snapshot]") {
    auto store = store_of(2, {}, {{"10", "b"}, {"9", "é"}, {"9", "a"}, {"", "z"}, {"-1.5", "c"}, {"0", "x"}});
    CHECK(sorted(store, {}, {true, false}) ==
          Rows{{"", "z"}, {"-1.5", "c"}, {"0", "x"}, {"9", "a"}, {"9", "é"}, {"10", "b"}});
    CHECK(sorted(store, {1}, {true, false}) ==
          Rows{{"9", "a"}, {"10", "b"}, {"-1.5", "c"}, {"0", "x"}, {"", "z"}, {"9", "é"}});
    auto large = store_of(1, {}, {{"9007199254740993"}, {"9007199254740992"}, {"123456789012345678901"}});
    CHECK(sorted(large, {}, {true}) == Rows{{"9007199254740992"}, {"9007199254740993"}, {"123456789012345678901"}});
}

TEST_CASE("the changes of a refresh are counted", "[data][snapshot]") {
    const Rows before{{"1", "a"}, {"2", "b"}, {"3", "c"}}, after{{"1", "a"}, {"2", "B"}, {"4", "d"}, {"5", ""}};
    CHECK(changes(store_of(2, before, after), {0}) == "+2 -1 ~1");
    CHECK(changes(store_of(2, before, after), {}) == "+3 -2 ~0");
    CHECK(changes(store_of(2, before, before), {0}) == "+0 -0 ~0");
    CHECK(changes(store_of(1, {{"x"}, {"x"}}, {{"x"}, {"x"}, {"x"}}), {}) == "+1 -0 ~0");  // equal rows count
    CHECK(changes(store_of(1, {{"x"}}, {{"y"}}), {0}) == "+1 -1 ~0");
    CHECK(changes(store_of(1, {}, {}), {}) == "+0 -0 ~0");
}

TEST_CASE("a table of many columns is sorted and compared", "[data][snapshot]") {
    std::vector<std::string> row(1990, "1");
    auto store = RowStore(row.size());
    REQUIRE(store.add(Side::before, row));
    row.back() = "2";
    REQUIRE(store.add(Side::after, row));
    CHECK(sorted(store, {0}, std::vector<bool>(row.size(), false)).size() == 1);
    RowStore::Changes counts;
    REQUIRE(store.compare({0}, counts));
    CHECK(counts.changed == 1);
    REQUIRE(store.compare({}, counts));
    CHECK(counts.added == 1);
}
