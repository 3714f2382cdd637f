// data/tables/notes_below.h: rows at the end of a table that have one cell only, as notes have.
// Stage: rows of a file -> NOTES BELOW -> a warning of table_load. Private to the room. Pure.
// In: every row, in order. A row of two cells may have a gap; only wider ones are looked at.
#pragma once
#include <cstddef>
#include <string>

#include "data/files/row_source.h"

namespace precis::data {

/// Whether `cell` is the only one of its row that is not blank.
[[nodiscard]] bool is_alone(const std::vector<CsvCell>& cells, std::size_t cell);

struct NotesBelow {
    std::size_t count = 0;           // of the rows at the end
    std::size_t row = 0;             // line or row of the first one
    std::size_t begin = 0, end = 0;  // bytes of its cell, if the file is text
    std::string text;                // of its cell, shortened
    std::size_t others = 0;          // rows that are fuller
    bool elsewhere = false;          // such rows stand between others, too

    void see(const RowSource& rows);
    /// They are not many, stand nowhere else, and the file has rows to name.
    [[nodiscard]] bool are_likely() const;
};

}  // namespace precis::data
