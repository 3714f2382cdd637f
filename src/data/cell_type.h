// data/cell_type.h: a cell's text as its column's type says.
// Stage: CSV, JSON and YAML cells -> CELL TYPE -> SQLite. Pure; locale-free.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "data/model.h"

namespace precis::data {

struct BadCell {};
/// NULL, a number, or the text itself (a view of what was given); or the text does not fit.
using TypedCell = std::variant<std::monostate, std::int64_t, double, std::string_view, BadCell>;

/// Empty text and the column's `missing` spellings are NULL; `percent` and numbers are multiplied by `scale`.
[[nodiscard]] TypedCell typed(std::string_view text, const Column& column, char decimal);

/// "a whole number", "a month such as 2026-04" …: what the type wants, for messages.
[[nodiscard]] std::string expected(Type type);
/// What to write instead of a text that did not fit; may be empty.
[[nodiscard]] std::string remedy_for(std::string_view text, const Column& column, char decimal);

/// `text` with its digit groups taken out ("1,000" is 1000), if that makes a number of it; else empty.
[[nodiscard]] std::string without_groups(std::string_view text);

/// "text" … "year", in the order of Type.
[[nodiscard]] const std::vector<std::string>& type_words();

}  // namespace precis::data
