// chart/canvas/numbers.cpp: figures, symbols, signs of qualifiers and of changes.
// Stage: doc::Value -> NUMBERS -> labels. The rules of a language are in the locale room.
#include "chart/canvas/numbers.h"

#include <algorithm>
#include <cmath>

#include "base/numbers.h"

namespace precis::chart {
namespace {

// Numbers outside this range are printed as powers of ten: a label has no room for their digits.
constexpr double kLargest = 1e15, kSmallest = 1e-6;
constexpr int kMostDecimals = 6;      // of a number that is printed in digits
constexpr int kComputedDecimals = 2;  // of a computed number

int needed_decimals(double value) {
    for (int decimals = 0; decimals < kMostDecimals; ++decimals)
        if (std::abs(base::rounded(value, decimals) - value) <= 1e-9 * std::abs(value)) return decimals;
    return kMostDecimals;
}

/// "4.1 × 10⁻⁹", with at most three digits.
std::string powers_of_ten(double value) {
    int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
    double head = base::rounded(value / std::pow(10.0, power), 2);
    if (!std::isfinite(head)) return base::shortest(value);
    if (std::abs(head) >= 10) {
        head /= 10;
        ++power;
    }
    constexpr const char* kRaised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string raised = power < 0 ? "⁻" : "";
    for (const char digit : std::to_string(std::abs(power))) raised += kRaised[digit - '0'];
    std::string words = base::shortest(std::abs(head));
    return (value < 0 ? "−" : "") + words + "\u00a0×\u00a010" + raised;
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
        figures = powers_of_ten(value);
    } else {
        locale::NumberFormat number;
        number.decimals = format.decimals >= 0 ? format.decimals : decimals >= 0 ? decimals : needed_decimals(value);
        if (format.compact && size >= 1000) {
            number.spread = locale::Spread::compact_short;
            const double scaled = value / std::pow(1000, std::floor(std::log10(size) / 3 + 1e-9));
            number.decimals = std::min(needed_decimals(scaled), 1);
        }
        figures = locale.number(value, number);
    }
    return unit == Unit::symbol ? with_symbol(figures, format, locale) : figures;
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

std::string value_words(const doc::Value& value, const doc::AxisFormat& format, Unit unit,
                        const locale::Locale& locale) {
    if (!value.number) return value.text.empty() ? "–" : value.text;
    const auto figures = figures_of(value, format, unit, locale);
    return value.words.empty() ? figures : figures + " · " + value.words;
}

std::string change_words(double change, const doc::Chart& chart, const locale::Locale& locale) {
    const char* sign = change < 0 ? "−" : change > 0 ? "+" : "";
    return sign + number_words(std::abs(change), chart.format, decimals_of(chart), Unit::bare, locale);
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

bool is_open_ended(data::Qualifier qualifier) {
    return qualifier == data::Qualifier::more_than || qualifier == data::Qualifier::at_least;
}

}  // namespace precis::chart
