// The equal steps of a time axis are counted in whole numbers, so that a number without a period is an absent one.
#include "bind/values/absent_periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "base/calendar.h"

namespace precis::bind {
namespace {

constexpr long long kDaysAWeek = 7, kWorkdays = 5;

/// The equal steps of a time axis, counted in whole numbers from any place.
struct Steps {
    enum class Unit { months, weeks, days, workdays } unit = Unit::days;
    int months = 1;       // of a step
    int first_month = 0;  // months: 0 … months − 1, where steps begin

    long long at(const doc::Period& period) const {
        const auto day = static_cast<long long>(std::floor(period.begin_day));
        switch (unit) {
            case Unit::months: {
                const auto date = base::date_of_day(day);
                return (date.year * 12LL + date.month - 1 - first_month) / months;
            }
            case Unit::weeks:
                return (day + 3) / kDaysAWeek;  // 1969-12-29 was a Monday
            case Unit::days:
                return day;
            case Unit::workdays:
                return (day + 3) / kDaysAWeek * kWorkdays + (day + 3) % kDaysAWeek;
        }
        return 0;
    }

    /// The step as data write it: `2026`, `2026-Q2`, `2026-04`, `2026-W07`, `2026-04-20`; another span by its ends.
    std::string key(long long step) const {
        if (unit == Unit::weeks) {
            const auto week = base::week_of_day(step * kDaysAWeek - 3);
            return fmt::format("{:04}-W{:02}", week.year, week.week);
        }
        if (unit != Unit::months) {
            const auto date =
                base::date_of_day(unit == Unit::days ? step : step / kWorkdays * kDaysAWeek + step % kWorkdays - 3);
            return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
        }
        const auto month = step * months + first_month;
        const auto named = [](long long number) { return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1); };
        if (months == 1) return named(month);
        if (months == 12 && first_month == 0) return fmt::format("{:04}", month / 12);
        if (months == 3 && first_month == 0) return fmt::format("{:04}-Q{}", month / 12, month % 12 / 3 + 1);
        return named(month) + "/" + named(month + months - 1);
    }
};

/// Steps that each of the periods fills; nullopt if they differ in length, or lie before 1970 or within a day.
std::optional<Steps> steps_of(const std::vector<doc::Period>& periods) {
    const auto all = [&](auto holds) { return std::all_of(periods.begin(), periods.end(), holds); };
    const double days = periods.front().end_day - periods.front().begin_day;
    if (!all([](const auto& period) {
            return period.begin_day >= 0 && period.begin_day == std::floor(period.begin_day);
        }))
        return std::nullopt;
    const auto weekday = [](const doc::Period& period) {
        return (static_cast<long long>(period.begin_day) + 3) % kDaysAWeek;
    };
    if (days == 1 || days == kDaysAWeek) {
        if (!all([&](const auto& period) { return period.end_day - period.begin_day == days; })) return std::nullopt;
        if (days == kDaysAWeek)
            return all([&](const auto& period) { return weekday(period) == 0; })
                       ? std::optional(Steps{Steps::Unit::weeks})
                       : std::nullopt;
        const bool work = all([&](const auto& period) { return weekday(period) < kWorkdays; });
        return Steps{work ? Steps::Unit::workdays : Steps::Unit::days};
    }
    std::optional<Steps> steps;
    for (const auto& period : periods) {
        const auto begin = base::date_of_day(static_cast<long long>(period.begin_day));
        const auto end = base::date_of_day(static_cast<long long>(period.end_day));
        const int months = (end.year - begin.year) * 12 + end.month - begin.month;
        if (begin.day != 1 || end.day != 1 || (months != 1 && months != 3 && months != 12)) return std::nullopt;
        const int first = (begin.month - 1) % months;
        if (!steps) steps = Steps{Steps::Unit::months, months, first};
        if (steps->months != months || steps->first_month != first) return std::nullopt;
    }
    return steps;
}

}  // namespace

std::vector<std::string> absent_periods(const std::vector<doc::Period>& periods) {
    if (periods.size() < 2) return {};
    const auto steps = steps_of(periods);
    if (!steps) return {};
    std::set<long long> known;
    for (const auto& period : periods) known.insert(steps->at(period));
    // An axis with rows for fewer than half of its periods has single dates, and no gaps between them.
    const auto slots = static_cast<std::size_t>(*known.rbegin() - *known.begin()) + 1;
    if (slots == known.size() || slots > 2 * known.size()) return {};
    std::vector<std::string> absent;
    for (auto step = *known.begin(); step < *known.rbegin(); ++step)
        if (!known.contains(step)) absent.push_back(steps->key(step));
    return absent;
}

}  // namespace precis::bind
