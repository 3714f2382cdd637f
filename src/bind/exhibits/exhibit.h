// bind/exhibits/exhibit.h: one exhibit of the briefing with its data bound, ready to draw. The main header of
// bind/exhibits.
//
// In: an exhibit as the author wrote it. Out: a chart, table or picture with title, note, source line and alternative
// text. The data (facts, a query or rows in place) are read into a grid (grid.h); a chart maps the grid's columns to
// categories and series (chart.h), a table to columns and totals (table.h). Then the exhibit is checked for what a
// careful reader would doubt (doubt_exhibit.h).
// Heights and widths are points. The number ("Figure 2") is set later, by numbering.
// Errors: query_without_rows, source_missing, channel_missing, unknown_column, text_on_number_scale,
// highlight_not_found, duplicate_row, head_missing, bad_value, and those of queries and texts. Warnings: those of
// doubt_exhibit.h, mixed_units.
// Cost: linear in the cells; up to a million rows are meant to pass.
#pragma once
#include <optional>

#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Empty if the data could not be read, which is reported.
[[nodiscard]] std::optional<doc::Exhibit> bind_exhibit(Context& context, const spec::Exhibit& exhibit);

}  // namespace precis::bind
