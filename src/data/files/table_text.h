// data/files/table_text.h: the text of a table's file, for the places of its faults.
// Stage: within DATA. Private to the room. The file is read at the first fault, and only as far as the place; a place
// far behind is named by its line, so that a large file does not fill the memory.
#pragma once
#include <string>

#include "data/files/csv.h"
#include "data/model.h"

namespace precis::data {

struct TablePlace {
    diag::Span span;
    std::string words;  // " (line 12 of “data.csv”)" if the span is that of the table in the model
};

class TableText {
  public:
    /// Both must outlive it. Diagnostics call the file `shown`.
    TableText(const TableRecord& table, const std::string& shown) : table_(table), shown_(shown) {}
    /// The place of bytes of the text as UTF-8. `line` is where they begin, from 1.
    TablePlace span(std::size_t begin, std::size_t end, std::size_t line);

  private:
    const TableRecord& table_;
    const std::string& shown_;
    diag::Source source_;
    bool complete_ = false;  // source_ has the whole file
};

/// The remedy of a fault of the file's bytes; it names the key of the table that may help.
[[nodiscard]] std::string remedy_of_fault(const CsvFault& fault, const TableRecord& table);
[[nodiscard]] diag::Diagnostic empty_file(TablePlace place);

}  // namespace precis::data
