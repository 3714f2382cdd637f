// data/csv.h: rows of delimited text, one at a time, from a file or from memory.
// Stage: bytes -> CSV -> cells that know their place. RFC 4180 with a chosen delimiter, BOM, LF, CRLF or CR; strict: a
// stray quote is a fault. Memory stays flat: one buffer, as large as the longest row.
// Ours because Debian's libcsv gives no places of cells and takes stray quotes, and its fast-cpp-csv-parser fixes the
// number of columns at compile time and knows no line breaks inside quotes.
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
    std::size_t begin = 0;  // bytes of the file, quotes included
    std::size_t end = 0;
};

struct CsvFault {
    diag::Code code = code::csv_syntax;
    std::string message, remedy;
    std::size_t begin = 0, end = 0;
};

class CsvReader {
  public:
    /// Over a text that outlives the reader.
    CsvReader(std::string_view text, char delimiter);
    /// Over a file, in pieces. `readable()` is false if it cannot be opened.
    CsvReader(const std::filesystem::path& file, char delimiter);

    bool readable() const { return file_ != nullptr || in_memory_; }

    enum class Step { row, end, fault };
    /// The next row that is not blank. After a fault no more rows come.
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
    bool row_is_utf8(std::size_t begin, std::size_t end);
    void unescape();
    Parsed fail(diag::Code code, std::size_t begin, std::size_t end, std::string message, std::string remedy);

    std::unique_ptr<std::FILE, Close> file_;
    bool in_memory_ = false;
    bool complete_ = false;  // no bytes follow the buffer
    std::string buffer_;
    const char* data_ = nullptr;
    std::size_t size_ = 0;    // bytes in data_
    std::size_t row_ = 0;     // where the row begins in data_
    std::size_t offset_ = 0;  // of data_[0] in the file
    bool begun_ = false;
    std::array<bool, 256> stops_{}, quoted_stops_{};
    char delimiter_ = ',';
    std::vector<CsvCell> cells_;
    std::vector<std::size_t> escaped_;  // cells with doubled quotes
    std::string unescaped_;
    CsvFault fault_;
};

}  // namespace precis::data
