// data/tables/notes_below.h: rows at the end of a table that have one cell only, as notes have, and a last row of totals.
// Stage: rows of a file -> NOTES BELOW -> a warning of table_load. Private to the room.
// In: every row, in order. A row of two cells may have a gap; only wider ones are looked at.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "data/files/row_source.h"
#include "data/sql/sqlite.h"

namespace precis::data {

/// Whether `cell` is the only one of its row that is not blank.
[[nodiscard]] bool is_alone(const std::vector<CsvCell>& cells, std::size_t cell);

/// Whether a cell says, in the languages of reports, that its row has totals.
[[nodiscard]] bool says_total(std::string_view cell);

/// A row that begins with such a word.
struct TotalRow {
    std::size_t row = 0;             // its line
    std::int64_t number = 0;         // from 1, of the rows below the header row
    std::size_t begin = 0, end = 0;  // bytes of the word
    std::string text;
};

/// The first column of the loaded table in which that row holds the sum of the others; nullptr: none, or too few rows.
[[nodiscard]] const Column* summed_column(sqlite3* db, const TableRecord& table, const TotalRow& total);

struct NotesBelow {
    std::size_t count = 0;           // of the rows at the end
    std::size_t row = 0;             // line or row of the first one
    std::size_t begin = 0, end = 0;  // bytes of its cell, if the file is text
    std::string text;                // of its cell, shortened
    std::size_t others = 0;          // rows that are fuller
    bool elsewhere = false;          // such rows stand between others, too
    std::int64_t rows_seen = 0;
    std::optional<TotalRow> total;  // the last row but for notes

    void see(const RowSource& rows);
    /// They are not many, stand nowhere else, and the file has rows to name.
    [[nodiscard]] bool are_likely() const;
};

}  // namespace precis::data
