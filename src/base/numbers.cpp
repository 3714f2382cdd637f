// Numbers: strict parsing and printing by the standard's locale-free conversions.
#include "base/numbers.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/ascii.h"

namespace precis::base {
namespace {

bool well_formed(std::string_view text) {
    std::size_t i = 0;
    if (i < text.size() && text[i] == '-') ++i;
    const auto whole = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    if (i == whole || (i - whole > 1 && text[whole] == '0')) return false;
    if (i < text.size() && text[i] == '.') {
        const auto fraction = ++i;
        while (i < text.size() && is_digit(text[i])) ++i;
        if (i == fraction) return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
        const auto exponent = i;
        while (i < text.size() && is_digit(text[i])) ++i;
        if (i == exponent) return false;
    }
    return i == text.size();
}

// The digits of |value| in its shortest decimal form: 2.675 is 2.675, not 2.67499999….
std::string decimal_digits(double value) {
    char buffer[400];  // 309 digits before the point, or 324 zeros after it and 17 digits
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::fixed).ptr;
    return {buffer, end};
}

// `digits` rounded to `places` after the point, half away from zero.
std::string round_digits(std::string digits, std::size_t places) {
    auto point = digits.find('.');
    if (point == std::string::npos) {
        point = digits.size();
        digits += '.';
    }
    const auto keep = point + 1 + places;
    const bool up = keep < digits.size() && digits[keep] >= '5';
    digits.resize(keep, '0');
    for (auto i = digits.size(); up && i-- > 0;) {
        if (digits[i] == '.') continue;
        if (digits[i] != '9') {
            ++digits[i];
            break;
        }
        digits[i] = '0';
        if (i == 0) digits.insert(0, 1, '1');
    }
    if (places == 0) digits.pop_back();
    return digits;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    if (!well_formed(text)) return std::nullopt;
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<long long> parse_integer(std::string_view text) {
    if (!well_formed(text)) return std::nullopt;
    long long value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string fixed(double value, int decimals) {
    if (!std::isfinite(value)) return fmt::format("{}", value);
    const auto places = static_cast<std::size_t>(decimals > 0 ? decimals : 0);
    auto text = round_digits(decimal_digits(value), places);
    if (text.find_first_of("123456789") != std::string::npos && value < 0) text.insert(0, 1, '-');
    return text;
}

double rounded(double value, int decimals) {
    if (!std::isfinite(value)) return value;
    if (decimals < 0) {
        const double unit = std::pow(10.0, -decimals);
        return rounded(value / unit, 0) * unit;
    }
    const auto text = fixed(value, decimals);
    double back = value;
    std::from_chars(text.data(), text.data() + text.size(), back);
    return back;
}

std::string shortest(double value) {
    return fmt::format("{}", value == 0 ? 0.0 : value);
}

}  // namespace precis::base
