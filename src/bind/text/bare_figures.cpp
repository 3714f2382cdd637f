// One pass over each run of words; at each digit or letter it asks what begins there.
#include "bind/text/bare_figures.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "bind/text/codes.h"
#include "bind/values/nearest_fact.h"

namespace precis::bind {
namespace {

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}
constexpr std::array<std::string_view, 29> kNumberWords = {
    "two thirds", "two-thirds", "three quarters", "three-quarters", "one third", "one quarter", "twice",     "dozen",
    "eleven",     "twelve",     "thirteen",       "fourteen",       "fifteen",   "sixteen",     "seventeen", "eighteen",
    "nineteen",   "twenty",     "thirty",         "forty",          "fifty",     "sixty",       "seventy",   "eighty",
    "ninety",     "hundred",    "thousand",       "million",        "billion"};

/// Number words up to ten are too common to report, unless the briefing names a fact of that value.
constexpr std::array<std::string_view, 9> kSmallWords = {"two",   "three", "four", "five", "six",
                                                         "seven", "eight", "nine", "ten"};

/// Looks through one run of words.
struct BareFigureFinder {
    Context& context;
    const std::vector<std::string>& names;  // exempt phrases (`names:`), in lower case
    const doc::Words& words;
    std::string low{base::lowered(words.text)};

    bool word_at(std::size_t at, std::string_view word) const {
        if (at >= low.size() || low[at] != word.front()) return false;  // fast: asked at every letter
        if (low.compare(at, word.size(), word) != 0) return false;
        const bool begins = at == 0 || !letter(low[at - 1]);
        const auto end = at + word.size();
        return begins && (end >= low.size() || !letter(low[end]));
    }

    /// The end of an exempt phrase (`names:`) that begins at `at`; 0: none.
    std::size_t phrase(std::size_t at) const {
        std::size_t end = 0;
        for (const auto& name : names) {
            if (word_at(at, name)) end = std::max(end, at + name.size());
        }
        return end;
    }

    /// Whether the name of a month is next to the figure.
    bool month_beside(std::size_t begin, std::size_t end) const {
        for (int month = 1; month <= 12; ++month) {
            const auto iso = std::string("2000-") + (month < 10 ? "0" : "") + std::to_string(month);
            auto name = base::lowered(context.inputs.locale.date(iso));
            name = name.substr(0, name.find(" 2000"));
            if (word_at(std::min(end + 1, low.size()), name)) return true;
            if (begin > name.size() && word_at(begin - name.size() - 1, name)) return true;
        }
        return false;
    }

    /// "version 2.1", "2.9.1": not an amount.
    bool version(std::size_t begin, std::size_t end) const {
        const auto figure = std::string_view(low).substr(begin, end - begin);
        if (std::count(figure.begin(), figure.end(), '.') > 1 && figure.find(',') == std::string_view::npos)
            return true;
        const auto before = std::string_view(low).substr(0, begin);
        for (const std::string_view word : {"version ", "versions ", "release ", "releases ", "版本 ", "版本"}) {
            if (before.size() >= word.size() && before.substr(before.size() - word.size()) == word) return true;
        }
        return false;
    }

    /// Figures of a date as its language writes it: "am 7. April", "7 अप्रैल", "4月7日".
    bool part_of_date(std::size_t begin, std::size_t end) const {
        const auto rest = std::string_view(low).substr(end);
        for (const std::string_view mark : {"年", "月", "日"}) {
            if (rest.substr(0, mark.size()) == mark) return true;
        }
        return month_beside(begin, rest.substr(0, 2) == ". " ? end + 1 : end);
    }

    /// Years, dates, versions, ordinals, digits inside a word, addresses.
    bool exempt(std::size_t begin, std::size_t end) const {
        const auto figure = std::string_view(low).substr(begin, end - begin);
        const bool plain = std::all_of(figure.begin(), figure.end(), base::is_digit);
        if (plain && figure.size() == 4 && (figure.substr(0, 2) == "19" || figure.substr(0, 2) == "20")) return true;
        const auto rest = std::string_view(low).substr(end);
        for (const std::string_view tail : {"st", "nd", "rd", "th"}) {
            if (plain && rest.substr(0, 2) == tail) return true;
        }
        // Up to the spaces around it: a letter, @ or / makes it part of a name or an address.
        auto from = begin;
        while (from > 0 && low[from - 1] != ' ' && low[from - 1] != '(') --from;
        auto to = end;
        while (to < low.size() && low[to] != ' ' && low[to] != ')') ++to;
        const auto around = std::string_view(low).substr(from, to - from);
        if (std::any_of(around.begin(), around.end(),
                        [](char c) { return (letter(c) && (c & 0x80) == 0) || c == '@' || c == '/'; }))
            return true;
        return version(begin, end) || (plain && figure.size() <= 2 && part_of_date(begin, end));
    }

    void report(std::size_t begin, std::size_t end) const {
        auto span = words.span;
        if (span.end - span.begin == words.text.size()) {
            span.end = span.begin + end;
            span.begin += begin;
        }
        warn(context,
             diag::warning(code::bare_number, span,
                           "“" + words.text.substr(begin, end - begin) + "” is a figure that is not bound to data",
                           suggestion(begin, end) + "or list the phrase under `names:` if it is a name"));
    }

    std::string suggestion(std::size_t begin, std::size_t end) const {
        const auto figure = figure_of(std::string_view(low).substr(begin, end - begin));
        const auto* fact =
            figure ? nearest_fact(*figure, std::string_view(low).substr(end), context.values.model()) : nullptr;
        if (fact == nullptr) return "bind it with {{ … }}, ";
        const auto qualifier = std::string(name_of(fact->qualifier));
        return "bind it: {{ " + fact->id + " }} is " + qualifier + (qualifier.empty() ? "" : " ") + fact->value +
               (fact->unit.empty() ? "" : " " + fact->unit) + "; ";
    }

    /// The end of "half" before "of", "the" or "their"; not of "the first half of the year". `at`: none.
    std::size_t half(std::size_t at) const {
        if (!word_at(at, "half")) return at;
        const auto rest = std::string_view(low).substr(at + 4);
        if (rest.substr(0, 4) != " of " && rest.substr(0, 5) != " the " && rest.substr(0, 6) != " their") return at;
        const auto before = std::string_view(low).substr(0, at);
        for (const std::string_view word : {"first ", "second ", "other ", "last ", "this "}) {
            if (before.size() >= word.size() && before.substr(before.size() - word.size()) == word) return at;
        }
        return at + 4;
    }

    /// The end of a number word up to ten, if the briefing names a fact of that value. `at`: none.
    std::size_t small_word(std::size_t at) const {
        for (const auto word : kSmallWords) {
            if (!word_at(at, word)) continue;
            const double value = figure_of(word)->value;
            // The briefing is searched once for each word, not for each place of it.
            const auto [named, is_new] = context.memo.numbers_named.try_emplace(value, false);
            const auto& facts = context.values.model().facts;
            if (is_new)
                named->second = std::any_of(facts.begin(), facts.end(), [&](const data::Fact& fact) {
                    return fact.number == value && names_fact(fact.id);
                });
            return named->second ? at + word.size() : at;
        }
        return at;
    }

    bool names_fact(const std::string& id) const {
        const auto& source = context.inputs.briefing.source;
        return source != nullptr && source->text().find(id) != std::string::npos;
    }

    /// The end of a figure with its separators: 1,174 or 43.5.
    std::size_t figure_end(std::size_t at) const {
        const auto separator = [&](std::size_t i) {
            return (low[i] == ',' || low[i] == '.') && i + 1 < low.size() && base::is_digit(low[i + 1]);
        };
        while (at < low.size() && (base::is_digit(low[at]) || separator(at))) ++at;
        return at;
    }

    /// The end of a number word that begins at `at`; `at`: none.
    std::size_t number_word(std::size_t at) const {
        const auto match = std::find_if(kNumberWords.begin(), kNumberWords.end(),
                                        [&](std::string_view word) { return word_at(at, word); });
        return match == kNumberWords.end() ? at : at + match->size();
    }

    void run() const {
        for (std::size_t at = 0; at < low.size();) {
            auto end = phrase(at);
            if (end == 0 && base::is_digit(low[at])) {
                end = figure_end(at);
                if (!exempt(at, end)) report(at, end);
            } else if (end == 0 && letter(low[at]) && (at == 0 || !letter(low[at - 1]))) {
                end = number_word(at);
                if (end == at) end = half(at);
                if (end == at) end = small_word(at);
                if (end > at) report(at, end);
            }
            at = std::max(end, at + 1);
        }
    }
};

}  // namespace

void report_bare_figures(Context& context, const std::vector<Token>& tokens) {
    std::vector<std::string> names;
    for (const auto* list : {&context.inputs.briefing.names, &context.inputs.project.names}) {
        for (const auto& name : *list) {
            if (!name.text.empty()) names.push_back(base::lowered(name.text));
        }
    }
    for (const auto& token : tokens) {
        if (token.kind != Token::Kind::words || token.words.bound || token.words.code || !token.words.span) continue;
        const auto& link = token.words.link;
        if (!link.empty() && link.find(token.words.text) != std::string::npos) continue;
        BareFigureFinder{context, names, token.words}.run();
    }
}

}  // namespace precis::bind
