// data/sql/select_list.h: the result columns of a query as they are written, which SQLite does not tell of a compiled
// query. Private to the room. The text is split into tokens; a query that SQLite would refuse gives some split,
// without an error.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace precis::data {

/// One SELECT of a query; a compound has several (UNION, EXCEPT …).
struct SelectPart {
    std::string sql;                   // a query of its own: with the WITH of the whole, without ORDER BY and LIMIT
    std::vector<std::string> columns;  // as written, with their names; `*` is one entry for any number of columns
};

/// The SELECTs of the query's outermost level, in order, without those in brackets and without VALUES.
[[nodiscard]] std::vector<SelectPart> select_parts(std::string_view sql);

/// Whether a result column is a literal number, with a name or without: `1`, `-2.5 AS share`.
[[nodiscard]] bool is_number_literal(std::string_view column);

}  // namespace precis::data
