// data/cell.h: one cell of a query's result, and the points that series() packs into one.
// Stage: SQLite -> CELLS -> bind.
//
// In: the values of SQLite, which has no dates and no booleans: those are texts and 0 or 1. Out: a closed variant,
// with functions that read it as a number, a text or a series. Nothing is converted in silence: text that looks like a
// number is not one.
// Errors: none; a cell of another kind gives nullopt or an empty value.
// Cost: as_series parses its text on every call.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace precis::data {

using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;  // monostate: NULL

[[nodiscard]] bool is_null(const Cell& cell);
/// The number in the cell; nullopt for text, even if it is a number.
[[nodiscard]] std::optional<double> as_number(const Cell& cell);
/// The text; a number in its shortest form, NULL as "".
[[nodiscard]] std::string as_text(const Cell& cell);
/// The order of ORDER BY: numbers before texts. NULL counts as an empty text.
[[nodiscard]] bool is_before(const Cell& a, const Cell& b);

struct SeriesPoint {
    Cell x;  // a number or a text
    std::optional<double> y;
    bool operator==(const SeriesPoint&) const = default;
};
/// The points that the SQL aggregate series(x, y) packed into a text, in the order of x; empty if the cell is another.
[[nodiscard]] std::vector<SeriesPoint> as_series(const Cell& cell);

}  // namespace precis::data
