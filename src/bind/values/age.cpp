// Ages in days, with months and years of average length.
#include "bind/values/age.h"

#include "base/numbers.h"
#include "locale/locale.h"

namespace precis::bind {
namespace {

constexpr double kMonth = 30.4375, kYear = 365.25;  // days, on average over four years
constexpr double kInMonths = 62;                    // days from which an age is told in months

/// "12 months" in days; 0 if the text is not a duration.
double age_days(const std::string& duration) {
    const auto space = duration.find(' ');
    if (space == std::string::npos) return 0;
    const auto count = base::parse_number(duration.substr(0, space));
    if (!count) return 0;
    const auto unit = duration.substr(space + 1);
    if (unit.rfind("day", 0) == 0) return *count;
    if (unit.rfind("week", 0) == 0) return *count * 7;
    if (unit.rfind("month", 0) == 0) return *count * kMonth;
    if (unit.rfind("year", 0) == 0) return *count * kYear;
    return 0;
}

}  // namespace

std::optional<double> age_in_days(const data::SourceRecord& source, const std::string& date) {
    const auto today = locale::parse_period(date);
    const auto dated = locale::parse_period(source.date);
    if (!today || !dated) return std::nullopt;
    return today->begin - dated->end;
}

std::string age_words(const data::SourceRecord& source, const std::string& date) {
    const auto days = age_in_days(source, date);
    if (!days) return {};
    if (*days < 0) return *days <= -1 ? "newer" : "0 days";
    const auto count = [](double number, const char* unit) {
        const auto whole = static_cast<long>(number);
        return std::to_string(whole) + " " + unit + (whole == 1 ? "" : "s");
    };
    return *days < kInMonths ? count(*days, "day") : count(*days / kMonth, "month");
}

bool is_stale(const data::SourceRecord& source, const std::string& date) {
    const auto days = age_in_days(source, date);
    const double most = age_days(source.max_age);
    return days && most > 0 && *days > most;
}

}  // namespace precis::bind
