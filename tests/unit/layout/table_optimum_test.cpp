// The lowest rows that columns of a given width together can have.
#include "layout/blocks/table_optimum.h"

#include <algorithm>
#include <numeric>

#include "catch.h"

using namespace precis::layout;

namespace {

/// A cell of so many words of one width.
CellWords words(int count, double width = 9, double space = 1) {
    CellWords cell;
    for (int i = 0; i < count; ++i) {
        cell.begin.push_back(i * (width + space));
        cell.end.push_back(cell.begin.back() + width);
    }
    return cell;
}

double sum(const std::vector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

/// The least height of any widths that are multiples of one point.
double least_of_all(const WrapRows& rows, double room) {
    double least = 1e9;
    for (double first = rows.columns[0].least; first <= room - rows.columns[1].least; first += 1)
        least = std::min(least, lines_of_rows(rows, {first, room - first}));
    return least;
}

}  // namespace

TEST_CASE("lines of a cell are counted as they are filled", "[layout][table]") {
    CHECK(lines_at(words(1), 9) == 1);
    CHECK(lines_at(words(4), 39) == 1);
    CHECK(lines_at(words(4), 38) == 2);
    CHECK(lines_at(words(4), 9) == 4);
    CHECK(lines_at(words(0), 9) == 0);
    CHECK(lines_at(words(2, 25), 10) == 6);  // a word wider than its cell fills lines of its own
}

TEST_CASE("the column with the long texts gets the room", "[layout][table]") {
    WrapRows rows;
    rows.weight = {1, 1, 1};
    rows.columns = {{9, 49, {words(5), words(1), words(2)}}, {9, 999, {words(60), words(80), words(70)}}};
    const auto widths = lowest_rows(rows, 300);
    CHECK(sum(widths) <= 300.1);
    CHECK(widths[1] > 240);
    CHECK(lines_of_rows(rows, widths) == least_of_all(rows, 300));
}

TEST_CASE("the lowest rows of two columns are found", "[layout][table]") {
    for (const int first : {3, 8, 15, 30}) {
        for (const int second : {4, 11, 25, 60}) {
            for (const double room : {80.0, 130.0, 200.0}) {
                INFO(first << " and " << second << " words in " << room);
                WrapRows rows;
                rows.weight = {1, 1, 1, 0.8};
                rows.columns = {
                    {9, 10.0 * first, {words(first), words(1), words(first / 2), words(2)}},
                    {9, 10.0 * std::max(second, 5), {words(second), words(second / 3), words(5), words(1)}}};
                const auto widths = lowest_rows(rows, room);
                CHECK(sum(widths) <= room + 0.1);
                const double least = least_of_all(rows, room);
                CHECK(lines_of_rows(rows, widths) <= least + 1.01);
            }
        }
    }
}

TEST_CASE("columns keep their least widths if the room is too small", "[layout][table]") {
    WrapRows rows;
    rows.weight = {1};
    rows.columns = {{40, 90, {words(9)}}, {40, 90, {words(9)}}};
    CHECK(lowest_rows(rows, 50) == std::vector<double>{40, 40});
}
