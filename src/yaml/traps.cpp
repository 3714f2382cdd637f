// The lines around the place where the parser stopped are read again, without its context, as an author reads them.
#include "yaml/traps.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/phrases.h"
#include "yaml/codes.h"
#include "yaml/lines.h"
#include "yaml/quirks.h"
#include "yaml/syntax.h"

namespace precis::yaml {
namespace {

// The line with a key such as `title:Risks`. Less certain than the traps, so sought only if there is no trap.
std::optional<Stop> key_without_space(const diag::Source& source, std::string_view bytes, std::size_t from,
                                      std::size_t to) {
    for (auto at = from; at < bytes.size() && at <= to;) {
        const auto line = read_line(bytes, at);
        at = line.next;
        const auto colon = colon_without_space(bytes, line);
        if (!colon) continue;
        const auto key = bytes.substr(line.begin, *colon - line.begin);
        return Stop{diag::error(code::yaml_syntax, {source, line.begin, *colon + 1},
                                "a space is missing after the key " + base::quoted(key) + " and its colon",
                                "write " + base::quoted(std::string(key) + ": …")),
                    std::nullopt};
    }
    return std::nullopt;
}

class TrapSearch {
  public:
    TrapSearch(const diag::Source& source, std::string_view bytes) : source_(source), bytes_(bytes) {}

    // The first trap in the lines from the one at `from` to the one that holds `to`.
    std::optional<Stop> run(std::size_t from, std::size_t to) {
        auto line = from;
        while (line < bytes_.size() && line <= to) {
            const auto read = read_line(bytes_, line);
            next_ = read.next;
            if (read.value < read.end) {
                if (auto stop = value(read)) return stop;
            }
            line = std::max(next_, read.next);
        }
        return std::nullopt;
    }

  private:
    std::optional<Stop> value(const Line& line) {
        const auto at = line.value;
        switch (bytes_[at]) {
            case '"':
            case '\'':
                return quoted(line);
            case '|':
            case '>':
                return block(line);
            case '{':
            case '[':
                return flow(line);
            case '*':
                return reserved(at, "text that begins with * is a YAML alias", bytes_.find_first_not_of('*', at));
            case '@':
            case '`':
            case '%':
                return reserved(at, "text must not begin with " + std::string(1, bytes_[at]) + " in YAML", at + 1);
            default:
                return plain(line);
        }
    }

    Stop needs_quotes(std::size_t begin, std::size_t end, std::string message, Mending mending) {
        return {diag::error(code::text_needs_quotes, {source_, begin, end}, std::move(message), kQuoteRemedy), mending};
    }

    Stop reserved(std::size_t at, std::string message, std::size_t end) {
        end = std::min(end, bytes_.size());
        return needs_quotes(at, end, std::move(message), {at, end});
    }

    std::optional<Stop> plain(const Line& line) {
        const auto colon = colon_in(bytes_, line.value, line.end);
        if (!colon) return std::nullopt;
        return needs_quotes(*colon, *colon + 1, "a colon and a space inside text begin a new key for YAML",
                            {*colon, *colon + 1});
    }

    std::optional<Stop> quoted(const Line& line) {
        const auto close = closing_quote(bytes_, line.value);
        const auto key = key_line_between(bytes_, line, close);
        if (close == std::string_view::npos || key) {
            return Stop{diag::error(code::yaml_syntax, {source_, line.value, line.end},
                                    "the quote that opens here is not closed",
                                    "close it, and write \\\" for a quote inside double quotes"),
                        Mending{line.value, line.end}};
        }
        next_ = line_after(bytes_, close);
        const auto end = end_of_text(bytes_, close + 1);
        const auto rest = std::min(bytes_.find_first_not_of(' ', close + 1), end);
        if (rest >= end || bytes_[rest] == ':' || bytes_[rest] == '#') return std::nullopt;
        const auto mend = std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(line.value),
                                     bytes_.begin() + static_cast<std::ptrdiff_t>(close), '\n') == 0;
        return Stop{diag::error(code::text_needs_quotes, {source_, rest, end},
                                "the text ended at its closing quote; " +
                                    base::quoted(bytes_.substr(rest, end - rest)) + " is left over",
                                "put the whole text in quotes: '\"…\" …' or \"\\\"…\\\" …\""),
                    mend ? std::optional(Mending{line.value, close + 1}) : std::nullopt};
    }

    std::optional<Stop> block(const Line& line) {
        auto at = line.value + 1;
        while (at < line.end && (bytes_[at] == '-' || bytes_[at] == '+' || base::is_digit(bytes_[at]))) ++at;
        at = std::min(bytes_.find_first_not_of(' ', at), line.end);
        if (at < line.end && bytes_[at] != '#') {
            return needs_quotes(at, line.end,
                                "text after " + std::string(1, bytes_[line.value]) + " must begin on the next line",
                                {line.value, line.end});
        }
        next_ = after_indented(bytes_, line);
        return std::nullopt;
    }

    // A list in […] or a mapping in {…}, which may span several lines.
    std::optional<Stop> flow(const Line& line) {
        if (bytes_.substr(line.value, 2) == "{{") return braces(source_, bytes_, line.value);
        if (bytes_.substr(line.value, 2) == "[@") return citation(line.value);
        std::vector<std::size_t> open;
        bool fresh = true;  // at the first byte of an item
        auto at = line.value;
        for (; at < bytes_.size(); ++at) {
            const char c = bytes_[at];
            if (bytes_.substr(at, 2) == "{{") return braces(source_, bytes_, at);
            if (c == '[' && bytes_.substr(at, 2) == "[@") return citation(at);
            if (fresh && (c == '"' || c == '\'')) {
                const auto close = closing_quote(bytes_, at);
                if (close == std::string_view::npos) break;
                at = close;
                fresh = false;
            } else if (fresh && (c == '*' || c == '@' || c == '`' || c == '%')) {
                return reserved(at, "text must not begin with " + std::string(1, c) + " in YAML", at + 1);
            } else if (c == '[' || c == '{') {
                open.push_back(at);
                fresh = true;
            } else if (c == ']' || c == '}') {
                if (bytes_[open.back()] != (c == ']' ? '[' : '{')) break;
                open.pop_back();
                if (open.empty()) return after_flow(line, at + 1);
                fresh = false;
            } else if (c == '#' && bytes_[at - 1] == ' ') {
                if (const auto cut = comment_that_cuts(bytes_, at - 1))
                    return Stop{cut_by_comment(source_, bytes_, line.value, *cut), Mending{*cut, *cut + 1}};
                at = std::min(bytes_.find('\n', at), bytes_.size()) - 1;
            } else if (c == ',' || (c == ':' && at + 1 < bytes_.size() && bytes_[at + 1] == ' ')) {
                fresh = true;
            } else if (c != ' ' && c != '\n' && c != '\r') {
                fresh = false;
            }
        }
        const auto opened = open.empty() ? line.value : open.back();
        return Stop{diag::error(code::yaml_syntax, {source_, opened, opened + 1},
                                "the " + std::string(1, bytes_[opened]) + " that opens here is not closed by its " +
                                    (bytes_[opened] == '[' ? "]" : "}"),
                                "close it; text with brackets needs double quotes"),
                    std::nullopt};
    }

    std::optional<Stop> after_flow(const Line& line, std::size_t close) {
        next_ = line_after(bytes_, close);
        const auto end = end_of_text(bytes_, close);
        const auto rest = std::min(bytes_.find_first_not_of(' ', close), end);
        if (rest >= end || bytes_[rest] == ':') return std::nullopt;
        const bool list = bytes_[line.value] == '[';
        return needs_quotes(
            line.value, line.value + 1,
            std::string("text that begins with ") + (list ? "[ is a list" : "{ is a mapping") + " to YAML",
            {line.value, close});
    }

    Stop citation(std::size_t at) {
        const auto close = bytes_.find_first_of("]\n", at);
        const auto end = close == std::string_view::npos ? bytes_.size() : close + (bytes_[close] == ']');
        return needs_quotes(at, end, "text that begins with [ is a list to YAML", {at, end});
    }

    const diag::Source& source_;
    std::string_view bytes_;
    std::size_t next_ = 0;  // the first byte of the line to read next
};

}  // namespace

Stop braces(const diag::Source& source, std::string_view bytes, std::size_t at) {
    const auto close = bytes.find_first_of("}\n", at);
    auto end = close == std::string_view::npos ? bytes.size() : close;
    while (end < bytes.size() && bytes[end] == '}' && end < close + 2) ++end;
    return {diag::error(code::text_needs_quotes, {source, at, std::max(end, at + 2)},
                        "text with {{ … }} is a mapping to YAML unless it is quoted", kQuoteRemedy),
            Mending{at, std::max(end, at + 2)}};
}

Stop explain(const diag::Source& source, std::string_view bytes, std::size_t from, const Complaint& complaint) {
    const auto to = std::max(from, complaint.at);
    if (auto stop = TrapSearch(source, bytes).run(from, to)) return std::move(*stop);
    if (auto stop = key_without_space(source, bytes, from, to)) return std::move(*stop);
    if (bytes.substr(complaint.at, 1) == "?") {
        return {diag::error(code::text_needs_quotes, {source, complaint.at, complaint.at + 1},
                            "inside […] and {…} a question mark is not allowed in unquoted text", kQuoteRemedy),
                Mending{complaint.at, complaint.at + 1}};
    }
    return {syntax_error(source, bytes, complaint), std::nullopt};
}

}  // namespace precis::yaml
