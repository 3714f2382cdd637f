// bind/values/inherited_look.h: unit, format and decimals of result columns that are made from one column of a table:
// sum(gen), max(share), round(median(fee), 1).
//
// In: a query's text and its result columns; `column_of` describes a table's column as a query of it alone would. Out:
// the same columns, those without a unit and format filled up. Pure but for `column_of`; linear in the text.
// Source: docs/design/language.md#sql.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/database.h"

namespace precis::bind {

/// A column by its name; nullopt if the query's tables have none of that name, or several.
using DescribeColumn = std::function<std::optional<data::ResultColumn>(std::string_view name)>;

/// Aggregates, round(), abs() and coalesce() hand on what a column has; percent(), share(), growth() and cagr() give
/// percent; a difference of percentages is in points. Anything else that is computed has no unit. Nothing is done for a
/// query whose result columns cannot be told from its text, such as one with `*` beside computed columns.
void inherit_looks(std::string_view sql, std::vector<data::ResultColumn>& columns, const DescribeColumn& column_of);

}  // namespace precis::bind
