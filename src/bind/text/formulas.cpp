// One pass over the text; each opening sign looks for its closing one in the same paragraph.
#include "bind/text/formulas.h"

#include <algorithm>

#include "base/ascii.h"

namespace precis::bind {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_tex(std::string_view inside, bool display) {
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const bool command = inside[i] == '\\' && i + 1 < inside.size() && is_letter(inside[i + 1]);
        if (command || inside[i] == '^' || inside[i] == '_') return true;
        if (display && (inside[i] == '{' || inside[i] == '=')) return true;
    }
    return false;
}

/// The end of code that begins at `at`, which is a backtick: behind its closing ones, or behind the opening ones alone.
std::size_t behind_code(std::string_view text, std::size_t at) {
    auto open = at;
    while (open < text.size() && text[open] == '`') ++open;
    const auto count = open - at;
    for (auto next = text.find('`', open); next != std::string_view::npos; next = text.find('`', next)) {
        auto end = next;
        while (end < text.size() && text[end] == '`') ++end;
        if (end - next == count) return end;
        next = end;
    }
    return open;
}

/// The end of a formula that `sign` opens at `begin`; 0: it is none.
std::size_t formula_end(std::string_view text, std::size_t begin, std::string_view open, std::string_view close) {
    const auto from = begin + open.size();
    const auto paragraph = std::min(text.find("\n\n", from), text.size());
    const bool display = open != "$";
    for (auto end = text.find(close, from); end != std::string_view::npos && end < paragraph;
         end = text.find(close, end + 1)) {
        if (close.front() == '$' && text[end - 1] == '\\') continue;  // an escaped sign
        const auto inside = text.substr(from, end - from);
        if (inside.empty()) return 0;
        if (!display && (inside.front() == ' ' || inside.back() == ' ' || inside.find('`') != std::string_view::npos))
            return 0;
        return has_tex(inside, open == "$$") ? end + close.size() : 0;
    }
    return 0;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> formulas_in(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
        {"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}};
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '`') {
            i = behind_code(text, i);
            continue;
        }
        std::size_t end = 0;
        for (const auto& [open, close] : kSigns) {
            if (!text.substr(i).starts_with(open)) continue;
            end = formula_end(text, i, open, close);
            if (end > 0 || open == "$$") break;
        }
        if (end > 0) found.emplace_back(i, end);
        if (end > 0)
            i = end;
        else
            i += text[i] == '\\' || text.substr(i).starts_with("$$") ? 2 : 1;
    }
    return found;
}

}  // namespace precis::bind
