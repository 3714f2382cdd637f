// data/select_list.h: the result columns of a query as they are written. For the files of this room only.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace precis::data {

/// One SELECT of a query; a compound has several (UNION, EXCEPT …).
struct SelectPart {
    std::string sql;                   // alone, with the query's WITH before it and no ORDER BY or LIMIT behind
    std::vector<std::string> columns;  // as written, with their names; `*` stands for any number
};

/// The SELECTs of the query's outermost level, in order; a VALUES among them is left out.
[[nodiscard]] std::vector<SelectPart> select_parts(std::string_view sql);

/// Whether a result column is a number as it stands, with a name or without: `1`, `-2.5 AS share`.
[[nodiscard]] bool is_number_literal(std::string_view column);

}  // namespace precis::data
