// data/files/csv.h: rows of delimited text, one at a time, from a file or from memory.
// Stage: bytes -> CSV -> cells that know their bytes. Private to the room.
// Format: RFC 4180 with any delimiter of one byte, an optional byte order mark, and LF, CRLF or CR. Blanks around a
// quoted cell are skipped. Strict: a quote inside an unquoted cell is a fault. Memory: one buffer, as large as the
// longest row, at most 16 MB. No library is used: Debian's libcsv does not give the places of cells and accepts stray
// quotes; fast-cpp-csv-parser fixes the number of columns at compile time and does not allow line breaks in quotes.
// Offsets are those of the text as UTF-8; they are the file's own unless it has another encoding or is packed.
#pragma once
#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/codes.h"
#include "data/files/text_bytes.h"
#include "data/model.h"
#include "diag/diagnostic.h"

namespace precis::data {

struct CsvCell {
    std::string_view text;  // without quotes; valid until the next row is read
    std::size_t begin = 0;  // byte offsets in the file, quotes included
    std::size_t end = 0;
};

struct CsvFault {
    diag::Code code = code::csv_syntax;
    std::string message, remedy;
    std::size_t begin = 0, end = 0;
};

class CsvReader {
  public:
    /// Reads a text, which must outlive the reader.
    CsvReader(std::string_view text, char delimiter);
    /// Reads a file in pieces. `readable()` is false if it cannot be opened. `encoding`: as for TextBytes.
    CsvReader(const std::filesystem::path& file, char delimiter, std::string_view encoding = {});

    bool readable() const { return in_memory_ || bytes_->readable(); }
    /// These lines, ascending, are passed over as they are: they need not be cells.
    void leave_out(std::vector<LineRange> lines) { left_out_ = std::move(lines); }

    enum class Step { row, end, fault };
    /// Reads the next row that is not blank. After a fault there are no more rows.
    Step next();
    const std::vector<CsvCell>& cells() const { return cells_; }
    std::vector<CsvCell>& cells() { return cells_; }
    const CsvFault& fault() const { return fault_; }
    /// The line on which the last row begins, from 1.
    std::size_t line() const { return line_; }

  private:
    enum class Parsed { row, blank, more, end, fault };

    void set_up(char delimiter);
    bool is_left_out() const;
    Parsed pass_over_line();
    Parsed parse_row();
    Parsed parse_quoted(std::size_t& at);
    bool refill();
    bool row_is_text(std::size_t begin, std::size_t end);  // UTF-8 without characters that XML forbids
    void unescape();
    Parsed fail(diag::Code code, std::size_t begin, std::size_t end, std::string message, std::string remedy);

    std::unique_ptr<TextBytes> bytes_;
    bool in_memory_ = false;
    bool complete_ = false;  // no bytes follow the buffer
    std::string buffer_;
    const char* data_ = nullptr;
    std::size_t size_ = 0;    // bytes in data_
    std::size_t row_ = 0;     // offset of the current row in data_
    std::size_t offset_ = 0;  // offset of data_[0] in the file
    bool begun_ = false;
    std::size_t line_ = 0, next_line_ = 1;  // of the last row, and of the row at `row_`
    std::vector<LineRange> left_out_;
    std::array<bool, 256> stops_{}, quoted_stops_{};
    char delimiter_ = ',';
    std::vector<CsvCell> cells_;
    std::vector<std::size_t> escaped_;  // cells with doubled quotes
    std::string unescaped_;
    CsvFault fault_;
};

}  // namespace precis::data
