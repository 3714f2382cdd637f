// data/cells/cell_type.h: a cell's text to the value of its column's type.
// Stage: cells of CSV, JSON, YAML, SQLite and workbooks -> CELL TYPE -> SQLite.
//
// In: a text, its column, and the notation that its table declares. Out: NULL, a number, the text, or BadCell. Strict,
// because a number that is read wrongly is worse than one that is refused: separators, signs, marks and forms of dates
// are read where they are declared.
// Units: numbers are multiplied by the column's `scale`; a percentage of 68 is 68, not 0.68.
// Errors: BadCell; the caller reports cell_type with `expected` and `remedy_for`. Pure and without a locale.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "data/model.h"

namespace precis::data {

struct BadCell {};
/// NULL, a whole number, a number, a text (a view of the argument or of `made`), or a text that does not fit the type.
using TypedCell = std::variant<std::monostate, std::int64_t, double, std::string_view, BadCell>;

/// The value of `text`. A blank text and the spellings of `missing` are NULL; a boolean is 0 or 1. `made` holds a text
/// that is not a part of `text`: the ISO form of a date.
[[nodiscard]] TypedCell typed(std::string_view text, const Column& column, const Notation& notation, std::string& made);

/// The type in words, for messages: "a whole number", "a month such as 2026-04" …
[[nodiscard]] std::string expected(Type type);
/// The remedy for a text that does not fit: what to write, if that is clear, else how to mark a missing value.
[[nodiscard]] std::string remedy_for(std::string_view text, const Column& column, const Notation& notation);
/// Digits behind the decimal sign of a number as a file writes it, its exponent included: 2 for 1.10, 8 for 1e-8.
[[nodiscard]] int decimals_of(std::string_view text, const Column& column, const Notation& notation);

/// The number in `text` without its group separators ("1,000" gives "1000"); empty if there are none, or the rest is
/// not a number.
[[nodiscard]] std::string without_groups(std::string_view text);

/// The words of `type:`, "text" … "year", in the order of Type.
[[nodiscard]] const std::vector<std::string>& type_words();

}  // namespace precis::data
