// collect/csv.h: rows of CSV, read and written. Private to the room.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace precis::collect {

using Row = std::vector<std::string>;

/// The rows of a text; empty lines are left out. The delimiter is the one of comma, semicolon and tab that the first
/// line has most of. A byte order mark is passed over. `broken`: whether a quote is never closed.
/// Source: RFC 4180.
struct ReadRows {
    std::vector<Row> rows;
    std::vector<std::size_t> lines;  // where each begins, from 1
    bool broken = false;
};
[[nodiscard]] ReadRows read_rows(std::string_view text);

/// A line with its break; cells are quoted where they must be.
[[nodiscard]] std::string csv_line(const Row& row);

}  // namespace precis::collect
