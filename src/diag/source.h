// diag/source.h: texts that came from a file, and places in them.
//
// A SourceText is a file's bytes under the name that diagnostics print. A Span is a range of its bytes; a Text is what
// a reader made of such a range (escapes resolved, lines folded), with the way back to the bytes, so that a fault
// inside a value is marked at its very place. All of them share the SourceText, which lives as long as any span into
// it.
// Units: byte offsets from 0, ends exclusive; line and column numbers from 1, columns in code points. Offsets beyond
// the end are clamped to it; nothing here fails.
// Cost: finding a place takes logarithmic time over the lines, plus the length of its line.
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace precis::diag {

class SourceText {
  public:
    /// `file`: the absolute path of the file that the text was read from; empty if it was read from none.
    SourceText(std::string name, std::string text, std::filesystem::path file = {});

    const std::string& name() const { return name_; }  // a path relative to the project's folder
    const std::string& text() const { return text_; }
    const std::filesystem::path& file() const { return file_; }
    /// True if the bytes are not meant for people: a workbook, a database, a picture, UTF-16.
    bool is_binary() const { return binary_; }

    struct Place {
        std::size_t line = 1;    // from 1
        std::size_t column = 1;  // from 1, in code points
    };
    Place place(std::size_t offset) const;
    /// The text of a line (from 1) without its line break; empty beyond the end.
    std::string_view line(std::size_t number) const;
    /// Byte offset of the first byte of a line (from 1); the text's size beyond the end.
    std::size_t line_begin(std::size_t number) const;

  private:
    std::string name_;
    std::string text_;
    std::filesystem::path file_;
    bool binary_ = false;
    std::vector<std::size_t> lines_;  // byte offset of each line's first byte
};

using Source = std::shared_ptr<const SourceText>;

/// Bytes [begin, end) of a source. Without a source it is empty: no place.
struct Span {
    Source source;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
    explicit operator bool() const { return source != nullptr; }
};

/// A text read from a source, with the way back to its bytes.
///
/// From `text_begin` of one piece to that of the next, text and source run byte for byte. Pieces ascend by
/// `text_begin`.
struct Text {
    struct Piece {
        std::size_t text_begin = 0;
        std::size_t source_begin = 0;
        bool operator==(const Piece&) const = default;
    };
    std::string text;
    Span span;                  // the whole scalar, quotes included
    std::vector<Piece> pieces;  // empty: the whole text runs byte for byte from span.begin

    bool operator==(const Text&) const = default;
    bool empty() const { return text.empty(); }
    /// The bytes of the source from which bytes [begin, end) of `text` were read.
    Span at(std::size_t begin, std::size_t end) const;
};

}  // namespace precis::diag
