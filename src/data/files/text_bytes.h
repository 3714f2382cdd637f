// data/files/text_bytes.h: the bytes of a text file as UTF-8, piece by piece, whatever its encoding, gzip or not.
// Stage: file -> BYTES -> CsvReader. Private to the room.
// In: a plain or gzip file; UTF-8, UTF-16 with a byte order mark, or the encoding that the table declares. Out: UTF-8.
// What is said to be UTF-8 is passed on unchecked; CsvReader reports bytes that are not. Memory: two buffers of 64 KB.
// Libraries: zlib for gzip, iconv of the C library for encodings.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/code.h"

namespace precis::data {

class TextBytes {
  public:
    /// `encoding` is one of encoding_words(), or empty: UTF-16 by its mark, else UTF-8.
    TextBytes(const std::filesystem::path& file, std::string_view encoding);
    ~TextBytes();
    TextBytes(const TextBytes&) = delete;
    TextBytes& operator=(const TextBytes&) = delete;

    bool readable() const;
    /// Copies up to `size` bytes; fewer only at the end of the file or before a fault.
    std::size_t read(char* to, std::size_t size);
    /// The word of the encoding that is read: "utf-8", "utf-16le" …
    const std::string& encoding() const { return encoding_; }

    struct Fault {
        diag::Code code;
        std::string message, remedy;
    };
    /// Why the bytes end before the file does; nullptr if they do not.
    const Fault* fault() const { return fault_.get(); }

  private:
    struct Input;
    struct Conversion;
    bool convert();
    std::size_t read_raw(char* to, std::size_t size);

    std::unique_ptr<Input> input_;
    std::unique_ptr<Conversion> conversion_;  // nullptr: UTF-8
    std::string encoding_ = "utf-8";
    std::unique_ptr<Fault> fault_;
};

/// The words of `encoding:`.
[[nodiscard]] const std::vector<std::string>& encoding_words();
/// The first bytes of a file as UTF-8, at most `most` of them.
[[nodiscard]] std::string first_bytes(TextBytes& bytes, std::size_t most);

}  // namespace precis::data
