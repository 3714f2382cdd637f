// Colours: hexadecimal text to and from channels; WCAG 2.1's constants for linear light, luminance and contrast.
#include "base/color.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/ascii.h"

namespace precis::base {
namespace {

/// The value of a hexadecimal digit, or -1.
int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    const char letter = lowered(c);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

std::uint8_t blend(std::uint8_t a, std::uint8_t b, double share) {
    return static_cast<std::uint8_t>(std::lround(a * share + b * (1 - share)));
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
    if (text.empty() || text.front() != '#') return std::nullopt;
    text.remove_prefix(1);
    if (text.size() != 3 && text.size() != 6) return std::nullopt;
    int digits[6];
    for (std::size_t i = 0; i < 6; ++i) {
        digits[i] = hex_digit(text[text.size() == 3 ? i / 2 : i]);
        if (digits[i] < 0) return std::nullopt;
    }
    const auto byte = [&](int i) { return static_cast<std::uint8_t>(digits[i] * 16 + digits[i + 1]); };
    return Color{byte(0), byte(2), byte(4), 1};
}

std::string to_string(const Color& color) {
    auto text = fmt::format("#{:02X}{:02X}{:02X}", color.r, color.g, color.b);
    if (color.alpha != 1) text += fmt::format("/{:.2f}", color.alpha);
    return text;
}

double luminance(const Color& color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrast(const Color& a, const Color& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Color mixed(const Color& a, const Color& b, double share) {
    return {blend(a.r, b.r, share), blend(a.g, b.g, share), blend(a.b, b.b, share),
            a.alpha * share + b.alpha * (1 - share)};
}

}  // namespace precis::base
