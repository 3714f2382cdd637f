// Finds the paragraphs of footnotes and takes them out of a body.
#include "bind/values/footnote_texts.h"

#include <algorithm>
#include <string_view>

namespace precis::bind {
namespace {

/// The length of `[^name]:` at the beginning of a line; 0 if the line does not begin so.
std::size_t footnote_mark(std::string_view line) {
    if (line.substr(0, 2) != "[^") return 0;
    const auto end = line.find("]:");
    if (end == std::string_view::npos || end == 2) return 0;
    const auto name = line.substr(2, end - 2);
    const bool slug = std::all_of(name.begin(), name.end(),
                                  [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    return slug ? end + 2 : 0;
}

/// Bytes [begin, end) of a text, still traceable to the source.
diag::Text slice(const diag::Text& text, std::size_t begin, std::size_t end) {
    begin = std::min(begin, text.text.size());
    end = std::clamp(end, begin, text.text.size());
    diag::Text part;
    part.text = text.text.substr(begin, end - begin);
    part.span = text.at(begin, end);
    for (const auto& piece : text.pieces) {
        if (piece.text_begin >= end) break;
        if (piece.text_begin <= begin) {
            part.pieces.assign(1, {0, piece.source_begin + (begin - piece.text_begin)});
        } else {
            part.pieces.push_back({piece.text_begin - begin, piece.source_begin});
        }
    }
    return part;
}

}  // namespace

std::pair<diag::Text, std::vector<FootnoteText>> take_footnotes(const diag::Text& body) {
    std::pair<diag::Text, std::vector<FootnoteText>> out{body, {}};
    const std::string_view text = body.text;
    bool inside = false;
    std::size_t first = 0;
    const auto close = [&](std::size_t end) {
        if (!inside) return;
        out.second.back().text = slice(body, first, end);
        inside = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto line_end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, line_end - at);
        const auto mark = footnote_mark(line);
        const bool blank = line.find_first_not_of(" \t") == std::string_view::npos;
        if (mark > 0 || blank) close(at);
        if (mark > 0) {
            first = at + mark;
            while (first < line_end && text[first] == ' ') ++first;
            out.second.push_back({{std::string(text.substr(at + 2, mark - 4)), body.at(at, at + mark - 1)}, {}});
            inside = true;
        }
        // Spaces, so that every later byte keeps its offset.
        if (inside)
            std::fill(out.first.text.begin() + static_cast<std::ptrdiff_t>(at),
                      out.first.text.begin() + static_cast<std::ptrdiff_t>(line_end), ' ');
        at = line_end + 1;
    }
    close(text.size());
    return out;
}

}  // namespace precis::bind
