// chart/canvas/numbers.cpp: figures, symbols and qualifier signs.
// Stage: doc::Value -> NUMBERS -> labels. Language rules are the locale room's.
#include "chart/canvas/numbers.h"

#include <algorithm>
#include <cmath>

#include "base/numbers.h"

namespace precis::chart {
namespace {

int needed_decimals(double value) {
    for (int decimals = 0; decimals < 6; ++decimals)
        if (std::abs(base::rounded(value, decimals) - value) <= 1e-9 * std::abs(value)) return decimals;
    return 6;
}

/// "4.1 × 10⁻⁹", of at most three digits.
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

/// Figures that say nothing of a number that is not nothing.
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
    if (size >= 1e15 || (size > 0 && size < 1e-6)) {
        figures = powers_of_ten(value);  // beyond what a page can show in digits
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

std::string value_words(const doc::Value& value, const doc::AxisFormat& format, Unit unit,
                        const locale::Locale& locale) {
    if (!value.number) return value.text.empty() ? "–" : value.text;
    const bool vanished = *value.number != 0 && std::abs(*value.number) < 1e-6 && is_all_zero(value.text);
    if (!value.text.empty() && !vanished)
        return unit == Unit::symbol ? with_symbol(value.text, format, locale) : value.text;
    return doc::sign_of(value.qualifier) + number_words(*value.number, format, -1, unit, locale);
}

int decimals_of(const doc::Chart& chart) {
    if (chart.format.decimals >= 0) return chart.format.decimals;
    int decimals = 0;
    for (const auto& series : chart.series)
        for (const auto& value : series.values)
            if (value.number && std::abs(*value.number) < 1e15)
                decimals = std::max(decimals, std::min(needed_decimals(*value.number), 2));
    return decimals;
}

bool is_absent(const doc::Value& value) {
    // Rows that there are carry their category, also where their value is not published.
    return !value.number && value.category.empty() && (value.text.empty() || value.text == "–");
}

bool is_open_ended(data::Qualifier qualifier) {
    return qualifier == data::Qualifier::more_than || qualifier == data::Qualifier::at_least;
}

}  // namespace precis::chart
