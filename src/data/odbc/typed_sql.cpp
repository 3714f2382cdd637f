// Names of columns are made anew, because the query may have two of one name, or none.
// Source: https://sqlite.org/printf.html (the flag ! gives up to 26 digits), https://sqlite.org/lang_with.html.
#include "data/odbc/typed_sql.h"

#include <charconv>

#include "base/ascii.h"
#include "base/numbers.h"

namespace precis::data::odbc {

bool has_typed_cells(Kind kind) {
    switch (kind) {
        case Kind::text:
        case Kind::exact:
        case Kind::real:
            return true;
        case Kind::boolean:
        case Kind::date:
        case Kind::time:
        case Kind::moment:
        case Kind::binary:
            return false;
    }
    return false;
}

std::string typed_sql(std::string_view sql, const std::vector<RemoteColumn>& columns) {
    std::string names, cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto name = "c" + std::to_string(i + 1);
        names += (i == 0 ? "" : ", ") + name;
        cells += i == 0 ? "" : ", ";
        cells += has_typed_cells(columns[i].kind)
                     ? "CASE typeof(" + name + ") WHEN 'real' THEN 'r' || printf('%!.17g', " + name +
                           ") WHEN 'integer' THEN 'i' || " + name + " WHEN 'text' THEN 't' || " + name +
                           " WHEN 'blob' THEN 'b' END"
                     : name;
    }
    sql = base::trimmed_right(sql, "; \t\r\n");
    // A comment at the query's end must not hide the bracket.
    return "WITH precis_rows(" + names + ") AS (\n" + std::string(sql) + "\n) SELECT " + cells + " FROM precis_rows";
}

std::optional<std::string> untyped(std::string_view cell) {
    if (cell.empty()) return std::string();
    const auto text = cell.substr(1);
    if (cell.front() == 'b') return std::nullopt;
    double number = 0;
    if (cell.front() != 'r' ||
        std::from_chars(text.data(), text.data() + text.size(), number).ptr != text.data() + text.size())
        return std::string(text);
    return base::shortest(number == 0 ? 0.0 : number);
}

}  // namespace precis::data::odbc
