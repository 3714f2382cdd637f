// data/files/header.h: the names in a file's header row, and the columns of a table that they stand for.
// Stage: within DATA, for guessing and loading alike. Private to the room. Pure.
// In: the cells of the header row and the declared columns. Out: for each column of the file, the declared one.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "data/files/csv.h"
#include "data/model.h"

namespace precis::data {

/// A column's name from its header: "Commits (n)" gives `commits_n`, "2024" `c_2024`; empty if nothing is left.
[[nodiscard]] std::string column_name(std::string_view header);

/// The name of a column without a header: `column_3` for the index 2.
[[nodiscard]] std::string name_of_place(std::size_t index);

/// The names of a header row: on one line, without blanks at their ends; the second of two equal ones gets " (2)".
[[nodiscard]] std::vector<std::string> header_names(const std::vector<CsvCell>& cells);

inline constexpr auto kNoColumn = static_cast<std::size_t>(-1);  // of a file's column that is not declared
/// For each header the index of the declared column, or kNoColumn. A column is found by its `header`, else by its name,
/// else by the only header that gives its name. A blank header stands for `column_3`, by its place.
[[nodiscard]] std::vector<std::size_t> columns_of_header(const std::vector<std::string>& header,
                                                         const std::vector<Column>& columns);

/// Whether the table declares the column of this header as `skip`.
[[nodiscard]] bool is_skipped(std::string_view header, const TableRecord& table);

}  // namespace precis::data
