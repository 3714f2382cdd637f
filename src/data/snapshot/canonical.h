// data/snapshot/canonical.h: a cell of a database as a snapshot holds it: one form for each value.
// Stage: ODBC's texts -> CANONICAL -> rows that are sorted and compared. Private to the sub-room and its tests. Pure.
// Units: a column's `scale` is not applied, as the snapshot is a file like any other.
// Errors: none; a text that is no value of its kind stays as it is, and the column's type refuses it.
#pragma once
#include <string>
#include <string_view>

#include "data/model.h"
#include "data/odbc/odbc.h"

namespace precis::data {

/// Whether the column's cells are ordered as numbers.
[[nodiscard]] bool is_number(odbc::Kind kind, const Column* column);

/// The text of a cell. `column` is what the model says of it, nullptr if that is nothing; its type goes before the
/// driver's, because SQLite's columns and expressions of many databases have no type.
[[nodiscard]] std::string canonical(std::string_view text, odbc::Kind kind, const Column* column);

}  // namespace precis::data
