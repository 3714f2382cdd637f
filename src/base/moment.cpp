// A moment is a day, the letter T, a clock and an offset from UTC, taken apart by their places in the text.
#include "base/moment.h"

#include "base/calendar.h"

namespace precis::base {
namespace {

constexpr std::size_t kDayLength = 10;   // 2026-06-01
constexpr std::size_t kClockLength = 5;  // 14:00
constexpr std::int64_t kSecondsPerDay = 86400;

/// The offset at the end of `text` in seconds east of UTC, `Z` or `+02:00`, which is taken off.
std::optional<int> take_offset(std::string_view& text) {
    if (text.ends_with('Z')) {
        text.remove_suffix(1);
        return 0;
    }
    if (text.size() <= kClockLength) return std::nullopt;
    const auto sign = text[text.size() - kClockLength - 1];
    const auto offset = parse_clock(text.substr(text.size() - kClockLength));
    if (!offset || (sign != '+' && sign != '-')) return std::nullopt;
    text.remove_suffix(kClockLength + 1);
    return sign == '-' ? -*offset : *offset;
}

}  // namespace

std::optional<std::int64_t> parse_moment(std::string_view iso) {
    if (iso.size() <= kDayLength || iso[kDayLength] != 'T') return std::nullopt;
    const auto date = parse_date(iso.substr(0, kDayLength));
    auto rest = iso.substr(kDayLength + 1);
    const auto offset = take_offset(rest);
    const auto clock = parse_clock(rest);
    if (!date || !offset || !clock) return std::nullopt;
    return day_number(date->year, date->month, date->day) * kSecondsPerDay + *clock - *offset;
}

}  // namespace precis::base
