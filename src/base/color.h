// base/color.h: sRGB colours, their contrast and their text form.
//
// In: `#RRGGBB` as layouts and brands write it. Out: eight bits a channel, and ratios without a unit. Luminance and
// contrast follow WCAG 2.1. They look at the channels alone: a translucent colour must be mixed with its ground before
// it is measured. Mixing is done channel by channel in sRGB, not in linear light. Errors: a text that is not a colour
// gives nullopt. Source: WCAG 2.1, "relative luminance" and "contrast ratio".
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
/// `#RRGGBB`, followed by `/0.40` if alpha is not 1.
[[nodiscard]] std::string to_string(const Color& color);

/// Relative luminance, 0 … 1.
[[nodiscard]] double luminance(const Color& color);
/// Contrast ratio, 1 … 21, in either order.
[[nodiscard]] double contrast(const Color& a, const Color& b);
/// `share` of `a` and the rest of `b`; share 0 … 1.
[[nodiscard]] Color mixed(const Color& a, const Color& b, double share);

}  // namespace precis::base
