// Ages by the calendar: a month later is the same day of the next month, or that month's last day.
#include "bind/values/age.h"

#include <algorithm>
#include <cmath>

#include "base/calendar.h"
#include "base/numbers.h"
#include "locale/locale.h"

namespace precis::bind {
namespace {

constexpr long long kInMonths = 62;    // days from which an age is told in months
constexpr long long kShortMonth = 28;  // days

struct Duration {
    int months = 0, days = 0;
};

/// "12 months"; empty if the text is not a duration.
std::optional<Duration> duration_of(const std::string& text) {
    const auto space = text.find(' ');
    if (space == std::string::npos) return std::nullopt;
    const auto number = base::parse_number(text.substr(0, space));
    if (!number) return std::nullopt;
    const int count = static_cast<int>(*number);
    const auto unit = text.substr(space + 1);
    if (unit.starts_with("day")) return Duration{0, count};
    if (unit.starts_with("week")) return Duration{0, 7 * count};
    if (unit.starts_with("month")) return Duration{count, 0};
    if (unit.starts_with("year")) return Duration{12 * count, 0};
    return std::nullopt;
}

long long months_later(long long day, int months) {
    const auto from = base::date_of_day(day);
    const int count = from.year * 12 + from.month - 1 + months;
    const int year = count / 12, month = count % 12 + 1;
    return base::day_number(year, month, std::min(from.day, base::days_in_month(year, month)));
}

/// The days of a source's date.
struct Dated {
    long long first = 0, last = 0;

    /// The last day on which the source is at most that old. A date of whole months ends with a month then, too.
    long long after(const Duration& duration) const {
        const bool whole_months = last - first + 1 >= kShortMonth && base::date_of_day(last + 1).day == 1;
        const auto day =
            whole_months ? months_later(last + 1, duration.months) - 1 : months_later(last, duration.months);
        return day + duration.days;
    }
};

std::optional<Dated> dated(const data::SourceRecord& source) {
    const auto days = locale::parse_period(source.date);
    if (!days) return std::nullopt;
    return Dated{static_cast<long long>(std::floor(days->begin)), static_cast<long long>(std::ceil(days->end)) - 1};
}

std::optional<long long> day_of(const std::string& date) {
    const auto days = locale::parse_period(date);
    return days ? std::optional(static_cast<long long>(std::floor(days->begin))) : std::nullopt;
}

}  // namespace

std::string age_words(const data::SourceRecord& source, const std::string& date) {
    const auto today = day_of(date);
    const auto from = dated(source);
    if (!today || !from) return {};
    if (*today < from->first) return "newer";
    const auto days = std::max(0LL, *today - from->last);
    const auto count = [](long long number, const char* unit) {
        return std::to_string(number) + " " + unit + (number == 1 ? "" : "s");
    };
    if (days < kInMonths) return count(days, "day");
    int months = static_cast<int>(days / kShortMonth);
    while (from->after({months, 0}) > *today) --months;
    return count(months, "month");
}

bool is_stale(const data::SourceRecord& source, const std::string& date) {
    const auto today = day_of(date);
    const auto from = dated(source);
    const auto most = duration_of(source.max_age);
    return today && from && most && *today > from->after(*most);
}

std::string fresh_until(const data::SourceRecord& source) {
    const auto from = dated(source);
    const auto most = duration_of(source.max_age);
    if (!from || !most) return {};
    const auto day = base::date_of_day(from->after(*most));
    const auto digits = [](int number, std::size_t width) {
        auto text = std::to_string(number);
        return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
    };
    return digits(day.year, 4) + "-" + digits(day.month, 2) + "-" + digits(day.day, 2);
}

bool lacks_date(const data::SourceRecord& source) {
    return source.date.empty() && !source.max_age.empty();
}

}  // namespace precis::bind
