#include "base/moment.h"

#include <chrono>

namespace precis::base {
namespace {

/// Takes the digits at the front; nothing where there are fewer.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char sign) {
    if (text.empty() || text.front() != sign) return false;
    text.remove_prefix(1);
    return true;
}

/// Seconds of "14:00" or, where they may stand, "14:00:30".
std::optional<int> take_clock(std::string_view& text, bool with_seconds) {
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    int seconds = 0;
    if (with_seconds && take(text, ':')) {
        const auto given = take_digits(text, 2);
        if (!given || *given > 59) return std::nullopt;
        seconds = *given;
    }
    return (*hour * 60 + *minute) * 60 + seconds;
}

}  // namespace

std::optional<std::int64_t> parse_moment(std::string_view iso) {
    const auto year = take_digits(iso, 4);
    if (!year || !take(iso, '-')) return std::nullopt;
    const auto month = take_digits(iso, 2);
    if (!month || !take(iso, '-')) return std::nullopt;
    const auto day = take_digits(iso, 2);
    if (!day || !take(iso, 'T')) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    const auto clock = take_clock(iso, true);
    if (!date.ok() || !clock) return std::nullopt;
    int offset = 0;
    if (!take(iso, 'Z')) {
        const bool west = take(iso, '-');
        if (!west && !take(iso, '+')) return std::nullopt;
        const auto given = take_clock(iso, false);
        if (!given) return std::nullopt;
        offset = west ? -*given : *given;
    }
    if (!iso.empty()) return std::nullopt;
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return days * 86400 + *clock - offset;
}

}  // namespace precis::base
