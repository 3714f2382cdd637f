// Lines split at colons, quotes and `#` alone.
#include "yaml/lines.h"

#include <algorithm>

#include "base/ascii.h"

namespace precis::yaml {
namespace {

bool key_character(char c) {
    return base::is_letter_or_digit(c) || c == '-' || c == '_' || c == '.';
}

std::size_t line_end(std::string_view bytes, std::size_t from) {
    return std::min(bytes.find('\n', from), bytes.size());
}

std::size_t over_blanks(std::string_view bytes, std::size_t at, std::size_t end) {
    while (at < end && bytes[at] == ' ') ++at;
    return at;
}

/// Whether text that begins with `c` is not a plain scalar.
bool begins_other_style(char c) {
    return std::string_view("\"'[{*&!@`%|>#").find(c) != std::string_view::npos;
}

}  // namespace

std::size_t line_after(std::string_view bytes, std::size_t at) {
    const auto end = line_end(bytes, std::min(at, bytes.size()));
    return end < bytes.size() ? end + 1 : bytes.size();
}

std::size_t end_of_text(std::string_view bytes, std::size_t from) {
    auto end = line_end(bytes, from);
    for (auto hash = bytes.find('#', from); hash < end; hash = bytes.find('#', hash + 1)) {
        if (hash == from || bytes[hash - 1] == ' ') end = hash;
    }
    while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r')) --end;
    return end;
}

std::optional<std::size_t> colon_in(std::string_view bytes, std::size_t from, std::size_t end) {
    for (auto at = bytes.find(':', from); at < end; at = bytes.find(':', at + 1)) {
        if (at + 1 >= end || bytes[at + 1] == ' ') return at;
    }
    return std::nullopt;
}

std::optional<std::size_t> colon_without_space(std::string_view bytes, const Line& line) {
    auto at = line.begin;
    while (at < line.end && key_character(bytes[at])) ++at;
    const bool tight = at > line.begin && at + 1 < line.end && bytes[at] == ':' && bytes[at + 1] != ' ';
    if (!tight || line.has_key || bytes.substr(at, 3) == "://") return std::nullopt;
    return at;
}

Line read_line(std::string_view bytes, std::size_t start) {
    Line line;
    line.start = start;
    line.next = line_after(bytes, start);
    line.end = end_of_text(bytes, start);
    line.begin = over_blanks(bytes, start, line.end);
    while (line.begin + 1 < line.end && bytes[line.begin] == '-' && bytes[line.begin + 1] == ' ') {
        line.begin = over_blanks(bytes, line.begin + 1, line.end);
    }
    line.value = line.begin;
    if (line.begin >= line.end) return line;
    auto from = line.begin;
    if (bytes[from] == '"' || bytes[from] == '\'') {
        const auto close = closing_quote(bytes, from);
        if (close >= line.end || close + 1 >= line.end || bytes[close + 1] != ':') return line;
        from = close + 1;
    } else if (begins_other_style(bytes[from])) {
        return line;
    }
    if (const auto colon = colon_in(bytes, from, line.end)) {
        line.value = over_blanks(bytes, *colon + 1, line.end);
        line.has_key = true;
    }
    return line;
}

std::size_t closing_quote(std::string_view bytes, std::size_t open) {
    const char quote = bytes[open];
    for (auto at = open + 1; at < bytes.size(); ++at) {
        const bool escape = bytes[at] == '\\' && quote == '"';
        const bool doubled = bytes[at] == quote && quote == '\'' && at + 1 < bytes.size() && bytes[at + 1] == '\'';
        if (escape || doubled) {
            ++at;
        } else if (bytes[at] == quote) {
            return at;
        }
    }
    return std::string_view::npos;
}

bool key_line_between(std::string_view bytes, const Line& line, std::size_t end) {
    const auto indent = line.begin - line.start;
    for (auto at = line.next; at < std::min(end, bytes.size());) {
        const auto other = read_line(bytes, at);
        const bool plain_key = other.has_key && key_character(bytes[other.begin]);
        if (plain_key && other.begin - other.start <= indent && other.begin < end) return true;
        at = other.next;
    }
    return false;
}

std::size_t after_indented(std::string_view bytes, const Line& line) {
    const auto indent = over_blanks(bytes, line.start, line.end) - line.start;
    auto at = line.next;
    while (at < bytes.size()) {
        const auto end = line_end(bytes, at);
        const auto text = over_blanks(bytes, at, end);
        const bool blank = text == end || bytes[text] == '\r';
        if (!blank && text - at <= indent) break;
        at = line_after(bytes, at);
    }
    return at;
}

}  // namespace precis::yaml
