// layout/slides/large_figure.cpp: chooses among the bound numbers of a finding, then compares the findings' kinds.
#include "layout/slides/large_figure.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/ascii.h"

namespace precis::layout {
namespace {

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

// The end of the word that begins at `from`: at a space of any kind.
std::size_t word_end(const std::string& text, std::size_t from) {
    return std::min({text.find(' ', from), text.find("\u00a0", from), text.find("\u202f", from), text.size()});
}

// The figure of printed words if it makes sense alone: "68%", ">$1.5 million" of ">$1.5 million a month"; not "more
// than 600".
std::string figure_of(const std::string& text) {
    constexpr std::size_t kLongest = 8;  // bytes, which fit the column of figures
    const auto end = word_end(text, 0);
    if (end > kLongest || !has_digit(text.substr(0, end))) return {};
    if (end == text.size()) return text;
    const auto next = text.find_first_not_of(" \u00a0\u202f", end);
    if (next == std::string::npos) return {};
    const auto unit = text.substr(next, word_end(text, next) - next);
    if (unit == "%") return text.substr(0, end) + "\u202f%";
    for (const char* large : {"thousand", "million", "billion", "trillion"})
        if (unit == large) return text.substr(0, end) + "\u00a0" + unit;
    return {};
}

/// A bound number of a finding.
struct Number {
    std::string words;
    std::size_t ordinal = 0;  // among the bound words
    bool in_lead = false, starts = false;
};

/// Whether the words before a number say that a change begins there: "fell from", "stieg von", "从".
bool says_from(std::string_view before) {
    while (!before.empty() && (before.back() == ' ' || before.ends_with("\u00a0"))) before.remove_suffix(1);
    for (const std::string_view word : {"from", "von", "de", "ab"}) {
        if (!before.ends_with(word)) continue;
        const auto at = before.size() - word.size();
        if (at == 0 || !base::is_lower(before[at - 1])) return true;
    }
    return before.ends_with("从") || before.ends_with("由");
}

std::vector<Number> numbers_of(const doc::Inlines& words) {
    std::vector<Number> numbers;
    std::string before;
    std::size_t ordinal = 0;
    bool lead = true;
    for (const auto& part : words) {
        const auto* w = std::get_if<doc::Words>(&part);
        if (w == nullptr) continue;
        lead = lead && w->strong;
        if (w->bound) {
            if (has_digit(w->text)) numbers.push_back({w->text, ordinal, lead, says_from(before)});
            ++ordinal;
        }
        // In Hindi the word follows its number.
        constexpr std::string_view kFrom = " से";
        if (!w->bound && !numbers.empty() && before == numbers.back().words && w->text.starts_with(kFrom))
            numbers.back().starts = true;
        before = w->text;
    }
    return numbers;
}

std::string figure_of(const doc::Item& item) {
    const auto numbers = numbers_of(item.text);
    if (item.subject)
        for (const auto& number : numbers)
            if (number.ordinal == *item.subject) return figure_of(number.words);
    std::vector<const Number*> candidates;
    for (const auto& number : numbers)
        if (number.in_lead && !number.starts) candidates.push_back(&number);
    if (candidates.empty())
        for (const auto& number : numbers)
            if (!number.starts) candidates.push_back(&number);
    return candidates.size() == 1 ? figure_of(candidates.front()->words) : std::string();
}

/// What is left of a figure without its digits: "%", "$ million"; the same for numbers of one kind.
std::string kind_of(const std::string& figure) {
    std::string kind;
    for (const char c : figure)
        if (!base::is_digit(c) && std::string_view(".,+<>'").find(c) == std::string_view::npos) kind += c;
    for (const std::string_view sign : {"\u00a0", "\u202f", "\u2212", "\u2248", "\u2265", "\u2264", "\u2019"})
        for (auto at = kind.find(sign); at != std::string::npos; at = kind.find(sign)) kind.erase(at, sign.size());
    for (const std::string_view large : {"thousand", "million", "billion", "trillion"})
        if (kind.ends_with(large)) kind.resize(kind.size() - large.size());
    return kind;
}

}  // namespace

std::vector<std::string> large_figures(const std::vector<doc::Item>& findings) {
    std::vector<std::string> figures;
    bool common = true;
    for (const auto& item : findings) {
        figures.push_back(item.figure.empty() ? figure_of(item) : item.figure);
        common = common && !figures.back().empty() && kind_of(figures.back()) == kind_of(figures.front());
    }
    for (std::size_t i = 0; i < findings.size() && !common; ++i)
        if (findings[i].figure.empty()) figures[i].clear();
    return figures;
}

}  // namespace precis::layout
