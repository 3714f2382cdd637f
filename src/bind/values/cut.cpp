// One pass over a text's bytes: finds our own notation outside code, and puts a private-use character for each.
#include "bind/values/cut.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

// Plane 15 of Unicode, for private use; each of its characters is four bytes in UTF-8.
constexpr char32_t kFirstHole = 0xF0000;
constexpr char32_t kLastHole = 0xFFFFD;

bool slug_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}
bool name_char(char c) {
    return slug_char(c) || c == '.' || c == '_' || (c >= 'A' && c <= 'Z');
}
bool space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}
bool word_char(char c) {
    return slug_char(c) || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

/// The length of the name that begins at `at`. A dot or hyphen at its end belongs to the sentence, not to the name.
template <class Test>
std::size_t run_length(std::string_view text, std::size_t at, Test test) {
    auto end = at;
    while (end < text.size() && test(text[end])) ++end;
    while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    return end - at;
}

class Cutter {
  public:
    Cutter(const diag::Text& text, diag::Diagnostics& diagnostics)
        : whole_(text), text_(text.text), diagnostics_(diagnostics) {}

    Cut run() {
        out_.shifts.emplace_back(0, 0);
        while (at_ < text_.size()) {
            const auto plain = plain_length();
            if (plain > 0) {
                copy(plain);
            } else if (!step()) {
                copy(1);
            }
        }
        return std::move(out_);
    }

  private:
    bool at_mark(std::string_view mark) const { return text_.substr(at_, mark.size()) == mark; }

    void copy(std::size_t bytes) {
        out_.text.append(text_.substr(at_, bytes));
        at_ += bytes;
    }

    /// The length of the characters ahead with which no notation begins.
    std::size_t plain_length() const {
        std::size_t length = 0;
        while (at_ + length < text_.size()) {
            const char c = text_[at_ + length];
            if (!word_char(c) && c != ' ' && c != '.' && c != ',') break;
            if (static_cast<unsigned char>(c) >= 0xF3) break;
            ++length;
        }
        return length;
    }

    /// Handles notation that begins here; false if an ordinary byte does.
    bool step() {
        const char c = text_[at_];
        if (c == '\\') return escape();
        if (c == '`' || (c == '~' && at_mark("~~~"))) return code(c);
        if (at_mark("{{")) return binding();
        if (at_mark("[@")) return citation();
        if (at_mark("[^")) return footnote();
        if (at_mark("](index:")) return index_heading();
        if (c == '@') return reference();
        if (static_cast<unsigned char>(c) >= 0xF3) return private_use();
        return false;
    }

    bool escape() {
        if (at_mark("\\{{")) {
            add_hole({.kind = Hole::Kind::literal, .literal = "{{"}, at_ + 3);
        } else {
            copy(std::min<std::size_t>(2, text_.size() - at_));
        }
        return true;
    }

    /// Code between two equally long rows of backticks or tildes; copied as it is.
    bool code(char mark) {
        std::size_t length = 0;
        while (at_ + length < text_.size() && text_[at_ + length] == mark) ++length;
        for (auto end = at_ + length; end < text_.size();) {
            if (text_[end] != mark) {
                ++end;
                continue;
            }
            std::size_t closing = 0;
            while (end + closing < text_.size() && text_[end + closing] == mark) ++closing;
            end += closing;
            if (closing == length) {
                copy(end - at_);
                return true;
            }
        }
        copy(length);
        return true;
    }

    bool binding() {
        const auto end = text_.find("}}", at_ + 2);
        const auto next = text_.find("{{", at_ + 2);
        if (end == std::string_view::npos || next < end) {
            diagnostics_.push_back(diag::error(diag::code::binding_syntax, whole_.at(at_, at_ + 2),
                                               "a binding begins with “{{” here, but has no “}}”",
                                               "close it, or write “\\{{” for the braces themselves"));
            add_hole({.kind = Hole::Kind::literal}, at_ + 2);
            return true;
        }
        Hole hole{.kind = Hole::Kind::binding};
        const auto inner_end = end;
        bool bar = false;
        for (auto at = at_ + 2; at < inner_end;) {
            if (space(text_[at])) {
                ++at;
            } else if (text_[at] == '|' && !bar && hole.words.size() == 1) {
                bar = true;
                ++at;
            } else {
                auto stop = at;
                while (stop < inner_end && !space(text_[stop]) && text_[stop] != '|') ++stop;
                stop = std::max(stop, at + 1);
                hole.words.push_back({std::string(text_.substr(at, stop - at)), whole_.at(at, stop)});
                at = stop;
            }
        }
        const bool odd = hole.words.empty() || (!bar && hole.words.size() > 1) || (bar && hole.words.size() < 2) ||
                         !std::all_of(hole.words[0].text.begin(), hole.words[0].text.end(), name_char);
        if (odd) {
            diagnostics_.push_back(diag::error(diag::code::binding_syntax, whole_.at(at_, end + 2),
                                               "between “{{” and “}}” one name is expected, and formats behind a “|”",
                                               "write {{ name }} or {{ name | 0dp unit }}"));
            hole = {.kind = Hole::Kind::literal};
        }
        add_hole(std::move(hole), end + 2);
        return true;
    }

    bool citation() {
        const auto end = text_.find(']', at_);
        if (end == std::string_view::npos) return false;
        Hole hole{.kind = Hole::Kind::citation};
        for (auto at = at_ + 1; at < end;) {
            if (space(text_[at]) || text_[at] == ';' || text_[at] == ',') {
                ++at;
                continue;
            }
            if (text_[at] != '@') return false;
            const auto length = run_length(text_.substr(0, end), at + 1, name_char);
            if (length == 0) return false;
            hole.words.push_back({std::string(text_.substr(at + 1, length)), whole_.at(at, at + 1 + length)});
            at += 1 + length;
        }
        add_hole(std::move(hole), end + 1);
        return true;
    }

    bool footnote() {
        const auto length = run_length(text_, at_ + 2, slug_char);
        if (length == 0 || text_.substr(at_ + 2 + length, 1) != "]") return false;
        Hole hole{.kind = Hole::Kind::footnote};
        hole.words.push_back({std::string(text_.substr(at_ + 2, length)), whole_.at(at_, at_ + 3 + length)});
        add_hole(std::move(hole), at_ + 3 + length);
        return true;
    }

    /// The heading in `[words](index:Heading)`, which may hold spaces and brackets. Markdown is left a link to the
    /// hole.
    bool index_heading() {
        constexpr std::string_view kBefore = "](index:";
        const auto begin = at_ + kBefore.size();
        int open = 0;
        auto end = begin;
        for (; end < text_.size() && (open > 0 || text_[end] != ')'); ++end) {
            if (text_[end] == '(') ++open;
            if (text_[end] == ')') --open;
            if (text_.substr(end, 2) == "\n\n") return false;
        }
        if (end == text_.size()) return false;
        const auto heading = text_.substr(begin, end - begin);
        copy(kBefore.size());
        Hole hole{.kind = Hole::Kind::index};
        if (heading.find("{{") != std::string_view::npos || heading.find('@') != std::string_view::npos) {
            diagnostics_.push_back(diag::error(diag::code::binding_syntax, whole_.at(begin, end),
                                               "a heading of the index holds a binding or a reference",
                                               "write the heading in words, or bind it in the marked words: "
                                               "[{{ name }}](index:)"));
        } else {
            for (const char c : heading) {
                const bool gap = space(c);
                if (gap && (hole.literal.empty() || hole.literal.back() == ' ')) continue;
                hole.literal += gap ? ' ' : c;
            }
            while (!hole.literal.empty() && hole.literal.back() == ' ') hole.literal.pop_back();
        }
        add_hole(std::move(hole), end);
        return true;
    }

    /// @fig:…, @tab:…, @sec:…, and these behind @page:, @title: or @full:; any other @ is text.
    bool reference() {
        // Behind a letter of ASCII it is no reference, but part of an address. Other scripts may be written without
        // spaces.
        if (at_ > 0 && static_cast<unsigned char>(text_[at_ - 1]) < 0x80 && word_char(text_[at_ - 1])) return false;
        auto at = at_ + 1;
        auto prints = Hole::Prints::number;
        for (const auto& [word, form] : {std::pair<std::string_view, Hole::Prints>{"page:", Hole::Prints::page},
                                         {"title:", Hole::Prints::title},
                                         {"full:", Hole::Prints::full}}) {
            if (text_.substr(at, word.size()) != word) continue;
            prints = form;
            at += word.size();
            break;
        }
        const auto kind = text_.substr(at, 4);
        if (kind != "fig:" && kind != "tab:" && kind != "sec:") return false;
        const auto length = run_length(text_, at + 4, slug_char);
        if (length == 0) return false;
        Hole hole{.kind = Hole::Kind::reference, .prints = prints};
        hole.words.push_back({std::string(text_.substr(at, 4 + length)), whole_.at(at_, at + 4 + length)});
        add_hole(std::move(hole), at + 4 + length);
        return true;
    }

    bool private_use() {
        const auto point = base::code_point_at(text_, at_);
        if (point.value < kFirstHole || point.value > kLastHole) {
            copy(point.length);
            return true;
        }
        diagnostics_.push_back(diag::error(diag::code::binding_syntax, whole_.at(at_, at_ + point.length),
                                           "this is a private-use character, which fonts do not have", "remove it"));
        add_hole({.kind = Hole::Kind::literal}, at_ + point.length);
        return true;
    }

    void add_hole(Hole hole, std::size_t end) {
        hole.begin = at_;
        hole.end = end;
        hole.span = whole_.at(at_, end);
        base::append_utf8(out_.text, kFirstHole + static_cast<char32_t>(out_.holes.size()));
        out_.holes.push_back(std::move(hole));
        at_ = end;
        out_.shifts.emplace_back(out_.text.size(), at_);
    }

    const diag::Text& whole_;
    std::string_view text_;
    diag::Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    Cut out_;
};

}  // namespace

std::size_t Cut::original(std::size_t offset) const {
    auto after = std::upper_bound(shifts.begin(), shifts.end(), offset,
                                  [](std::size_t value, const auto& shift) { return value < shift.first; });
    if (after == shifts.begin()) return offset;
    --after;
    return after->second + (offset - after->first);
}

int Cut::hole_at(std::size_t offset) const {
    if (static_cast<unsigned char>(text[offset]) < 0xF3) return -1;
    const auto point = base::code_point_at(text, offset);
    if (point.value < kFirstHole || point.value >= kFirstHole + holes.size()) return -1;
    return static_cast<int>(point.value - kFirstHole);
}

Cut cut(const diag::Text& text, diag::Diagnostics& diagnostics) {
    return Cutter(text, diagnostics).run();
}

}  // namespace precis::bind
