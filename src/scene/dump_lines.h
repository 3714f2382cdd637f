// scene/dump_lines.h: the lines of a dump as words, and a reader that takes them from left to right. Private to scene.
// Stage: dump -> LINES -> parse. The first fault is thrown, as dumps are written by programs; scene::parse catches it.
#pragma once
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/numbers.h"
#include "diag/diagnostic.h"
#include "scene/words.h"

namespace precis::scene {

/// A word of a line: bare, or a text in double quotes with its escapes resolved.
struct Word {
    std::string text;
    bool quoted = false;
    std::size_t begin = 0, end = 0;  // bytes of the source
};

struct Line {
    std::size_t depth = 0;  // two spaces each
    std::vector<Word> words;
    std::size_t begin = 0, end = 0;
};

struct Fault {
    diag::Diagnostic diagnostic;
};

class Lines {
  public:
    explicit Lines(const diag::Source& source);
    const std::vector<Line>& list() const { return lines_; }
    [[noreturn]] void fail(std::size_t begin, std::size_t end, std::string message) const;

  private:
    Line split(std::size_t begin, std::size_t end) const;
    Word bare_word(std::size_t at, std::size_t end) const;
    Word quoted_word(std::size_t at, std::size_t end) const;
    std::size_t code_point(std::size_t at, std::size_t end, std::string& out) const;

    diag::Source source_;
    std::vector<Line> lines_;
};

/// Reads one line's words: each function takes the value that it is named after, or throws a Fault at the next word.
class LineReader {
  public:
    LineReader(const Lines& lines, const Line& line) : lines_(lines), line_(line) {}

    bool done() const { return next_ == line_.words.size(); }
    bool is(std::string_view word) const;
    bool take(std::string_view word);
    void expect(std::string_view word);
    const std::string& bare();
    std::string text();
    double number();
    base::Point point();
    base::Rect rect();
    base::Color color();
    Face face();
    void finish();
    [[noreturn]] void fail(std::string message) const;

    template <class T>
    T whole() {
        const auto value = done() ? std::nullopt : base::parse_integer(line_.words[next_].text);
        if (!value || *value < static_cast<long long>(std::numeric_limits<T>::min()) ||
            *value > static_cast<long long>(std::numeric_limits<T>::max()))
            fail("expected a whole number here");
        ++next_;
        return static_cast<T>(*value);
    }
    template <class T>
    T one_of(int count) {
        const auto value = done() ? std::nullopt : from_word<T>(line_.words[next_].text, count);
        if (!value) fail("this word is not known here");
        ++next_;
        return *value;
    }

  private:
    const Lines& lines_;
    const Line& line_;
    std::size_t next_ = 0;
};

}  // namespace precis::scene
