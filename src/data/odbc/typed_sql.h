// data/odbc/typed_sql.h: SQLite's values with their types, which its ODBC driver does not tell: the driver gives
// numbers with 15 digits, describes every expression as text, and bytes as the text X'00FF'. Stage: within DATA, for
// odbc.cpp. Private to the room. Pure. In: a query and the kinds of its columns. Out: a query over it whose cells begin
// with a letter for their type; and the text of such a cell.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/odbc/odbc.h"

namespace precis::data::odbc {

/// Whether cells of this kind begin with a letter: those whose column may hold any value.
[[nodiscard]] bool has_typed_cells(Kind kind);

[[nodiscard]] std::string typed_sql(std::string_view sql, const std::vector<RemoteColumn>& columns);

/// The cell without its letter, a number in the shortest form that reads back as the same; nullopt for bytes.
[[nodiscard]] std::optional<std::string> untyped(std::string_view cell);

}  // namespace precis::data::odbc
