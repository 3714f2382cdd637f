// bind/exhibits/grid.h: an exhibit's data, whatever it came from — facts, a query, rows in place — as one grid of bound
// values.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bind/text/source_line.h"
#include "bind/values/context.h"

namespace precis::bind {

/// What differs from row to row; the rest of a value is shared by all cells that have it, for there may be a million.
struct GridCell {
    std::optional<double> number;
    std::string text;
    std::shared_ptr<const Bound> rest;          // nullptr: a bare value
    std::vector<std::optional<double>> series;  // a sparkline's numbers
    data::Qualifier qualifier = data::Qualifier::none;
    data::Status status = data::Status::actual;
    bool integer = false, word = false;

    GridCell() = default;
    explicit GridCell(const Bound& bound);

    bool empty() const { return !number && text.empty() && series.empty(); }
    /// With all that travels with it.
    Bound value() const;
    const Bound& what() const;
};

struct GridColumn {
    std::string name, label, unit;
    Format format;
    bool numeric = false;  // every filled cell is a number
};

struct Grid {
    std::vector<GridColumn> columns;
    std::vector<std::vector<GridCell>> rows;  // rows[i] pairs with columns
    std::vector<std::string> sources, facts, tables;
    std::vector<const Bound*> bound;  // of `facts:`, in order
    Origins origins;                  // of `sources`: which give the numbers as they are, and which ours are made of

    std::optional<std::size_t> find(std::string_view name) const;
};

/// Errors: unknown_name, sql_error …, query_without_rows.
[[nodiscard]] std::optional<Grid> read_grid(Context& context, const spec::Exhibit& exhibit);

/// The column of that name, or unknown_column with the nearest one.
[[nodiscard]] std::optional<std::size_t> column_of(Context& context, const Grid& grid, const diag::Text& name);

/// A cell as a chart or table prints it. `with_unit`: %, pp and currency signs are printed too.
[[nodiscard]] doc::Value to_value(Context& context, const GridCell& cell, const Format& format, bool with_unit,
                                  const diag::Span& where);

}  // namespace precis::bind
