// A text is cut into runs of digits, of letters, and signs; the runs decide.
#include "data/cells/period_notation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/calendar.h"

namespace precis::data {
namespace {

constexpr std::array<std::string_view, 12> kMonths{
    "january enero gennaio janeiro januar januari janvier",
    "february febrero febbraio fevereiro februar februari février fevrier feber",
    "march märz maerz marzo março marco maart mars mrz mär",
    "april abril aprile avril",
    "may mai mayo maggio maio mei",
    "june juni junio giugno junho juin",
    "july juli julio luglio julho juillet",
    "august agosto augustus août aout",
    "september septiembre settembre setembro septembre",
    "october oktober octubre ottobre outubro octobre okt",
    "november noviembre novembre novembro",
    "december dezember diciembre dicembre dezembro décembre decembre"};

constexpr std::size_t kShortestName = 3;  // letters of a month's name

bool is_letter(char c) {
    return base::is_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// ASCII letters and the capitals É, Û, Ä, Ç in small.
std::string small(std::string_view text) {
    std::string out = base::lowered(text);
    for (std::size_t i = 1; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        if (out[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E) out[i] = static_cast<char>(byte + 0x20);
    }
    return out;
}

bool begins(std::string_view names, std::string_view word) {
    for (std::size_t at = 0; at < names.size();) {
        if (names.substr(at).starts_with(word)) return true;
        at = std::min(names.find(' ', at), names.size() - 1) + 1;
    }
    return false;
}

std::string_view take_run(std::string_view& text, bool (*fits)(char)) {
    std::size_t size = 0;
    while (size < text.size() && fits(text[size])) ++size;
    const auto run = text.substr(0, size);
    text.remove_prefix(size);
    return run;
}

int number_of(std::string_view digits) {
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
}

bool is_year(std::string_view text) {
    return text.size() == 4 && (text.front() == '1' || text.front() == '2') &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::string> month(int year, int month) {
    if (month < 1 || month > 12) return std::nullopt;
    return fmt::format("{:04}-{:02}", year, month);
}

/// A part of a year: its letter, and its number in the year.
std::optional<std::string> part(int year, char letter, std::string_view digits) {
    const int number = number_of(digits);
    if (digits.empty() || digits.size() > 2) return std::nullopt;
    if (letter == 'q' && digits.size() == 1 && number >= 1 && number <= 4)
        return fmt::format("{:04}-Q{}", year, number);
    if (letter == 'm') return month(year, number);
    if (letter == 'w' && number >= 1 && number <= base::weeks_in_year(year))
        return fmt::format("{:04}-W{:02}", year, number);
    return std::nullopt;
}

/// What stands between a year and its part: one of - / . , and blanks. False: nothing.
bool take_sign(std::string_view& text) {
    const auto before = text.size();
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (!text.empty() && (text.front() == '-' || text.front() == '/' || text.front() == '.' || text.front() == ','))
        text.remove_prefix(1);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    return text.size() < before;
}

std::optional<std::string> year_first(std::string_view text) {
    const auto digits = take_run(text, base::is_digit);
    if (!is_year(digits)) return std::nullopt;
    const int year = number_of(digits);
    const bool apart = take_sign(text);
    if (text.size() >= 2 && is_letter(text[0]) && base::is_digit(text[1])) {
        const char letter = base::lowered(text[0]);
        text.remove_prefix(1);
        const auto number = take_run(text, base::is_digit);
        return text.empty() ? part(year, letter, number) : std::nullopt;
    }
    const auto named = apart ? take_month_name(text) : std::nullopt;
    return named && (text.empty() || text == ".") ? month(year, *named) : std::nullopt;
}

std::optional<std::string> year_last(std::string_view text) {
    if (is_letter(text[0]) && base::is_digit(text[1])) {  // Q1 2024
        const char letter = base::lowered(text[0]);
        text.remove_prefix(1);
        const auto number = take_run(text, base::is_digit);
        return take_sign(text) && is_year(text) ? part(number_of(text), letter, number) : std::nullopt;
    }
    if (base::is_digit(text[0]) && base::lowered(text[1]) == 'q') {  // 1Q2024
        const auto number = text.substr(0, 1);
        text.remove_prefix(2);
        take_sign(text);
        return is_year(text) ? part(number_of(text), 'q', number) : std::nullopt;
    }
    if (const auto named = take_month_name(text)) {  // Jan 2024
        const bool two = text.size() == 3 && text.front() == '-' && base::is_digit(text[1]) && base::is_digit(text[2]);
        if (two) return month(number_of(text.substr(1)) + (text[1] < '7' ? 2000 : 1900), *named);
        return take_sign(text) && is_year(text) ? month(number_of(text), *named) : std::nullopt;
    }
    const auto digits = take_run(text, base::is_digit);  // 03/2024
    if (digits.empty() || digits.size() > 2 || text.empty() || (text.front() != '/' && text.front() != '.'))
        return std::nullopt;
    text.remove_prefix(1);
    return is_year(text) ? month(number_of(text), number_of(digits)) : std::nullopt;
}

/// 3 March 2026, 03-Mar-26, 3. März 2026; Mar 3, 2026. With two digits of a year only between two equal signs.
std::optional<std::string> day_of(std::string_view text) {
    const auto day_number = [&] {
        const auto digits = take_run(text, base::is_digit);
        return digits.empty() || digits.size() > 2 ? 0 : number_of(digits);
    };
    int day = day_number();
    const auto sign = text.substr(0, 1);
    if (day > 0 && !take_sign(text)) return std::nullopt;
    const auto named = take_month_name(text);
    if (!named) return std::nullopt;
    const auto second = text.substr(0, 1);
    if (text.starts_with(". ")) text.remove_prefix(1);
    if (!take_sign(text)) return std::nullopt;
    if (day == 0) {
        day = day_number();
        if (!text.starts_with(',') || !take_sign(text)) return std::nullopt;
    }
    const auto digits = take_run(text, base::is_digit);
    const bool is_short = digits.size() == 2 && sign == second && (sign == "-" || sign == "/");
    if (!is_year(digits) && !is_short) return std::nullopt;
    const int year = number_of(digits) + (!is_short ? 0 : digits[0] < '7' ? 2000 : 1900);
    if (day < 1 || day > base::days_in_month(year, *named) || !(text.empty() || is_clock(text))) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}", year, *named, day);
}

}  // namespace

std::optional<int> take_month_name(std::string_view& text) {
    auto rest = text;
    const auto word = small(take_run(rest, is_letter));
    if (word.size() < kShortestName) return std::nullopt;
    std::optional<int> found;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (!begins(kMonths[i], word)) continue;
        if (found) return std::nullopt;  // "jui" is juin or juillet
        found = static_cast<int>(i) + 1;
    }
    if (found) text = rest;
    return found;
}

bool is_clock(std::string_view text) {
    if (text.starts_with(',')) text.remove_prefix(1);
    if (!text.starts_with(' ')) return false;
    while (text.starts_with(' ')) text.remove_prefix(1);
    const auto part = [&](int most) {
        const auto digits = take_run(text, base::is_digit);
        return !digits.empty() && digits.size() <= 2 && number_of(digits) <= most;
    };
    if (!part(23) || !text.starts_with(':')) return false;
    text.remove_prefix(1);
    if (!part(59)) return false;
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        if (!part(59)) return false;
        if (text.starts_with('.')) text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
    }
    const auto half = base::lowered(text);
    return half.empty() || half == " am" || half == " pm" || half == "am" || half == "pm";
}

std::optional<std::string> period_of(std::string_view text) {
    constexpr std::size_t kShortest = 6, kLongest = 40;
    if (text.size() < kShortest || text.size() > kLongest) return std::nullopt;
    if (is_year(text.substr(0, 4))) return year_first(text);
    const auto period = year_last(text);
    return period ? period : day_of(text);
}

}  // namespace precis::data
