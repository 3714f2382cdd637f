// Prints values in words and figures.
#include "bind/values/value.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/numbers.h"
#include "bind/values/codes.h"
#include "doc/document.h"

namespace precis::bind {
namespace {

constexpr std::string_view kNoBreak = "\u00a0";
constexpr double kSmallestInText = 1e-9;
constexpr int kPublishedDecimals = 5, kComputedDecimals = 2;  // of the factor of a power of ten

/// "day" of "days": regular English plurals, and people.
std::string singular(const std::string& noun) {
    if (noun == "people") return "person";
    if (noun == "feet") return "foot";
    if (noun == "inches") return "inch";
    if (noun.size() > 3 && noun.substr(noun.size() - 3) == "ies") return noun.substr(0, noun.size() - 3) + "y";
    if (noun.size() > 2 && noun.back() == 's' && noun[noun.size() - 2] != 's') return noun.substr(0, noun.size() - 1);
    return noun;
}

/// "1 days" becomes "1 day"; in a translation if its words have the singular.
std::string noun_for(const std::string& noun, double number, const locale::Locale& locale) {
    constexpr double kNoise = 1e-9;  // of converted numbers
    if (std::abs(std::abs(number) - 1) > kNoise) return locale.of_data(noun);
    const auto one = singular(noun);
    if (locale.knows_of_data(one)) return locale.of_data(one);
    return locale.tag().substr(0, 2) == "en" ? one : locale.of_data(noun);
}

std::string year_of(const std::string& iso) {
    return iso.substr(0, 4);
}

std::string quarter_of(const std::string& iso) {
    if (iso.size() < 7 || iso[5] == 'Q') return iso;
    const int month = (iso[5] - '0') * 10 + (iso[6] - '0');
    return iso.substr(0, 5) + "Q" + std::to_string((month + 2) / 3);
}

std::string date_text(const std::string& iso, Format::Read read, const locale::Locale& locale) {
    switch (read) {
        case Format::Read::month:
            return locale.date(iso.size() > 7 && iso[5] != 'Q' ? iso.substr(0, 7) : iso);
        case Format::Read::quarter:
            return locale.date(quarter_of(iso));
        case Format::Read::year:
            return year_of(iso);
        default:
            return locale.date(iso);
    }
}

bool reads_dates(Format::Read read) {
    return read == Format::Read::date || read == Format::Read::month || read == Format::Read::quarter ||
           read == Format::Read::year;
}

struct Printer {
    const Bound& value;
    const Format& format;
    Setting setting;
    const locale::Locale& locale;
    diag::Span where;
    diag::Diagnostics& diagnostics;

    Printed mismatch(const std::string& expected) const {
        // One finding for a column, however many of its cells are so.
        const auto begin = "“" + value.name + "” is “";
        if (!diagnostics.empty() && diagnostics.back().code == code::format_mismatch &&
            diagnostics.back().span.begin == where.begin && diagnostics.back().span.source == where.source &&
            diagnostics.back().message.starts_with(begin))
            return {};
        diagnostics.push_back(
            diag::error(code::format_mismatch, where,
                        "“" + value.name + "” is “" + value.text + "”, but the format needs " + expected,
                        "use another format or another value"));
        return {};
    }

    Printed words() const {
        if (format.read == Format::Read::text || value.word) return {{}, value.text, {}};
        const bool date = locale::parse_period(value.text).has_value();
        if (reads_dates(format.read)) {
            if (!date) return mismatch("a date");
            return {{}, date_text(value.text, format.read, locale), {}};
        }
        const bool asks_number = format.decimals || format.compact || format.words || format.ordinal ||
                                 format.signed_always || format.absolute || format.read == Format::Read::number ||
                                 format.read == Format::Read::percent;
        if (asks_number) return mismatch("a number");
        // A year alone is printed as it is; a month, quarter or day is a date.
        const bool in_words = date && value.text.find('-') != std::string::npos;
        return {{}, in_words ? locale.date(value.text) : locale.of_data(value.text), {}};
    }

    std::string figures(double number) const {
        if (format.words) {
            return locale.in_words(std::llround(number));
        }
        if (format.ordinal) return locale.ordinal(std::llround(number));
        if (!format.decimals && !format.compact && needs_power(number) && std::abs(number) < kSmallestInFigures &&
            setting != Setting::chart) {
            return small_in_words(number);
        }
        if (!format.decimals && !format.compact && needs_power(number)) {
            const bool as_published = value.decimals >= 0;
            return (format.signed_always && number > 0 ? "+" : "") +
                   locale.power_of_ten(number, as_published ? kPublishedDecimals : kComputedDecimals);
        }
        locale::NumberFormat how;
        how.signed_always = format.signed_always;
        const bool compact = format.compact || (setting == Setting::tile && std::abs(number) >= 1e6);
        if (compact) {
            how.spread = setting == Setting::chart ? locale::Spread::compact_short : locale::Spread::compact_long;
            how.decimals = format.decimals.value_or(1);
            how.trim_zeros = !format.decimals;
        } else {
            how.decimals = format.decimals.value_or(default_decimals(value));
            how.trim_zeros = !format.decimals && value.decimals < 0 && !is_share() && !is_money();
        }
        return locale.number(number, how);
    }

    /// Text faces have no raised minus: 0.000000001, and 1.5E−12 where figures would be too many.
    std::string small_in_words(double number) const {
        locale::NumberFormat how;
        how.trim_zeros = true;
        how.signed_always = format.signed_always;
        how.decimals = default_decimals(value);
        if (std::abs(number) >= kSmallestInText) return locale.number(number, how);
        int power = static_cast<int>(std::floor(std::log10(std::abs(number))));
        double factor = base::rounded(number / std::pow(10.0, power), kComputedDecimals);
        if (std::abs(factor) >= 10) factor /= 10, ++power;
        how.decimals = kComputedDecimals;
        return locale.number(factor, how) + "E−" + std::to_string(-power);
    }

    bool needs_power(double number) const {
        const double size = std::abs(number);
        if (size == 0 || value.unit == "year") return false;
        return size >= kLargestInFigures || size < kSmallestInFigures || (value.in_powers && size >= 1e6);
    }

    bool is_money() const { return is_currency(split_unit(value.unit).first); }

    bool is_share() const { return value.unit == "percent" || value.unit == "pp"; }

    void add_unit(Printed& out, double number) const {
        if (format.no_unit) return;
        const auto [unit, per] = split_unit(value.unit);
        const bool as_percent = unit == "percent" || format.read == Format::Read::percent;
        if (format.read == Format::Read::number) return;
        if (as_percent) {
            out.unit = locale.percent("");
        } else if (unit == "pp") {
            out.unit = locale.points("");
        } else if (is_currency(unit)) {
            out.number = locale.money(out.number, unit);
        } else if (format.unit && !unit.empty()) {
            out.unit = std::string(kNoBreak) + noun_for(unit, number, locale);
        }
        if (format.unit) out.unit += per_words(per, locale);
    }

    /// A percent sign behind what is counted in something else would make it another number.
    Printed no_percentage() const {
        diagnostics.push_back(diag::error(code::format_mismatch, where,
                                          "“" + value.name + "” counts " + value.unit + ", and is no percentage",
                                          "remove the format “percent”, or compute a share with percent(part, whole)"));
        return {};
    }

    Printed numbers() const {
        if (format.read == Format::Read::percent && !value.unit.empty() && !is_share()) return no_percentage();
        if (reads_dates(format.read)) {
            if (value.unit == "year" || format.read == Format::Read::year) return {{}, value.text, {}};
            return mismatch("a date");
        }
        const double number = format.absolute ? std::abs(*value.number) : *value.number;
        if (format.words && number != std::floor(number)) return mismatch("a whole number");
        Printed out;
        out.number = value.unit == "year" && !format.decimals ? base::shortest(number) : figures(number);
        add_unit(out, number);
        const bool sign = format.symbol || setting != Setting::prose;
        if (value.qualifier == data::Qualifier::between && value.low && value.high) {
            Bound end = value;
            end.qualifier = data::Qualifier::none;
            end.number = value.low;
            const auto low = Printer{end, format, setting, locale, where, diagnostics}.numbers().number;
            end.number = value.high;
            const auto high = Printer{end, format, setting, locale, where, diagnostics}.numbers().number;
            out.number = sign ? low + "–" + high : between(low, high);
        } else {
            out.qualifier = sign ? doc::sign_of(value.qualifier) : qualifier_words(value.qualifier, locale);
            constexpr std::string_view kNumber = "{number}";  // of languages that say it behind the number
            if (const auto at = out.qualifier.find(kNumber); at != std::string::npos) {
                out.unit += out.qualifier.substr(at + kNumber.size());
                out.qualifier.resize(at);
            }
        }
        return out;
    }

    std::string between(const std::string& low, const std::string& high) const {
        auto text = locale.word("between");
        text.replace(text.find("{low}"), 5, low);
        return text.replace(text.find("{high}"), 6, high);
    }
};

}  // namespace

std::string qualifier_words(data::Qualifier qualifier, const locale::Locale& locale) {
    const char* key = nullptr;
    switch (qualifier) {
        case data::Qualifier::none:
        case data::Qualifier::exactly:
        case data::Qualifier::between:
            break;
        case data::Qualifier::about:
            key = "about";
            break;
        case data::Qualifier::more_than:
            key = "more-than";
            break;
        case data::Qualifier::at_least:
            key = "at-least";
            break;
        case data::Qualifier::less_than:
            key = "less-than";
            break;
        case data::Qualifier::at_most:
            key = "at-most";
            break;
    }
    if (key == nullptr) return {};
    auto words = locale.word(key);
    const bool around = words.find("{number}") != std::string::npos;
    return around || !locale.spaced() ? words : words + " ";
}

Printed print(const Bound& value, const Format& format, Setting setting, const locale::Locale& locale, diag::Span where,
              diag::Diagnostics& diagnostics) {
    const Printer printer{value, format, setting, locale, std::move(where), diagnostics};
    if (value.number && format.read != Format::Read::text) return printer.numbers();
    return printer.words();
}

namespace {

constexpr int kMostDecimals = 15;  // a double has no more digits that count

/// As many decimals as three significant figures need.
int decimals_by_size(double size) {
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 0, kMostDecimals);
}

/// Cents in full, or none: of a number that was computed, none from 100 on.
int decimals_of_money(const Bound& value, std::string_view currency) {
    const int cents = locale::decimals_of_currency(currency);
    if (value.decimals >= 0) return value.decimals > 0 ? std::max(value.decimals, cents) : 0;
    const double size = std::abs(*value.number);
    const int decimals = fewest_decimals(size, decimals_by_size(size));
    return decimals > 0 ? std::max(decimals, cents) : 0;
}

}  // namespace

int fewest_decimals(double value, int decimals) {
    const double shown = base::rounded(value, decimals);
    while (decimals > 0 && base::rounded(shown, decimals - 1) == shown) --decimals;
    return decimals;
}

int default_decimals(const Bound& value) {
    const double size = value.number ? std::abs(*value.number) : 0;
    const bool countable = size > 0 && std::isfinite(size);
    const auto unit = split_unit(value.unit).first;
    int decimals = 0;
    if (countable && is_currency(unit) && !(value.integer && value.decimals < 0))
        decimals = decimals_of_money(value, unit);
    else if (value.decimals >= 0)
        decimals = value.decimals;
    else if (value.integer || !countable)
        return 0;
    else if (value.unit == "percent" || value.unit == "pp")
        decimals = 1;
    else
        decimals = decimals_by_size(size);
    while (countable && decimals < kMostDecimals && base::rounded(size, decimals) == 0) ++decimals;
    return decimals;
}

bool share_decimals(const Bound& a, const Bound& b) {
    const auto counts = [](const Bound& value) { return value.number && !value.word && !inexact(value.qualifier); };
    if (!counts(a) || !counts(b) || a.unit != b.unit || a.unit.empty() || a.unit == "year") return false;
    const auto published = [](const Bound& value) { return !value.facts.empty() && !value.own_analysis; };
    return (!published(a) && !published(b)) || a.sources == b.sources || is_currency(split_unit(a.unit).first);
}

bool is_currency(std::string_view unit) {
    return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::pair<std::string, std::string> split_unit(const std::string& unit) {
    const auto per = unit.find(" per ");
    if (per == std::string::npos) return {unit, {}};
    return {unit.substr(0, per), unit.substr(per + 5)};
}

std::string per_words(const std::string& noun, const locale::Locale& locale) {
    if (noun.empty()) return {};
    constexpr std::array<std::string_view, 4> kTimes = {"year", "month", "week", "day"};
    if (std::find(kTimes.begin(), kTimes.end(), noun) != kTimes.end()) return " " + locale.word("a-" + noun);
    return " " + locale.word("per") + " " + locale.of_data(noun);
}

bool inexact(data::Qualifier qualifier) {
    return qualifier != data::Qualifier::none && qualifier != data::Qualifier::exactly;
}

data::Status weaker(data::Status a, data::Status b) {
    const auto rank = [](data::Status status) {
        switch (status) {
            case data::Status::actual:
                return 0;
            case data::Status::previous:
                return 1;
            case data::Status::partial:
                return 2;
            case data::Status::estimate:
                return 3;
            case data::Status::plan:
                return 4;
            case data::Status::target:
                return 5;
            case data::Status::forecast:
                return 6;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

}  // namespace precis::bind
