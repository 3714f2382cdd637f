// data/tables/second_header.h: rows inside a table that look like the header row of another one below it.
// Stage: rows of a file -> SECOND HEADER -> what the model says of the file. Private to the room.
//
// Such a row holds words alone, no two the same, in all columns that hold numbers or dates above it and again below it;
// and it follows a blank row of a sheet, breaks two such columns, or repeats the header row. In a sheet of words alone
// it is the row below the only blank one: that is a doubt, no more.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "data/tables/column_guess.h"

namespace precis::data {

struct StackedTable {
    SeenCell first;                // of its header row
    std::size_t titles = 0;        // first of the rows of one cell just above it; 0: none
    std::string above, below;      // the ranges of what is above and below, as in "Data!A1:C11"; empty: no workbook
    bool repeats = false;          // it says what the header row says
    bool doubtful = false;         // all cells of the sheet are words
    std::vector<std::string> all;  // the rows of all headers and titles, as in `skip-rows`
};

class SecondHeader {
  public:
    void see_header(const RowSource& rows);
    void see(const RowSource& rows);
    /// The first one, once all rows were seen; nullptr: there is none.
    const StackedTable* found();

  private:
    struct Column {
        std::size_t values = 0, words = 0;  // below the last header row
    };
    struct Row {
        std::size_t number = 0;             // line, or row of a sheet
        std::vector<std::size_t> values;    // columns that hold numbers and dates above it
        bool gap = false, repeats = false;  // it follows a blank row; it says what the header row says
        std::size_t titles = 0, last = 0;   // first of the rows of one cell above it; the last row before those
        SeenCell cell;
    };
    void take(const RowSource& rows, const Row& row);
    bool may_be_header(const RowSource& rows, Row& row) const;

    std::vector<std::string> header_;
    std::vector<Column> columns_;
    std::size_t header_row_ = 0, previous_ = 0, titles_ = 0, last_full_ = 0;
    std::size_t gaps_ = 0, rows_ = 0, values_ = 0, last_ = 0;
    std::vector<Row> pending_;  // one, until the next row confirms it
    std::vector<Row> doubt_;    // the row below the first gap, if it may be a header
    StackedTable found_;
    bool has_found_ = false, is_sheet_ = false;
    std::string begins_below_;  // its range without the last row
};

}  // namespace precis::data
