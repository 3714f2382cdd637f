// data/model/inference.h: the types of columns that are not declared, and the notation of numbers and dates that a file
// has, from every cell. Private to the sub-room: infer.cpp reads the file and names the columns, infer_doubts.cpp says
// what the table must declare.
//
// The file is read once for this and again when the table is loaded; a table whose columns are all declared is read
// here only if its first rows have cells that do not fit. Errors go to the table (TableRecord::faults), or to the
// reading if no column is left.
#pragma once
#include "data/files/header.h"
#include "data/files/table_text.h"
#include "data/model_reading.h"
#include "data/tables/column_guess.h"
#include "data/tables/second_header.h"

namespace precis::data {

/// A column of the file while its cells are read.
struct Guess {
    std::size_t column = kNoColumn;  // of the declared ones
    ColumnGuess cells;
    std::string header;
};

class Inference {
  public:
    Inference(TableRecord& table, ModelReading& reading)
        : table_(table),
          reading_(reading),
          shown_(shown_name(table.file, reading.root)),
          text_(table, shown_),
          declared_(table.columns.size()) {}

    void run();

  private:
    bool read_header(RowSource& rows);
    void see_first_row(const RowSource& rows);
    bool settle_decimal();
    void settle_days();
    void settle_numbers();
    void report_doubt(const Guess& guess, const NotationKeys& keys, const std::vector<std::string>& columns);
    void settle_looks();
    void find_units();
    bool header_may_go_on() const;
    void find_responses();
    void find_counted();
    /// True if the file seems to hold two tables.
    bool find_stacked();
    void find_odd_cells();
    void find_two_forms();
    std::string declared(const Guess& guess, const std::string& type, std::string more = {}) const;
    std::string as_text(const Guess& guess) const;
    std::string name_of(const Guess& guess) const;
    void take_columns();
    bool name_columns();
    void report(const SeenCell& cell, std::string message, std::string remedy);
    void fault_of_file(diag::Diagnostic fault);
    bool is_guessed(const Guess& guess) const;
    bool is_numeric(const Guess& guess) const;
    /// "write “KEYS” in the table “t”"; columns as “price: percent”.
    std::string remedy(const NotationKeys& keys, const std::vector<std::string>& columns) const;

    TableRecord& table_;
    ModelReading& reading_;
    std::string shown_;
    TableText text_;
    std::vector<Guess> guesses_;
    SecondHeader second_header_;
    std::size_t first_row_ = 0;        // line or row of the first one below the header row
    std::size_t first_row_begin_ = 0;  // byte
    bool first_row_is_full_ = false, first_row_has_responses_ = false;
    const std::size_t declared_;  // columns
};

}  // namespace precis::data
