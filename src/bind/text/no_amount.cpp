// Each function knows one reason; is_no_amount() asks them in turn.
#include "bind/text/no_amount.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "bind/text/word_edges.h"

namespace precis::bind {
namespace {

/// The blank that groups digits at `at` ("12 300"); 0: none.
std::size_t blank_size(std::string_view text, std::size_t at) {
    for (const std::string_view blank : {" ", "\u00a0", "\u202f", "\u2009", "’"}) {
        if (text.substr(at).starts_with(blank)) return blank.size();
    }
    return 0;
}

bool three_digits(std::string_view text, std::size_t at) {
    for (std::size_t i = at; i < at + 3; ++i)
        if (i >= text.size() || !base::is_digit(text[i])) return false;
    return at + 3 >= text.size() || !base::is_digit(text[at + 3]);
}

struct Asked {
    const Digits& digits;
    const locale::Locale& locale;
    std::string_view figure{digits.low.substr(digits.begin, digits.end - digits.begin)};
    std::string_view rest{digits.low.substr(digits.end)};
    bool plain{std::all_of(figure.begin(), figure.end(), base::is_digit)};

    bool two_at_most() const { return plain && figure.size() <= 2; }

    /// The text between the blanks and brackets around the figure.
    std::string_view around() const {
        const auto is_edge = [](char c) { return c == ' ' || c == '(' || c == ')'; };
        auto from = digits.begin, to = digits.end;
        while (from > 0 && !is_edge(digits.low[from - 1])) --from;
        while (to < digits.low.size() && !is_edge(digits.low[to])) ++to;
        return digits.low.substr(from, to - from);
    }

    static bool is_year(std::string_view four) {
        return four.size() == 4 && std::all_of(four.begin(), four.end(), base::is_digit) &&
               (four.substr(0, 2) == "19" || four.substr(0, 2) == "20");
    }
    bool year() const { return is_year(figure); }

    /// The rest of 2025–26, 2026-04-20 or 2026/27.
    bool behind_year() const {
        const auto before = digits.low.substr(0, digits.begin);
        for (const std::string_view dash : {"-", "–", "/"}) {
            if (!two_at_most() || !before.ends_with(dash)) continue;
            auto first = before.substr(0, before.size() - dash.size());
            if (first.size() > 3 && first[first.size() - 3] == '-') first.remove_suffix(3);  // the month
            if (first.size() >= 4 && is_year(first.substr(first.size() - 4))) return true;
        }
        return false;
    }

    bool ordinal() const {
        for (const std::string_view tail : {"st", "nd", "rd", "th"}) {
            if (plain && rest.substr(0, 2) == tail) return true;
        }
        if (!two_at_most()) return false;
        const auto before = digits.low.substr(0, digits.begin);
        if (before.empty() && (rest.starts_with(". ") || rest.starts_with(") "))) return true;  // "1. Overview"
        return before.ends_with("(") && rest.starts_with(")");                                  // "(1)"
    }

    /// Part of a name or an address, by a letter, @ or / in the same word; "10x", "€12bn" and "40-percent" are amounts.
    bool in_name() const {
        const auto word = around();
        const auto names = [](char c) { return base::is_letter(c) || c == '@' || c == '/'; };
        if (std::none_of(word.begin(), word.end(), names)) return false;
        for (const std::string_view sign : {"€", "$", "£", "¥"}) {
            if (digits.low.substr(0, digits.begin).ends_with(sign)) return false;
        }
        if (letter_before(digits.low, digits.begin)) return true;
        const auto end = rest.find_first_of(" ,;:.!?)");
        const auto tail = rest.substr(0, end);
        for (const std::string_view unit :
             {"x", "-fold", "fold", "-percent", "bn", "mn", "pp", "tn", "-fach", "fach"}) {
            if (tail == unit) return false;
        }
        return true;
    }

    /// "14:30", "14.30 Uhr", "2 pm", "9 o'clock", "à 14 h".
    bool time_of_day() const {
        const auto before = digits.low.substr(0, digits.begin);
        const auto two_digits = [](std::string_view text) {
            return text.size() >= 2 && base::is_digit(text[0]) && base::is_digit(text[1]) &&
                   (text.size() == 2 || !base::is_digit(text[2]));
        };
        const bool hour = two_at_most() && rest.starts_with(":") && two_digits(rest.substr(1));
        const bool minute = two_at_most() && figure.size() == 2 && before.size() > 1 && before.ends_with(":") &&
                            base::is_digit(before[before.size() - 2]);
        if (hour || minute) return true;
        auto end = digits.end;  // "9–11 am": the clock's words stand behind the second hour
        for (const std::string_view dash : {"–", "-", " to ", " bis "}) {
            if (!rest.starts_with(dash)) continue;
            auto at = end + dash.size();
            while (at < digits.low.size() && (base::is_digit(digits.low[at]) || digits.low[at] == ':')) ++at;
            if (at > end + dash.size()) end = at;
            break;
        }
        const auto behind = behind_blank(digits.low, end);
        for (const std::string_view word : {"uhr", "o'clock", "o’clock", "am", "pm"}) {
            if (word == "am" && locale.tag().starts_with("de")) continue;  // "7 am Montag"
            if (behind.size() < digits.low.size() - end && figure.size() <= 5 && word_at(behind, 0, word)) return true;
        }
        if (figure.size() <= 5 && (behind.starts_with("a.m.") || behind.starts_with("p.m."))) return true;
        const bool at = word_before(digits.low, digits.begin, "à") || word_before(digits.low, digits.begin, "À");
        return two_at_most() && at && word_at(behind, 0, "h");
    }

    /// "version 2.1", "2.9.1"
    bool version() const {
        if (std::count(figure.begin(), figure.end(), '.') > 1 && figure.find(',') == std::string_view::npos) {
            // "1.000.000" is a German million.
            const auto first = figure.find('.');
            return !(first <= 3 && three_digits(figure, first + 1));
        }
        for (const std::string_view word : {"version", "versions", "release", "releases", "no.", "nr."}) {
            if (word_before(digits.low, digits.begin, word)) return true;
        }
        const auto before = digits.low.substr(0, digits.begin);
        return before.ends_with("版本") || before.ends_with("版本 ");
    }

    /// "PyTorch 2.8", "ISO 9001": behind a name with a capital inside, or a standard's; an amount's unit undoes it.
    bool behind_name() const {
        const auto behind = behind_blank(digits.low, digits.end);
        for (const std::string_view unit : {"%", "percent", "per cent", "prozent", "pour cent", "million", "billion",
                                            "thousand", "milliard", "times"}) {
            if (behind.starts_with(unit)) return false;
        }
        if (digits.begin == 0 || digits.text[digits.begin - 1] != ' ') return false;
        auto from = digits.begin - 1;
        while (from > 0 && base::is_letter_or_digit(digits.text[from - 1])) --from;
        const auto word = digits.text.substr(from, digits.begin - 1 - from);
        for (const std::string_view standard :
             {"ISO", "IEC", "DIN", "EN", "IEEE", "RFC", "GPT", "CUDA", "USB", "HTTP"}) {
            if (word == standard) return true;
        }
        for (std::size_t i = 1; i < word.size(); ++i) {
            if (base::is_lower(word[i - 1]) && base::is_upper(word[i])) return true;
        }
        return proper_name(from, word);
    }

    /// "with Python 3.12": a capital in the middle of a sentence, before a version's form. German writes all nouns so.
    bool proper_name(std::size_t from, std::string_view word) const {
        const auto dot = figure.find('.');
        if (dot == std::string_view::npos || dot > 2 || figure.size() - dot > 3) return false;
        if (word.size() < 3 || !base::is_upper(word[0]) || locale.tag().starts_with("de") || from < 2) return false;
        const auto end = digits.text.substr(from - 2, 1);
        return end != "." && end != ":" && end != "?" && end != "!";
    }

    /// Whether the name of a month is next to the figure.
    bool month_beside(std::size_t end) const {
        const auto low = digits.low;
        for (int month = 1; month <= 12; ++month) {
            const auto iso = std::string("2000-") + (month < 10 ? "0" : "") + std::to_string(month);
            auto name = base::lowered(locale.date(iso));
            name = name.substr(0, name.find(" 2000"));
            if (word_at(low, std::min(end + 1, low.size()), name)) return true;
            if (digits.begin > name.size() && word_at(low, digits.begin - name.size() - 1, name)) return true;
        }
        return false;
    }

    /// Figures of a date as its language writes it: "am 7. April", "7 अप्रैल", "4月7日".
    bool part_of_date() const {
        for (const std::string_view mark : {"年", "月", "日"}) {
            if (rest.substr(0, mark.size()) == mark) return true;
        }
        return month_beside(rest.substr(0, 2) == ". " ? digits.end + 1 : digits.end);
    }
};

}  // namespace

std::size_t end_of_digits(std::string_view text, std::size_t at) {
    const auto begin = at;
    const auto run = [&] {
        while (at < text.size() && base::is_digit(text[at])) ++at;
    };
    run();
    while (at < text.size()) {
        const bool point = (text[at] == ',' || text[at] == '.') && at + 1 < text.size() && base::is_digit(text[at + 1]);
        const auto blank = blank_size(text, at);
        const bool grouped =
            blank > 0 && (at - begin <= 3 || (at - begin > 3 + blank && blank_size(text, at - 3 - blank) == blank)) &&
            three_digits(text, at + blank);
        if (!point && !grouped) break;
        at += point ? 1 : blank;
        run();
    }
    return at;
}

bool is_no_amount(const Digits& digits, const locale::Locale& locale) {
    const Asked asked{digits, locale};
    return asked.year() || asked.behind_year() || asked.ordinal() || asked.in_name() || asked.time_of_day() ||
           asked.version() || asked.behind_name() || (asked.two_at_most() && asked.part_of_date());
}

}  // namespace precis::bind
