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

struct Line {
    std::size_t begin = 0, end = 0;  // without its line break
};

/// Appends a part to a text; each byte keeps its place in the source.
void append(diag::Text& text, const diag::Text& part) {
    if (part.text.empty()) return;
    if (text.text.empty()) {
        text = part;
        return;
    }
    const auto at = text.text.size();
    if (text.pieces.empty()) text.pieces.push_back({0, text.span.begin});
    if (part.pieces.empty()) text.pieces.push_back({at, part.span.begin});
    for (const auto& piece : part.pieces) text.pieces.push_back({at + piece.text_begin, piece.source_begin});
    text.text += part.text;
    text.span.end = part.span.end;
}

/// The lines of a footnote, those after the first without the indent of its further paragraphs.
diag::Text joined(const diag::Text& body, const std::vector<Line>& lines, std::size_t indent) {
    if (indent == 0) return slice(body, lines.front().begin, lines.back().end + 1);
    diag::Text note;
    for (const auto& line : lines) {
        auto begin = line.begin;
        const auto most = &line == &lines.front() ? begin : std::min(line.end, begin + indent);
        while (begin < most && body.text[begin] == ' ') ++begin;
        append(note, slice(body, begin, line.end + 1));
    }
    return note;
}

constexpr std::size_t kLeastIndent = 2;  // spaces before a further paragraph of a footnote

}  // namespace

std::pair<diag::Text, std::vector<FootnoteText>> take_footnotes(const diag::Text& body) {
    std::pair<diag::Text, std::vector<FootnoteText>> out{body, {}};
    const std::string_view text = body.text;
    std::vector<Line> note;  // lines of the footnote at hand
    std::size_t indent = 0;  // of its further paragraphs
    bool gap = false;        // blank lines came after its last line
    const auto close = [&] {
        if (note.empty()) return;
        out.second.back().text = joined(body, note, indent);
        note.clear();
        indent = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto line_end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, line_end - at);
        const auto mark = footnote_mark(line);
        const auto spaces = std::min(line.find_first_not_of(' '), line.size());
        const bool blank = line.find_first_not_of(" \t") == std::string_view::npos;
        if (mark > 0 || (!blank && gap && spaces < kLeastIndent)) close();
        if (mark > 0) {
            auto first = at + mark;
            while (first < line_end && text[first] == ' ') ++first;
            out.second.push_back({{std::string(text.substr(at + 2, mark - 4)), body.at(at, at + mark - 1)}, {}});
            note.push_back({first, line_end});
        } else if (!note.empty() && !blank) {
            if (gap) {
                note.push_back({note.back().end, note.back().end});  // a second line break, which parts paragraphs
                if (indent == 0) indent = spaces;
            }
            note.push_back({at, line_end});
        }
        gap = blank;
        // Spaces, so that every later byte keeps its offset.
        if (!note.empty() && !blank)
            std::fill(out.first.text.begin() + static_cast<std::ptrdiff_t>(at),
                      out.first.text.begin() + static_cast<std::ptrdiff_t>(line_end), ' ');
        at = line_end + 1;
    }
    close();
    return out;
}

}  // namespace precis::bind
