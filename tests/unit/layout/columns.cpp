// Column filling: order, breaks, floats, balance.
#include "layout/columns.h"

#include "catch.h"

using namespace precis::layout;

namespace {

Pieces lines(std::size_t n, double height = 14) {
    Pieces pieces(n);
    for (auto& p : pieces) p.height = height;
    return pieces;
}

std::vector<std::size_t> order(const std::vector<Column>& columns) {
    std::vector<std::size_t> all;
    for (const auto& c : columns) {
        for (const auto& p : c.placed) all.push_back(p.piece);
    }
    return all;
}

}  // namespace

TEST_CASE("a column takes whole pieces up to its height", "[layout]") {
    const auto pieces = lines(10);
    Progress progress;
    const auto column = fill_column(pieces, progress, 50, true);
    CHECK(column.placed.size() == 3);
    CHECK(column.height == 42);
    CHECK(progress.next == 3);
}

TEST_CASE("space before a piece is dropped at a column's top and kept inside", "[layout]") {
    auto pieces = lines(2);
    pieces[0].before = pieces[1].before = 20;
    pieces[0].after = 8;
    Progress progress;
    const auto column = fill_column(pieces, progress, 100, true);
    REQUIRE(column.placed.size() == 2);
    CHECK(column.placed[0].y == 0);
    CHECK(column.placed[1].y == 34);
}

TEST_CASE("pieces that keep together move together", "[layout]") {
    auto pieces = lines(4);
    pieces[2].keep_next = true;
    Progress progress;
    const auto first = fill_column(pieces, progress, 45, true);
    CHECK(first.placed.size() == 2);
    const auto second = fill_column(pieces, progress, 45, true);
    CHECK(second.placed.size() == 2);
    CHECK(progress.done(pieces));
}

TEST_CASE("an exhibit that does not fit waits for the next column while text goes on", "[layout]") {
    auto pieces = lines(6);
    pieces[1].height = 60;
    pieces[1].floats = true;
    Progress progress;
    const auto first = fill_column(pieces, progress, 70, true);
    CHECK(order({first}) == std::vector<std::size_t>{0, 2, 3, 4, 5});
    CHECK_FALSE(progress.done(pieces));
    const auto second = fill_column(pieces, progress, 70, true);
    CHECK(order({second}) == std::vector<std::size_t>{1});
    CHECK(progress.done(pieces));
}

TEST_CASE("the last columns are balanced, and every piece is placed once and in order", "[layout][property]") {
    for (std::size_t n = 1; n < 60; ++n) {
        const auto pieces = lines(n);
        Progress progress;
        std::vector<std::size_t> all;
        while (!progress.done(pieces)) {
            const auto columns = fill_columns(pieces, progress, 2, 140, 14, true);
            const auto part = order(columns);
            all.insert(all.end(), part.begin(), part.end());
            if (progress.done(pieces)) CHECK(columns[0].placed.size() - columns[1].placed.size() <= 1);
        }
        std::vector<std::size_t> expected(n);
        for (std::size_t i = 0; i < n; ++i) expected[i] = i;
        CHECK(all == expected);
    }
}

TEST_CASE("a piece taller than the column is placed alone where it must be", "[layout]") {
    auto pieces = lines(2);
    pieces[0].height = 500;
    Progress progress;
    CHECK(fill_column(pieces, progress, 100, false).placed.empty());
    CHECK(fill_column(pieces, progress, 100, true).placed.size() == 1);
    CHECK(progress.next == 1);
}
