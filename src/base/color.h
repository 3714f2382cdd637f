// base/color.h: sRGB colours, their contrast and their text form.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace precis::base {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0;
    double alpha = 1;  // 0 clear … 1 solid
    bool operator==(const Color&) const = default;
};

/// `#RRGGBB` or `#RGB`; nothing else.
[[nodiscard]] std::optional<Color> parse_color(std::string_view text);
/// `#RRGGBB`, with `/0.40` behind it where alpha is not 1.
[[nodiscard]] std::string to_string(const Color& color);

/// Relative luminance, 0 … 1. Source: WCAG 2.1, "relative luminance".
[[nodiscard]] double luminance(const Color& color);
/// 1 … 21. Source: WCAG 2.1, "contrast ratio". Alpha is not looked at.
[[nodiscard]] double contrast(const Color& a, const Color& b);
/// `share` of `a` and the rest of `b`, in sRGB; share 0 … 1.
[[nodiscard]] Color mixed(const Color& a, const Color& b, double share);

}  // namespace precis::base
