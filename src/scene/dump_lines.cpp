// Words are separated by spaces; two spaces of indentation are one level.
#include "scene/dump_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "diag/codes.h"

namespace precis::scene {

Lines::Lines(const diag::Source& source) : source_(source) {
    const auto& text = source->text();
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (text.find_first_not_of(' ', at) < end) lines_.push_back(split(at, end));
        at = end + 1;
    }
}

void Lines::fail(std::size_t begin, std::size_t end, std::string message) const {
    throw Fault{diag::error(diag::code::bad_value, {source_, begin, end}, std::move(message),
                            "write the line as scene::dump does")};
}

Line Lines::split(std::size_t begin, std::size_t end) const {
    const auto& text = source_->text();
    Line line;
    line.begin = begin;
    line.end = end;
    auto at = text.find_first_not_of(' ', begin);
    line.depth = (at - begin) / 2;
    while (at < end) {
        line.words.push_back(text[at] == '"' ? quoted_word(at, end) : bare_word(at, end));
        at = std::min(text.find_first_not_of(' ', line.words.back().end), end);
    }
    return line;
}

Word Lines::bare_word(std::size_t at, std::size_t end) const {
    const auto stop = std::min(source_->text().find(' ', at), end);
    return {source_->text().substr(at, stop - at), false, at, stop};
}

Word Lines::quoted_word(std::size_t at, std::size_t end) const {
    const auto& text = source_->text();
    Word word{{}, true, at, at};
    for (std::size_t i = at + 1; i < end; ++i) {
        if (text[i] == '"') {
            word.end = i + 1;
            return word;
        }
        if (text[i] != '\\') {
            word.text += text[i];
            continue;
        }
        if (++i >= end) break;
        switch (text[i]) {
            case 'n':
                word.text += '\n';
                break;
            case 'r':
                word.text += '\r';
                break;
            case 't':
                word.text += '\t';
                break;
            case 'u':
                i = code_point(i, end, word.text);
                break;
            default:
                word.text += text[i];
        }
    }
    fail(at, end, "a quoted text has no closing quote on its line");
}

// Reads `\u{…}`; returns the index of the closing brace.
std::size_t Lines::code_point(std::size_t at, std::size_t end, std::string& out) const {
    const auto close = source_->text().find('}', at);
    if (close >= end || close < at + 3) fail(at, end, "\\u is not followed by a number in braces");
    const auto digits = source_->text().substr(at + 2, close - at - 2);
    char32_t value = 0;
    for (const char c : digits) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0 || digits.size() > 4) fail(at, close, "\\u is not followed by a number in braces");
        value = value * 16 + static_cast<char32_t>(digit);
    }
    base::append_utf8(out, value);
    return close;
}

bool LineReader::is(std::string_view word) const {
    return !done() && !line_.words[next_].quoted && line_.words[next_].text == word;
}

bool LineReader::take(std::string_view word) {
    const bool taken = is(word);
    next_ += taken ? 1 : 0;
    return taken;
}

void LineReader::expect(std::string_view word) {
    if (!take(word)) fail(fmt::format("expected “{}” here", word));
}

const std::string& LineReader::bare() {
    if (done()) fail("the line ends too soon");
    return line_.words[next_++].text;
}

std::string LineReader::text() {
    if (done() || !line_.words[next_].quoted) fail("expected a text in double quotes here");
    return line_.words[next_++].text;
}

double LineReader::number() {
    const auto value = done() ? std::nullopt : base::parse_number(line_.words[next_].text);
    if (!value) fail("expected a number here");
    ++next_;
    return *value;
}

base::Point LineReader::point() {
    const double x = number();
    return {x, number()};
}

base::Rect LineReader::rect() {
    const auto at = point();
    const auto size = point();
    return {at.x, at.y, size.x, size.y};
}

base::Color LineReader::color() {
    const auto word = bare();
    const auto slash = word.find('/');
    auto value = base::parse_color(std::string_view(word).substr(0, slash));
    const auto alpha =
        slash == std::string::npos ? std::optional(1.0) : base::parse_number(std::string_view(word).substr(slash + 1));
    if (!value || !alpha) {
        --next_;
        fail("expected a colour here, #RRGGBB");
    }
    value->alpha = *alpha;
    return *value;
}

Face LineReader::face() {
    Face f;
    f.family = text();
    f.weight = whole<int>();
    f.italic = take("italic");
    return f;
}

void LineReader::finish() {
    if (!done()) fail("the line should have ended here");
}

void LineReader::fail(std::string message) const {
    if (done()) lines_.fail(line_.begin, line_.end, std::move(message));
    lines_.fail(line_.words[next_].begin, line_.words[next_].end, std::move(message));
}

}  // namespace precis::scene
