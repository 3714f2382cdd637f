// Numbers: strict parsing and printing by the standard's locale-free conversions.
#include "base/numbers.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace precis::base {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

bool well_formed(std::string_view text) {
    std::size_t i = 0;
    if (i < text.size() && text[i] == '-') ++i;
    const auto whole = i;
    while (i < text.size() && digit(text[i])) ++i;
    if (i == whole || (i - whole > 1 && text[whole] == '0')) return false;
    if (i < text.size() && text[i] == '.') {
        const auto fraction = ++i;
        while (i < text.size() && digit(text[i])) ++i;
        if (i == fraction) return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
        const auto exponent = i;
        while (i < text.size() && digit(text[i])) ++i;
        if (i == exponent) return false;
    }
    return i == text.size();
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    if (!well_formed(text)) return std::nullopt;
    double value = 0;
    const auto got = std::from_chars(text.data(), text.data() + text.size(), value);
    if (got.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<long long> parse_integer(std::string_view text) {
    if (!well_formed(text)) return std::nullopt;
    long long value = 0;
    const auto got = std::from_chars(text.data(), text.data() + text.size(), value);
    if (got.ec != std::errc() || got.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double scaled = value * scale;
    // 2.675 * 100 is 267.49999…: one unit of the last place decides as the printed decimals would.
    const double nudged = scaled + std::copysign(std::abs(scaled) * 1e-15, scaled);
    const double whole = std::round(nudged);
    return std::isfinite(whole) ? whole / scale : value;
}

std::string fixed(double value, int decimals) {
    auto text = fmt::format("{:.{}f}", rounded(value, decimals), decimals);
    if (text.find_first_of("123456789") == std::string::npos && text.front() == '-') text.erase(0, 1);
    return text;
}

std::string shortest(double value) { return fmt::format("{}", value == 0 ? 0.0 : value); }

}  // namespace precis::base
