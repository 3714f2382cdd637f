// chart/canvas/numbers.cpp: figures, symbols, signs of qualifiers and of changes.
// Stage: doc::Value -> NUMBERS -> labels. The rules of a language are in the locale room.
#include "chart/canvas/numbers.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/numbers.h"

namespace precis::chart {
namespace {

// Numbers outside this range are printed as powers of ten: a label has no room for their digits.
constexpr double kLargest = 1e15, kSmallest = 1e-6;
constexpr double kMillion = 1e6;      // from here on ticks are short: 2.5M
constexpr int kMostDecimals = 6;      // of a number that is printed in digits
constexpr int kComputedDecimals = 2;  // of a computed number
constexpr int kTickDecimals = 3;      // of a compact tick: 1.125M

int needed_decimals(double value) {
    for (int decimals = 0; decimals < kMostDecimals; ++decimals)
        if (std::abs(base::rounded(value, decimals) - value) <= 1e-9 * std::abs(value)) return decimals;
    return kMostDecimals;
}

/// The number in thousands, millions, billions …, as compact words print it. It is at least 1000.
double shortened(double value) {
    return value / std::pow(1000, std::floor(std::log10(std::abs(value)) / 3 + 1e-9));
}

/// True if the printed figures hold no digit but 0.
bool is_all_zero(const std::string& words) {
    return words.find_first_of("123456789") == std::string::npos;
}

}  // namespace

std::string with_symbol(const std::string& figures, const doc::AxisFormat& format, const locale::Locale& locale) {
    if (format.unit == "percent") return locale.percent(figures);
    if (format.unit == "pp") return locale.points(figures);
    if (format.symbol.empty()) return figures;
    return format.symbol_before ? format.symbol + figures : figures + format.symbol;
}

std::string number_words(double value, const doc::AxisFormat& format, int decimals, Unit unit,
                         const locale::Locale& locale) {
    const double size = std::abs(value);
    std::string figures;
    if (size >= kLargest || (size > 0 && size < kSmallest)) {
        figures = locale.power_of_ten(value);
    } else {
        locale::NumberFormat number;
        number.decimals = format.decimals >= 0 ? format.decimals : decimals >= 0 ? decimals : needed_decimals(value);
        if (format.compact && size >= 1000) {
            number.spread = locale::Spread::compact_short;
            number.decimals = std::min(needed_decimals(shortened(value)), 1);
        }
        figures = locale.number(value, number);
    }
    return unit == Unit::symbol ? with_symbol(figures, format, locale) : figures;
}

TickWords::TickWords(const std::vector<double>& ticks, doc::AxisFormat format, int decimals, bool shortens,
                     const locale::Locale& locale)
    : format_(std::move(format)), decimals_(decimals), locale_(&locale) {
    format_.decimals = -1;  // ticks are round: as many decimals as their step needs
    const auto any_from = [&](double least) {
        return std::any_of(ticks.begin(), ticks.end(), [&](double tick) { return std::abs(tick) >= least; });
    };
    powers_ = any_from(kLargest);
    format_.compact = format_.compact || (shortens && any_from(kMillion));
    if (!format_.compact || powers_) return;
    const auto exact = [](double tick) {
        return std::abs(tick) < 1000 || needed_decimals(shortened(tick)) <= kTickDecimals;
    };
    const auto alike = [&](double a, double b) { return a != b && of(a, Unit::bare) == of(b, Unit::bare); };
    format_.compact = std::all_of(ticks.begin(), ticks.end(), exact) &&
                      std::adjacent_find(ticks.begin(), ticks.end(), alike) == ticks.end();
}

std::string TickWords::of(double tick, Unit unit) const {
    std::string figures;
    if (powers_ && tick != 0) {
        figures = locale_->power_of_ten(tick);
    } else if (format_.compact && std::abs(tick) >= 1000 && std::abs(tick) < kLargest) {
        locale::NumberFormat number;
        number.spread = locale::Spread::compact_short;
        number.decimals = needed_decimals(shortened(tick));
        figures = locale_->number(tick, number);
    } else {
        auto plain = format_;
        plain.compact = false;
        figures = number_words(tick, plain, decimals_, Unit::bare, *locale_);
    }
    return unit == Unit::symbol ? with_symbol(figures, format_, *locale_) : figures;
}

namespace {

std::string figures_of(const doc::Value& value, const doc::AxisFormat& format, Unit unit,
                       const locale::Locale& locale) {
    // Rounding left only zeros of a number that is not zero: print it as a power of ten instead.
    const bool vanished = *value.number != 0 && std::abs(*value.number) < kSmallest && is_all_zero(value.text);
    if (!value.text.empty() && !vanished)
        return unit == Unit::symbol ? with_symbol(value.text, format, locale) : value.text;
    return doc::sign_of(value.qualifier) + number_words(*value.number, format, -1, unit, locale);
}

}  // namespace

bool has_noun(const doc::AxisFormat& format) {
    return !noun_of(format).empty();
}

std::string noun_of(const doc::AxisFormat& format) {
    constexpr std::string_view kNoBreak = "\u00a0";
    const auto& unit = format.unit;
    const bool currency =  // of ISO 4217
        unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return base::is_upper(c); });
    const bool sign = unit == "percent" || unit == "pp" || currency || format.symbol_before;
    if (sign || format.symbol.substr(0, kNoBreak.size()) != kNoBreak) return {};
    return format.symbol.substr(kNoBreak.size());
}

std::string with_noun(const std::string& label, const doc::AxisFormat& format) {
    const auto noun = noun_of(format);
    return label + (label.empty() || noun.empty() ? "" : ", ") + noun;
}

Unit unit_at_mark(const doc::AxisFormat& format) {
    return has_noun(format) ? Unit::bare : Unit::symbol;
}

Unit unit_without_axis(const doc::AxisFormat& format, bool first) {
    return first ? Unit::symbol : unit_at_mark(format);
}

std::string value_words(const doc::Value& value, const doc::AxisFormat& format, Unit unit,
                        const locale::Locale& locale) {
    if (!value.number) return value.text.empty() ? "–" : value.text;
    const auto figures = figures_of(value, format, unit, locale);
    return value.words.empty() ? figures : figures + " · " + value.words;
}

std::string spot_words(const doc::Chart& chart, std::size_t series, std::size_t category,
                       const locale::Locale& locale) {
    if (series >= chart.series.size() || category >= chart.series[series].values.size()) return {};
    std::string words = category < chart.categories.size() ? chart.categories[category] : std::string();
    const auto add = [&](const std::string& more) { words += (words.empty() || more.empty() ? "" : "\t") + more; };
    add(chart.series[series].name);
    auto value = value_words(chart.series[series].values[category], chart.format, Unit::symbol, locale);
    const auto unit = locale.of_data(chart.format.unit);
    constexpr std::size_t kLongestUnit = 20;
    if (chart.format.symbol.empty() && !unit.empty() && unit.size() < kLongestUnit) value += " " + unit;
    add(value);
    return words;
}

std::string change_words(double change, const doc::Chart& chart, const locale::Locale& locale, Unit unit) {
    const char* sign = change < 0 ? "−" : change > 0 ? "+" : "";
    return sign + number_words(std::abs(change), chart.format, decimals_of(chart), unit, locale);
}

int decimals_of(const doc::Chart& chart) {
    if (chart.format.decimals >= 0) return chart.format.decimals;
    int decimals = 0;
    for (const auto& series : chart.series)
        for (const auto& value : series.values)
            if (value.number && std::abs(*value.number) < kLargest)
                decimals = std::max(decimals, std::min(needed_decimals(*value.number), kComputedDecimals));
    return decimals;
}

bool is_absent(const doc::Value& value) {
    // bind gives every value that has a row its category, also where the value is not published.
    return !value.number && value.category.empty() && (value.text.empty() || value.text == "–");
}

bool is_absent(const doc::Chart& chart, std::size_t category) {
    return std::all_of(chart.series.begin(), chart.series.end(), [&](const auto& series) {
        return category >= series.values.size() || is_absent(series.values[category]);
    });
}

bool is_open_ended(data::Qualifier qualifier) {
    return qualifier == data::Qualifier::more_than || qualifier == data::Qualifier::at_least;
}

}  // namespace precis::chart
