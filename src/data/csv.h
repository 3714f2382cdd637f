// data/csv.h: rows of delimited text, one at a time, from a file or from memory.
// Stage: bytes -> CSV -> cells that know their bytes. Private to the room.
// Format: RFC 4180 with any delimiter of one byte, an optional byte order mark, and LF, CRLF or CR. Strict: a quote
// inside an unquoted cell is a fault. Memory: one buffer, as large as the longest row, at most 16 MB. No library is
// used: Debian's libcsv does not give the places of cells and accepts stray quotes; fast-cpp-csv-parser fixes the
// number of columns at compile time and does not allow line breaks in quotes.
#pragma once
#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/codes.h"
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
    /// Reads a file in pieces. `readable()` is false if it cannot be opened.
    CsvReader(const std::filesystem::path& file, char delimiter);

    bool readable() const { return file_ != nullptr || in_memory_; }

    enum class Step { row, end, fault };
    /// Reads the next row that is not blank. After a fault there are no more rows.
    Step next();
    const std::vector<CsvCell>& cells() const { return cells_; }
    const CsvFault& fault() const { return fault_; }

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    enum class Parsed { row, blank, more, end, fault };

    void set_up(char delimiter);
    Parsed parse_row();
    Parsed parse_quoted(std::size_t& at);
    bool refill();
    bool row_is_text(std::size_t begin, std::size_t end);  // UTF-8 without characters that XML forbids
    void unescape();
    Parsed fail(diag::Code code, std::size_t begin, std::size_t end, std::string message, std::string remedy);

    std::unique_ptr<std::FILE, Close> file_;
    bool in_memory_ = false;
    bool complete_ = false;  // no bytes follow the buffer
    std::string buffer_;
    const char* data_ = nullptr;
    std::size_t size_ = 0;    // bytes in data_
    std::size_t row_ = 0;     // offset of the current row in data_
    std::size_t offset_ = 0;  // offset of data_[0] in the file
    bool begun_ = false;
    std::array<bool, 256> stops_{}, quoted_stops_{};
    char delimiter_ = ',';
    std::vector<CsvCell> cells_;
    std::vector<std::size_t> escaped_;  // cells with doubled quotes
    std::string unescaped_;
    CsvFault fault_;
};

}  // namespace precis::data
