// Column filling: order, breaks, floats, balance.
#include "layout/ground/columns.h"

#include "catch.h"

using namespace precis::layout;

namespace {

Pieces lines(std::size_t count, double height = 14) {
    Pieces pieces(count);
    for (auto& piece : pieces) piece.height = height;
    return pieces;
}

/// The pieces in the order of their places.
std::vector<std::size_t> order(const std::vector<Column>& columns) {
    std::vector<std::size_t> pieces;
    for (const auto& column : columns) {
        for (const auto& placed : column.placed) pieces.push_back(placed.piece);
    }
    return pieces;
}

}  // namespace

TEST_CASE("a column takes whole pieces up to its height", "[layout]") {
    const auto pieces = lines(10);
    Progress progress;
    const auto column = fill_column(pieces, progress, {50, true});
    CHECK(column.placed.size() == 3);
    CHECK(column.height == 42);
    CHECK(progress.next == 3);
}

TEST_CASE("space before a piece is dropped at a column's top and kept inside", "[layout]") {
    auto pieces = lines(2);
    pieces[0].before = pieces[1].before = 20;
    pieces[0].after = 8;
    Progress progress;
    const auto column = fill_column(pieces, progress, {100, true});
    REQUIRE(column.placed.size() == 2);
    CHECK(column.placed[0].y == 0);
    CHECK(column.placed[1].y == 34);
}

TEST_CASE("pieces that keep together move together", "[layout]") {
    auto pieces = lines(4);
    pieces[2].keep_next = true;
    Progress progress;
    const auto first = fill_column(pieces, progress, {45, true});
    CHECK(first.placed.size() == 2);
    const auto second = fill_column(pieces, progress, {45, true});
    CHECK(second.placed.size() == 2);
    CHECK(progress.done(pieces));
}

TEST_CASE("an exhibit that does not fit waits for the next column while text goes on", "[layout]") {
    auto pieces = lines(6);
    pieces[1].height = 60;
    pieces[1].floats = true;
    Progress progress;
    const auto first = fill_column(pieces, progress, {70, true});
    CHECK(order({first}) == std::vector<std::size_t>{0, 2, 3, 4, 5});
    CHECK_FALSE(progress.done(pieces));
    const auto second = fill_column(pieces, progress, {70, true});
    CHECK(order({second}) == std::vector<std::size_t>{1});
    CHECK(progress.done(pieces));
}

TEST_CASE("the last columns are balanced, and every piece is placed once and in order", "[layout][property]") {
    for (std::size_t n = 1; n < 60; ++n) {
        const auto pieces = lines(n);
        Progress progress;
        std::vector<std::size_t> placed;
        while (!progress.done(pieces)) {
            const auto columns = fill_columns(pieces, progress, 2, {140, true}, 14);
            const auto part = order(columns);
            placed.insert(placed.end(), part.begin(), part.end());
            if (progress.done(pieces)) CHECK(columns[0].placed.size() - columns[1].placed.size() <= 1);
        }
        std::vector<std::size_t> expected(n);
        for (std::size_t i = 0; i < n; ++i) expected[i] = i;
        CHECK(placed == expected);
    }
}

TEST_CASE("a piece taller than the column is placed alone where it must be", "[layout]") {
    auto pieces = lines(2);
    pieces[0].height = 500;
    Progress progress;
    CHECK(fill_column(pieces, progress, {100, false}).placed.empty());
    CHECK(fill_column(pieces, progress, {100, true}).placed.size() == 1);
    CHECK(progress.next == 1);
}

TEST_CASE("floats keep their order: a lower one does not pass one that waits", "[layout]") {
    auto pieces = lines(6);
    pieces[1].height = 60;
    pieces[1].floats = pieces[3].floats = true;
    Progress progress;
    const auto first = fill_column(pieces, progress, {70, true});
    CHECK(order({first}) == std::vector<std::size_t>{0, 2, 4, 5});
    const auto second = fill_column(pieces, progress, {100, true});
    CHECK(order({second}) == std::vector<std::size_t>{1, 3});
    CHECK(progress.done(pieces));
}

TEST_CASE("a float waits while an exhibit that comes before it waits", "[layout]") {
    auto pieces = lines(5);
    pieces[1].floats = pieces[3].floats = true;
    Progress progress;
    const auto first = fill_column(pieces, progress, {200, true, 2});
    CHECK(order({first}) == std::vector<std::size_t>{0, 1, 2, 4});
    CHECK(progress.waiting == std::deque<std::size_t>{3});
    const auto still = fill_column(pieces, progress, {200, true, 2});
    CHECK(still.placed.empty());
    const auto second = fill_column(pieces, progress, {200, true});
    CHECK(order({second}) == std::vector<std::size_t>{3});
}

TEST_CASE("no line of a paragraph is alone between two breaks", "[layout]") {
    auto pieces = lines(9);
    precis::scene::Mark paragraph;
    paragraph.role = precis::scene::Role::paragraph;
    paragraph.element = 7;
    for (auto& piece : pieces) piece.path = {paragraph};
    pieces[0].path = {};  // an exhibit from the last column
    pieces[0].height = 30;
    pieces[0].floats = true;
    Progress progress;
    progress.next = 4;
    progress.waiting = {0};
    const auto column = fill_column(pieces, progress, {46, true});
    CHECK(order({column}) == std::vector<std::size_t>{0});
    CHECK(column.height == 30);
    CHECK(progress.next == 4);
    const auto wider = fill_column(pieces, progress, {46, true});
    CHECK(order({wider}) == std::vector<std::size_t>{4, 5, 6});
}

TEST_CASE("columns end together by whole steps beside exhibits and headings", "[layout]") {
    auto pieces = lines(8);
    pieces[2].floats = true;
    std::vector<Column> columns(2);
    for (std::size_t i = 0; i < 5; ++i) columns[0].placed.push_back({i, 14.0 * static_cast<double>(i), false});
    columns[0].height = 70;
    for (std::size_t i = 5; i < 8; ++i) columns[1].placed.push_back({i, 14.0 * static_cast<double>(i - 5), false});
    columns[1].height = 42;
    level_columns(pieces, columns, 98, 14);
    CHECK(columns[0].height == 98);
    CHECK(columns[0].placed[1].y == 14);
    CHECK(columns[0].placed[2].y == 42);  // a step above the exhibit
    CHECK(columns[0].placed[3].y == 70);  // and one below
    CHECK(columns[1].height == 42);       // no place for a step: it stays
}
