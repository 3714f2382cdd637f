// data/files/sheet_end.h: notes and totals below a table, which a sheet has as rows.
// Stage: within DATA, for workbook_rows.cpp. Private to the room. In: the rows of a table, in order. Out: the first of
// the last rows that seem to be none of its rows, in words. A note is a text alone in its row, below rows that are
// filled; a row of totals has the sum of a column, beside a word or nothing.
#pragma once
#include <optional>
#include <vector>

#include "data/files/row_source.h"
#include "data/files/workbook.h"

namespace precis::data {

class SheetEnd {
  public:
    /// A row of the table that is `width` columns wide. `filled`: its cells, with those that merged cells fill.
    void see(const SheetRow& row, std::size_t filled, std::size_t width);
    const std::optional<RowDoubt>& doubt() const { return tail_; }

  private:
    bool is_note(const SheetRow& row, std::size_t filled, std::size_t width) const;
    bool is_total(const SheetRow& row) const;

    std::vector<double> sums_;      // of each column
    std::size_t rows_ = 0;          // that are neither notes nor totals
    std::size_t lonely_ = 0;        // rows inside the table with one cell, or like totals
    std::optional<RowDoubt> tail_;  // of the rows that follow them
};

}  // namespace precis::data
