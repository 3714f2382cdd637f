// style/derived_colors.h: the colours that follow from a brand's few: small print, rules, ramps, series, dark grounds.
// Stage: roles that are stated -> DERIVED COLORS -> Colors, under the names that layouts use. Private to the room.
//
// What must be read has the contrast of the layout's limits by construction; what must be told apart is held against
// protan, deutan and tritan sight. docs/brand.md#derived-colours says the rules for authors.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "style/layout.h"

namespace precis::style {

/// The colours to begin with. Those that are optional are derived, too, if they are absent.
struct Anchors {
    base::Color background{255, 255, 255, 1}, foreground{0, 0, 0, 1}, primary{0, 0, 0, 1};
    std::optional<base::Color> secondary, tertiary, light, dark, success, info, warning, danger;
    std::vector<base::Color> others;  // of the brand's palette, for series, in its order
};

struct Derived {
    base::Color color;
    const char* from = "";  // the role that it follows most
};

/// Every role of the shipped layouts but background, foreground and primary.
[[nodiscard]] std::map<std::string, Derived> derived_colors(const Anchors& anchors, const Limits& limits);

/// A foreground, and a background, that suit the other colours where a brand does not state them.
[[nodiscard]] base::Color foreground_for(const base::Color& primary, const base::Color& background);
[[nodiscard]] base::Color background_for(const std::optional<base::Color>& foreground);

/// The colour nearest to `color` that marks on `ground` may have and that differs from `others` to all eyes.
[[nodiscard]] base::Color told_apart(const base::Color& color, const std::vector<base::Color>& others,
                                     const base::Color& ground, double contrast);
/// The least difference of two series' colours to all kinds of vision: a little less than that of the shipped palette.
inline constexpr double kToldApart = 0.05;

}  // namespace precis::style
