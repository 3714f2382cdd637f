// bind/exhibits/grid.h: an exhibit's data as one grid of bound values, whether they come from facts, a query or rows in
// place.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bind/text/source_line.h"
#include "bind/values/context.h"
#include "bind/values/reader_units.h"

namespace precis::bind {

/// A cell. It holds what differs from row to row; all cells of a column share the rest, because there may be a million.
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
    /// The whole value, put together.
    Bound value() const;
    /// The shared rest: unit, period, n …; its number and text are not this cell's.
    const Bound& what() const;
};

struct GridColumn {
    std::string name, label, unit;
    Format format;
    bool numeric = false;                       // every filled cell is a number
    std::optional<Conversion> conversion = {};  // of its numbers to the reader's unit
};

struct Grid {
    std::vector<GridColumn> columns;
    std::vector<std::vector<GridCell>> rows;                  // rows[i] pairs with columns
    std::vector<std::string> sources, facts, tables, values;  // values: names that its query asks for
    bool left_out = false;                                    // rows that the reader may not see were left out
    std::vector<const Bound*> bound;                          // the values of `facts:`, in order
    Origins origins;                                          // `sources`, divided into published and derived

    /// The index of the column with that name.
    std::optional<std::size_t> find(std::string_view name) const;
};

/// Empty if the data could not be read. Errors: unknown_name, query_without_rows, bad_value (a status), and those of
/// queries.
[[nodiscard]] std::optional<Grid> read_grid(Context& context, const spec::Exhibit& exhibit);

/// The index of the column with that name. Errors: unknown_column, with the nearest name.
[[nodiscard]] std::optional<std::size_t> column_of(Context& context, const Grid& grid, const diag::Text& name);

/// Reports a unit that an exhibit states for a column that has another one (bad_value).
void check_unit(Context& context, const Grid& grid, std::size_t index, const diag::Text& unit);

/// A cell as a chart or table prints it; an empty cell is "–". `with_unit`: with %, pp or currency sign.
/// Errors: format_mismatch, at `where`.
[[nodiscard]] doc::Value to_value(Context& context, const GridCell& cell, const Format& format, bool with_unit,
                                  const diag::Span& where);

}  // namespace precis::bind
