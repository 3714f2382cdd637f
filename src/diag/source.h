// diag/source.h: texts that came from a file, and places in them.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace precis::diag {

/// A file's text (or any other text with a name), kept alive by every Span into it.
class SourceText {
  public:
    SourceText(std::string name, std::string text);

    const std::string& name() const { return name_; }  // as printed: a path relative to the root
    const std::string& text() const { return text_; }

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
    std::vector<std::size_t> lines_;  // byte offset of each line's first byte
};

using Source = std::shared_ptr<const SourceText>;

/// Bytes [begin, end) of a source; without a source it is nowhere.
struct Span {
    Source source;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
    explicit operator bool() const { return source != nullptr; }
};

/// A text read from a source, with the way back: each piece says where its bytes stand in the source.
/// Pieces ascend by `text_begin`; within one piece text and source run byte for byte.
struct Text {
    struct Piece {
        std::size_t text_begin = 0;
        std::size_t source_begin = 0;
        bool operator==(const Piece&) const = default;
    };
    std::string text;
    Span span;                  // the whole scalar, quotes included
    std::vector<Piece> pieces;  // empty: the text runs byte for byte from span.begin

    bool operator==(const Text&) const = default;
    bool empty() const { return text.empty(); }
    /// Where bytes [begin, end) of `text` stand in the source.
    Span at(std::size_t begin, std::size_t end) const;
};

}  // namespace precis::diag
