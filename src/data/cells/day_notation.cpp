// A form is walked beside the text.
#include "data/cells/day_notation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/ascii.h"
#include "base/calendar.h"
#include "base/numbers.h"
#include "data/cells/period_notation.h"

namespace precis::data {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

/// The letters of one part at the beginning of a form, "DD"; empty for a sign between parts.
std::string_view part_of(std::string_view form) {
    const char letter = form.front();
    if (letter != 'D' && letter != 'M' && letter != 'Y') return {};
    return form.substr(0, std::min(form.find_first_not_of(letter), form.size()));
}

bool is_part(std::string_view part) {
    static constexpr std::array<std::string_view, 8> kParts{"D", "DD", "M", "MM", "MMM", "MMMM", "YY", "YYYY"};
    return std::find(kParts.begin(), kParts.end(), part) != kParts.end();
}

/// Digits at the front of `text`, at least `least` and at most `most`.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t size = 0;
    int number = 0;
    while (size < most && size < text.size() && base::is_digit(text[size])) number = number * 10 + (text[size++] - '0');
    if (size < least) return std::nullopt;
    text.remove_prefix(size);
    return number;
}

constexpr std::string_view kUnix = "unix", kExcel = "excel";

std::optional<std::string> iso_day(long long number) {
    const auto date = base::date_of_day(number);
    if (date.year < 1) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// The day of Excel's number for it, which counts a 29 February 1900 that never was; its clock is left out.
std::optional<std::string> date_of_excel(std::string_view text) {
    constexpr double kFirst = 61, kLast = 2'958'466;  // 1 March 1900, the year 10000
    constexpr long long kBefore1970 = 25'569;
    const auto number = base::parse_number(text);
    if (!number || *number < kFirst || *number >= kLast) return std::nullopt;
    return iso_day(static_cast<long long>(std::floor(*number)) - kBefore1970);
}

std::optional<std::string> date_of_unix(std::string_view text) {
    constexpr double kLeastMilliseconds = 1e11, kSecondsOfDay = 86400, kMost = 253'402'300'800.0;  // the year 10000
    const auto number = base::parse_number(text);
    if (!number) return std::nullopt;
    const double seconds = std::abs(*number) >= kLeastMilliseconds ? *number / 1000 : *number;
    if (std::abs(seconds) >= kMost) return std::nullopt;
    return iso_day(static_cast<long long>(std::floor(seconds / kSecondsOfDay)));
}

}  // namespace

bool is_date_form(std::string_view form) {
    if (form == kUnix || form == kExcel) return true;
    int days = 0, months = 0, years = 0;
    while (!form.empty()) {
        const auto part = part_of(form);
        if (part.empty() && base::is_letter_or_digit(form.front())) return false;
        if (!part.empty() && !is_part(part)) return false;
        if (!part.empty()) ++(part.front() == 'D' ? days : part.front() == 'M' ? months : years);
        form.remove_prefix(std::max<std::size_t>(part.size(), 1));
    }
    return years == 1 && months <= 1 && days <= months;
}

std::optional<std::string> read_date(std::string_view text, std::string_view form) {
    if (form == kUnix) return date_of_unix(text);
    if (form == kExcel) return date_of_excel(text);
    std::optional<int> year, month, day;
    while (!form.empty()) {
        const auto part = part_of(form);
        if (part.empty()) {
            if (text.empty() || text.front() != form.front()) return std::nullopt;
            text.remove_prefix(1);
            form.remove_prefix(1);
            continue;
        }
        form.remove_prefix(part.size());
        // Without a sign behind it, as in YYYYMMDD, a part has all its digits.
        const bool full = !form.empty() && !part_of(form).empty();
        std::optional<int> number;
        if (part.front() == 'Y') {
            number = take_number(text, part.size(), part.size());
            if (number && part.size() == 2) number = *number + (*number < 70 ? 2000 : 1900);
            year = number;
        } else if (part.size() > 2) {
            number = month = take_month_name(text);
        } else {
            number = take_number(text, full ? part.size() : 1, 2);
            (part.front() == 'D' ? day : month) = number;
        }
        if (!number) return std::nullopt;
    }
    const bool ends = text.empty() || (day && is_clock(text));
    if (!ends || !year || *year == 0) return std::nullopt;
    if (!month) return fmt::format("{:04}", *year);
    if (*month < 1 || *month > 12) return std::nullopt;
    if (!day) return fmt::format("{:04}-{:02}", *year, *month);
    if (*day < 1 || *day > base::days_in_month(*year, *month)) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

std::optional<std::string_view> day_of_moment(std::string_view text) {
    constexpr std::size_t kDay = 10, kMinutes = 16, kSeconds = 19;
    if (text.size() < kMinutes || (text[kDay] != 'T' && text[kDay] != ' ')) return std::nullopt;
    const auto day = text.substr(0, kDay);
    const auto date = base::parse_date(day);
    if (!date || date->day == 0) return std::nullopt;
    const bool seconds = text.size() >= kSeconds && text[kMinutes] == ':';
    if (!base::parse_clock(text.substr(kDay + 1, (seconds ? kSeconds : kMinutes) - kDay - 1))) return std::nullopt;
    auto rest = text.substr(seconds ? kSeconds : kMinutes);
    if (seconds && rest.starts_with('.'))
        rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    const bool zone = rest.empty() || rest == "Z" || rest == "UTC" ||
                      ((rest.front() == '+' || rest.front() == '-') && rest.size() <= 6 &&
                       rest.substr(1).find_first_not_of("0123456789:") == std::string_view::npos);
    return zone ? std::optional(day) : std::nullopt;
}

std::optional<SeenDay> seen_day(std::string_view text) {
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    char separator = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto before = text.size();
        const auto number = take_number(text, 1, 4);
        if (!number) return std::nullopt;
        numbers[i] = *number;
        digits[i] = before - text.size();
        if (i == 2) break;
        if (text.empty() || (text.front() != '/' && text.front() != '.' && text.front() != '-')) return std::nullopt;
        if (i == 1 && text.front() != separator) return std::nullopt;
        separator = text.front();
        text.remove_prefix(1);
    }
    if ((!text.empty() && !is_clock(text)) || digits[1] > 2) return std::nullopt;
    SeenDay day;
    day.separator = separator;
    if (digits[0] == 4 && digits[2] <= 2 && separator != '-') {
        day.year_first = true;
        day.first = numbers[1], day.second = numbers[2];
    } else if ((digits[2] == 4 || digits[2] == 2) && digits[0] <= 2) {
        day.first = numbers[0], day.second = numbers[1], day.third = numbers[2];
        day.short_year = digits[2] == 2;
    } else {
        return std::nullopt;
    }
    const bool in_range = day.first >= 1 && day.second >= 1 && day.first <= 31 && day.second <= 31;
    if (!in_range || (day.first > 12 && day.second > 12)) return std::nullopt;
    return day;
}

std::string form_of(const SeenDay& day, bool day_first) {
    const std::string sign(1, day.separator);
    const std::string both = day_first ? "DD" + sign + "MM" : "MM" + sign + "DD";
    return day.year_first ? "YYYY" + sign + both : both + sign + (day.short_year ? "YY" : "YYYY");
}

std::string date_in_words(std::string_view iso) {
    const auto date = base::parse_date(iso);
    if (!date || date->day == 0) return {};
    std::string month(kMonths[static_cast<std::size_t>(date->month) - 1]);
    month[0] = base::raised(month[0]);
    return fmt::format("{} {} {}", date->day, month, date->year);
}

}  // namespace precis::data
