// data/tables/table_sniff.h: how a table's text file is written: encoding, delimiter, the line of its header row.
// Stage: within the reading of a model, before columns are guessed. Private to the room.
// In: a table's record and the first 64 KB of its file. Out: the record with what the table does not declare.
#pragma once
#include "data/model_reading.h"

namespace precis::data {

/// Fills in `encoding`, `delimiter` and `left_out`. Clears `file` after an error.
/// Errors: csv_syntax (the delimiter is in doubt, or the header row does not come first).
void look_at_text(TableRecord& table, ModelReading& reading);

/// Whether a cell of the first rows does not fit its declared column, so that the notation of the whole file must be
/// found out.
[[nodiscard]] bool has_odd_cells(const TableRecord& table);

/// The delimiter of records whose file declares none: that of the header row, else `usual`.
[[nodiscard]] char delimiter_of(std::string_view text, char usual);

}  // namespace precis::data
