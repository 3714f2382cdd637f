// Dates and periods in words: ICU's names of months, the house's order and punctuation.
#include <string>

#include "locale/formatters.h"
#include "locale/language.h"
#include "locale/locale.h"
#include "locale/period.h"

namespace precis::locale {
namespace {

constexpr std::string_view kNoBreak = "\u00a0";

/// The pattern with the number of a quarter or week, and the year.
std::string filled(std::string_view pattern, int number, const std::string& year) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern.substr(i, 3) == "{q}") {
            text += std::to_string(number);
            i += 2;
        } else if (pattern.substr(i, 3) == "{y}") {
            text += year;
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

/// Writes dates and ranges; the first end of a range leaves out what the last one repeats: 7–8 April 2026.
struct DateWriter {
    const Language& lang;
    Locale::Formatters& formatters;

    std::string month(int number) const { return formatters.month(number, false); }

    std::string day(int number) const {
        if (lang.tag == "fr" && number == 1) return "1er";
        return std::to_string(number) + std::string(lang.day_mark);
    }

    std::string year_first(const DateTime& p) const {
        std::string text = std::to_string(p.year) + "年";
        if (p.month != 0) text += std::to_string(p.month) + "月";
        if (p.day != 0) text += std::to_string(p.day) + "日";
        return text;
    }

    std::string whole(const DateTime& p) const {
        auto year = std::to_string(p.year);
        if (p.quarter != 0) return filled(lang.quarter, p.quarter, year);
        if (p.week != 0) return filled(lang.week, p.week, year);
        if (p.month == 0) return year;
        if (lang.order == Order::year_month_day) return year_first(p);
        if (p.day == 0) return month(p.month) + " " + year;
        if (lang.order == Order::month_day_year) {
            return month(p.month) + std::string(kNoBreak) + day(p.day) + ", " + year;
        }
        return day(p.day) + std::string(kNoBreak) + month(p.month) + " " + year;
    }

    /// "14:30", on a clock of 24 hours.
    static std::string clock(int minute) {
        const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        return two(minute / 60) + ":" + two(minute % 60);
    }
    std::string with_time(const DateTime& p) const {
        return p.minute < 0 ? whole(p)
                            : whole(p) + (lang.order == Order::year_month_day ? " " : ", ") + clock(p.minute);
    }

    std::string within_month(const DateTime& a, const DateTime& b) const {
        const auto days = day(a.day) + "–" + day(b.day);
        if (lang.order == Order::month_day_year) {
            return month(a.month) + std::string(kNoBreak) + days + ", " + std::to_string(a.year);
        }
        return days + std::string(kNoBreak) + month(a.month) + " " + std::to_string(a.year);
    }

    std::string within_year(const DateTime& a, const DateTime& b) const {
        const auto dash = std::string(lang.range_word);
        if (a.day != 0) {
            if (lang.order == Order::month_day_year) {
                return month(a.month) + std::string(kNoBreak) + day(a.day) + dash + whole(b);
            }
            return day(a.day) + std::string(kNoBreak) + month(a.month) + dash + whole(b);
        }
        if (a.month != 0) return month(a.month) + "–" + whole(b);
        if (a.week != 0) return filled(lang.week_short, a.week, {}) + "–" + whole(b);
        return filled(lang.quarter_short, a.quarter, {}) + "–" + whole(b);
    }

    std::string range(const DateTime& a, const DateTime& b) const {
        const bool alike = (a.day != 0) == (b.day != 0) && (a.month != 0) == (b.month != 0) &&
                           (a.quarter != 0) == (b.quarter != 0) && (a.week != 0) == (b.week != 0);
        const bool only_years = a.month == 0 && a.quarter == 0 && a.week == 0;
        if (alike && only_years) return std::to_string(a.year) + "–" + std::to_string(b.year);
        if (alike && lang.order == Order::year_month_day) {
            if (a.year == b.year && a.month == b.month && a.day != 0) {
                return year_first(a) + std::string(lang.range_word) + std::to_string(b.day) + "日";
            }
        } else if (alike && a.year == b.year) {
            if (a.month == b.month && a.day != 0) return within_month(a, b);
            return within_year(a, b);
        }
        return whole(a) + std::string(lang.range_word) + whole(b);
    }
};

}  // namespace

std::string Locale::date(std::string_view iso) const {
    const auto ends = parse_ends(iso);
    if (!ends) return std::string(iso);
    const DateWriter writer{language(language_), *formatters_};
    if (ends->first.minute >= 0 || ends->second.minute >= 0) {
        const std::string first = writer.with_time(ends->first);
        if (ends->first == ends->second) return first;
        return first + std::string(language(language_).range_word) + writer.with_time(ends->second);
    }
    return ends->first == ends->second ? writer.whole(ends->first) : writer.range(ends->first, ends->second);
}

std::string Locale::date_in_year(std::string_view iso) const {
    const auto ends = parse_ends(iso);
    if (!ends) return std::string(iso);
    const auto& [first, last] = *ends;
    if (first.year != last.year) return date(iso);
    const auto& lang = language(language_);
    if (first.month == 0 && first.quarter == 0 && first.week == 0) return {};
    if (first == last && first.quarter != 0) return filled(lang.quarter_short, first.quarter, {});
    if (first == last && first.week != 0) return filled(lang.week_short, first.week, {});
    // The year is at one end of the text, with a mark or a space beside it.
    std::string text = date(iso);
    const auto year = std::to_string(first.year);
    const auto year_first = year + "年";
    if (text.starts_with(year_first)) return text.substr(year_first.size());
    for (const auto* mark : {", ", " "}) {
        const auto tail = mark + year;
        if (text.ends_with(tail)) return text.substr(0, text.size() - tail.size());
    }
    return text;
}

std::string Locale::weekday(int day) const {
    return formatters_->weekday(day);
}

std::string Locale::short_date(std::string_view iso) const {
    const auto ends = parse_ends(iso);
    if (!ends) return std::string(iso);
    const auto& lang = language(language_);
    const auto& p = ends->first;
    if (p != ends->second) return short_date(iso.substr(0, iso.find('/')));
    const auto two = (p.year % 100 < 10 ? "0" : "") + std::to_string(p.year % 100);
    if (p.minute > 0) return DateWriter::clock(p.minute);  // midnight is printed as its day
    if (p.quarter != 0) return filled(lang.quarter_short, p.quarter, {});
    if (p.week != 0) return filled(lang.week_short, p.week, {});
    if (p.month == 0) return lang.order == Order::year_month_day ? std::to_string(p.year) : "’" + two;
    if (lang.order == Order::year_month_day) {
        return std::to_string(p.month) + "月" + (p.day != 0 ? std::to_string(p.day) + "日" : "");
    }
    const auto& month = formatters_->month(p.month, true);
    if (p.day == 0) return month + std::string(kNoBreak) + two;
    if (lang.order == Order::month_day_year) return month + std::string(kNoBreak) + std::to_string(p.day);
    return std::to_string(p.day) + std::string(lang.day_mark) + std::string(kNoBreak) + month;
}

}  // namespace precis::locale
