// Dates and periods in words: ICU's names of months, the house's order and punctuation.
#include <unicode/uloc.h>

#include <string>

#include "locale/formatters.h"
#include "locale/language.h"
#include "locale/locale.h"
#include "locale/period.h"

namespace precis::locale {
namespace {

/// Puts `text` in place of a placeholder, if the pattern has it.
void put(std::string& pattern, std::string_view placeholder, std::string_view text) {
    if (const auto at = pattern.find(placeholder); at != std::string::npos)
        pattern.replace(at, placeholder.size(), text);
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Writes dates and ranges; the first end of a range leaves out what the last one repeats: 7–8 April 2026.
struct DateWriter {
    const Language& lang;
    Locale::Formatters& formatters;

    std::string day(int number) const {
        const auto first = lang.form(Form::first_day);
        if (number == 1 && !first.empty()) return std::string(first);
        std::string text(lang.form(Form::day_number));
        put(text, "{day}", std::to_string(number));
        return text;
    }

    /// The pattern with what it asks for; `days` stands for the day. Names are looked up only where they are printed.
    std::string filled(Form form, const DateTime& p, std::string_view days) const {
        std::string text(lang.form(form));
        put(text, "{day}", days);
        if (p.month != 0) {
            const auto has = [&](std::string_view name) { return text.find(name) != std::string::npos; };
            put(text, "{month-number}", std::to_string(p.month));
            if (has("{month}")) put(text, "{month}", formatters.month(p.month, false));
            if (has("{month-alone}")) put(text, "{month-alone}", formatters.month_alone(p.month));
            if (has("{month-short}")) put(text, "{month-short}", formatters.month(p.month, true));
        }
        put(text, "{quarter}", std::to_string(p.quarter));
        put(text, "{week}", std::to_string(p.week));
        put(text, "{year}", std::to_string(p.year));
        put(text, "{year-short}", two_digits(p.year % 100));
        return text;
    }

    std::string whole(const DateTime& p) const {
        if (p.quarter != 0) return filled(Form::quarter, p, {});
        if (p.week != 0) return filled(Form::week, p, {});
        if (p.month == 0) return std::to_string(p.year);
        return p.day == 0 ? filled(Form::month, p, {}) : filled(Form::date, p, day(p.day));
    }
    /// Without the year.
    std::string in_year(const DateTime& p) const {
        if (p.quarter != 0) return filled(Form::quarter_only, p, {});
        if (p.week != 0) return filled(Form::week_only, p, {});
        if (p.month == 0) return {};
        return p.day == 0 ? filled(Form::month_only, p, {}) : filled(Form::day, p, day(p.day));
    }

    /// "14:30", on a clock of 24 hours.
    static std::string clock(int minute) { return two_digits(minute / 60) + ":" + two_digits(minute % 60); }
    std::string with_time(const DateTime& p) const {
        if (p.minute < 0) return whole(p);
        std::string text(lang.form(Form::time));
        put(text, "{date}", whole(p));
        put(text, "{time}", clock(p.minute));
        return text;
    }

    std::string range(const DateTime& a, const DateTime& b, bool with_year) const {
        const bool alike = (a.day != 0) == (b.day != 0) && (a.month != 0) == (b.month != 0) &&
                           (a.quarter != 0) == (b.quarter != 0) && (a.week != 0) == (b.week != 0);
        const bool only_years = a.month == 0 && a.quarter == 0 && a.week == 0;
        const std::string wide(lang.form(Form::range)), narrow(lang.form(Form::range_short));
        if (alike && only_years) return std::to_string(a.year) + "–" + std::to_string(b.year);
        if (!alike || a.year != b.year) return whole(a) + wide + whole(b);
        if (a.day != 0 && a.month == b.month)
            return filled(with_year ? Form::date : Form::day, b, day(a.day) + narrow + day(b.day));
        const auto& dash = a.day != 0 ? wide : narrow;
        if (!with_year) return in_year(a) + dash + in_year(b);
        return lang.form(Form::date).starts_with("{year}") ? whole(a) + dash + in_year(b)
                                                           : in_year(a) + dash + whole(b);
    }
};

}  // namespace

std::string Locale::date(std::string_view iso) const {
    if (numbers_) return numbers_->date(iso);
    const auto ends = parse_ends(iso);
    if (!ends) return std::string(iso);
    const DateWriter writer{*language_, *formatters_};
    if (ends->first.minute >= 0 || ends->second.minute >= 0) {
        const std::string first = writer.with_time(ends->first);
        if (ends->first == ends->second) return first;
        return first + std::string(language_->form(Form::range)) + writer.with_time(ends->second);
    }
    return ends->first == ends->second ? writer.whole(ends->first) : writer.range(ends->first, ends->second, true);
}

std::string Locale::date_in_year(std::string_view iso) const {
    if (numbers_) return numbers_->date_in_year(iso);
    const auto ends = parse_ends(iso);
    if (!ends) return std::string(iso);
    const auto& [first, last] = *ends;
    if (first.year != last.year || first.minute >= 0 || last.minute >= 0) return date(iso);
    if (first.month == 0 && first.quarter == 0 && first.week == 0) return {};
    const DateWriter writer{*language_, *formatters_};
    return first == last ? writer.in_year(first) : writer.range(first, last, false);
}

std::string Locale::weekday(int day) const {
    return formatters_->weekday(day);
}

bool Locale::right_to_left() const {
    return uloc_isRightToLeft(tag_.c_str()) != 0;
}

std::string Locale::short_date(std::string_view iso) const {
    if (numbers_) return numbers_->short_date(iso);
    const auto ends = parse_ends(iso);
    if (!ends) return std::string(iso);
    const auto& p = ends->first;
    if (p != ends->second) return short_date(iso.substr(0, iso.find('/')));
    if (p.minute > 0) return DateWriter::clock(p.minute);  // midnight is printed as its day
    const DateWriter writer{*language_, *formatters_};
    if (p.quarter != 0 || p.week != 0) return writer.in_year(p);
    if (p.month == 0) return writer.filled(Form::axis_year, p, {});
    if (p.day == 0) return writer.filled(Form::axis_month, p, {});
    std::string day(language_->form(Form::day_number));
    put(day, "{day}", std::to_string(p.day));
    return writer.filled(Form::axis_day, p, day);
}

}  // namespace precis::locale
