// Dates and periods: strict reading, and moving by whole quarters and months.
#include "data/period.h"

#include <fmt/format.h>

#include "base/calendar.h"

namespace precis::data {
namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

struct Steps {
    long long year = 0;
    int part = 0;  // from 0
};

/// `part` (from 0) of `per_year` parts, moved by `shift`; nothing beyond the years 1 … 9999.
std::optional<Steps> moved(int year, int part, int per_year, long long shift) {
    constexpr long long kMost = 10'000LL * 12;
    if (shift > kMost || shift < -kMost) return std::nullopt;
    const long long at = static_cast<long long>(year) * per_year + part + shift;
    if (at < per_year || at >= 10'000LL * per_year) return std::nullopt;
    return Steps{at / per_year, static_cast<int>(at % per_year)};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    Date date;
    const auto year = digits(text.substr(0, 4));
    if (!year || *year == 0) return std::nullopt;
    date.year = *year;
    if (text.size() == 4) return date;
    if (text[4] != '-') return std::nullopt;
    if (text.size() == 7 && text[5] == 'Q') {
        if (text[6] < '1' || text[6] > '4') return std::nullopt;
        date.quarter = text[6] - '0';
        return date;
    }
    const auto month = digits(text.substr(5, 2));
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
    if (text.size() == 7) return date;
    const auto day = digits(text.substr(8, 2));
    if (text[7] != '-' || !day || *day < 1 || *day > base::days_in_month(date.year, date.month)) return std::nullopt;
    date.day = *day;
    return date;
}

std::optional<Date> parse_period_begin(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return parse_date(text);
    if (!parse_date(text.substr(slash + 1))) return std::nullopt;
    return parse_date(text.substr(0, slash));
}

std::string year_of(const Date& date) {
    return fmt::format("{:04}", date.year);
}

std::optional<std::string> quarter_of(const Date& date, long long shift) {
    if (date.quarter == 0 && date.month == 0) return std::nullopt;
    const int part = date.quarter != 0 ? date.quarter - 1 : (date.month - 1) / 3;
    const auto to = moved(date.year, part, 4, shift);
    if (!to) return std::nullopt;
    return fmt::format("{:04}-Q{}", to->year, to->part + 1);
}

std::optional<std::string> month_of(const Date& date, long long shift) {
    if (date.month == 0) return std::nullopt;
    const auto to = moved(date.year, date.month - 1, 12, shift);
    if (!to) return std::nullopt;
    return fmt::format("{:04}-{:02}", to->year, to->part + 1);
}

}  // namespace precis::data
