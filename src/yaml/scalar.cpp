// One walk for each style of scalar; `at_` moves in the file, `i_` in the text.
#include "yaml/scalar.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace precis::yaml {
namespace {

class ScalarWalk {
  public:
    ScalarWalk(std::string_view bytes, std::size_t begin, std::string_view text)
        : bytes_(bytes), text_(text), at_(begin) {}

    Placed plain() {
        join();
        while (true) {
            const auto line_end = end_of_line(at_);
            const auto content = trimmed(at_, line_end);
            const auto n = std::min(content - at_, text_.size() - i_);
            if (!take(n)) break;
            if (i_ == text_.size() || line_end == bytes_.size()) break;
            join();  // the break itself
            skip_fold(line_end);
        }
        return done(Node::Style::plain);
    }

    Placed quoted() {
        const char quote = bytes_[at_++];
        join();
        while (at_ < bytes_.size() && exact_) {
            const char c = bytes_[at_];
            if (c == quote && quote == '\'' && next() == '\'') {
                escape(2, 1);
            } else if (c == quote) {
                ++at_;
                exact_ = exact_ && i_ == text_.size();
                break;
            } else if (c == '\\' && quote == '"') {
                backslash();
            } else if (const auto line_end = break_after_blanks()) {
                join();
                skip_fold(*line_end);
            } else {
                take(1);
            }
        }
        return done(Node::Style::quoted);
    }

    Placed block() {
        const bool folded = bytes_[at_] == '>';
        auto line = after(end_of_line(at_));
        auto end = at_ + 1;
        const auto first = i_;
        while (i_ < text_.size() && text_[i_] == '\n') ++i_;  // blank lines at the top
        const auto top = i_;
        while (line < bytes_.size() && blank(line)) line = after(end_of_line(line));
        const auto depth = spaces(line) - std::min(spaces(line), spaces_of_text());
        if (top > first) piece(first, line > 0 ? line - 1 : 0);
        while (i_ < text_.size() && line < bytes_.size()) {
            const auto line_end = end_of_line(line);
            at_ = line + std::min(depth, spaces(line));
            join();
            if (!take(std::min(line_end - at_, text_.size() - i_))) break;
            end = at_;
            line = after(line_end);
            while (line < bytes_.size() && blank(line) && spaces(line) <= depth) line = after(end_of_line(line));
            const bool indented = line < bytes_.size() && spaces(line) > depth;
            join();
            while (i_ < text_.size() && (text_[i_] == '\n' || (folded && !indented && text_[i_] == ' '))) ++i_;
        }
        auto placed = done(Node::Style::block);
        placed.end = end;
        return placed;
    }

  private:
    char next() const { return at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : '\0'; }
    std::size_t end_of_line(std::size_t from) const {
        auto end = std::min(bytes_.find('\n', from), bytes_.size());
        if (end > from && end < bytes_.size() && bytes_[end - 1] == '\r') --end;
        return end;
    }
    std::size_t after(std::size_t line_end) const {
        const auto line_feed = bytes_.find('\n', line_end);
        return line_feed == std::string_view::npos ? bytes_.size() : line_feed + 1;
    }
    std::size_t trimmed(std::size_t from, std::size_t end) const {
        while (end > from && bytes_[end - 1] == ' ') --end;
        return end;
    }
    std::size_t spaces(std::size_t from) const {
        const auto end = std::min(bytes_.find_first_not_of(' ', from), bytes_.size());
        return end - std::min(from, end);
    }
    std::size_t spaces_of_text() const {
        const auto end = std::min(text_.find_first_not_of(' ', i_), text_.size());
        return end - i_;
    }
    bool blank(std::size_t line) const { return line + spaces(line) >= end_of_line(line); }

    // The end of the line if only blanks are left on it.
    std::optional<std::size_t> break_after_blanks() const {
        const auto end = at_ + spaces(at_);
        if (end < bytes_.size() && (bytes_[end] == '\n' || (bytes_[end] == '\r' && end + 1 < bytes_.size())))
            return end;
        return std::nullopt;
    }

    void piece(std::size_t text_begin, std::size_t source_begin) {
        if (!pieces_.empty() && pieces_.back().text_begin == text_begin) {
            pieces_.back().source_begin = source_begin;
            return;
        }
        if (!pieces_.empty() && source_begin >= text_begin &&
            pieces_.back().source_begin - pieces_.back().text_begin == source_begin - text_begin) {
            return;  // the piece before goes on
        }
        pieces_.push_back({text_begin, source_begin});
    }
    void join() { piece(i_, at_); }

    bool take(std::size_t n) {
        exact_ = exact_ && bytes_.substr(at_, n) == text_.substr(i_, n) && i_ + n <= text_.size();
        if (exact_) at_ += n, i_ += n;
        return exact_;
    }
    // `from` bytes of the file are `to` bytes of the text.
    void escape(std::size_t from, std::size_t to) {
        join();
        at_ = std::min(at_ + from, bytes_.size());
        i_ += to;
        exact_ = exact_ && i_ <= text_.size();
        i_ = std::min(i_, text_.size());
        join();
    }
    void backslash() {
        const char c = next();
        if (c == '\n' || c == '\r') {  // the lines are joined without a space
            at_ = after(at_ + 1);
            at_ += spaces(at_);
            join();
            return;
        }
        const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        escape(2 + digits, base::sequence_length(i_ < text_.size() ? text_[i_] : '\0'));
    }
    // Skips a folded line break: one break is a space of the text, n further breaks are n line feeds.
    void skip_fold(std::size_t line_end) {
        std::size_t breaks = 0;
        auto line = after(line_end);
        while (line < bytes_.size() && blank(line) && end_of_line(line) < bytes_.size()) {
            ++breaks;
            line = after(end_of_line(line));
        }
        i_ = std::min(text_.size(), i_ + std::max<std::size_t>(breaks, 1));
        at_ = line + spaces(line);
        join();
    }
    Placed done(Node::Style style) {
        if (!pieces_.empty() && pieces_.size() == 1 && style == Node::Style::plain) pieces_.clear();
        return {std::move(pieces_), at_, style, exact_ && i_ == text_.size()};
    }

    std::string_view bytes_;
    std::string_view text_;
    std::size_t at_ = 0;  // in bytes_
    std::size_t i_ = 0;   // in text_
    bool exact_ = true;
    std::vector<diag::Text::Piece> pieces_;
};

}  // namespace

Placed place_scalar(std::string_view bytes, std::size_t begin, std::string_view text) {
    ScalarWalk walk(bytes, begin, text);
    const char first = begin < bytes.size() ? bytes[begin] : '\0';
    if (first == '"' || first == '\'') return walk.quoted();
    if (first == '|' || first == '>') return walk.block();
    return walk.plain();
}

}  // namespace precis::yaml
