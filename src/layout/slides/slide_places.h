// layout/slides/slide_places.h: places shared out on a slide: cards side by side, gaps that grow. Inside the room.
// Units: points.
#pragma once
#include <algorithm>
#include <vector>

#include "layout/slides/slide.h"

namespace precis::layout {

inline constexpr double kColumnGap = 24;  // between compared columns: one and a half gutters of the slide's grid
inline constexpr double kCardGap = 16;    // between cards: a gutter
inline constexpr double kCardPad = 18;    // inside a card or panel

/// The places of `count` cards side by side.
[[nodiscard]] inline std::vector<base::Rect> side_by_side(const base::Rect& at, std::size_t count,
                                                          double gap = kColumnGap) {
    const double width = (at.width - gap * static_cast<double>(count - 1)) / static_cast<double>(count);
    std::vector<base::Rect> places;
    for (std::size_t i = 0; i < count; ++i) {
        places.push_back({at.x + static_cast<double>(i) * (width + gap), at.y, width, at.height});
    }
    return places;
}

/// The growth of each of `count` gaps so that contents of height `used` fill `room`; at most `most`.
[[nodiscard]] inline double spread(double room, double used, std::size_t count, double most) {
    return count == 0 ? 0 : std::clamp((room - used) / static_cast<double>(count), 0.0, most);
}

/// The ground of a card, a shade of the slide's ground.
[[nodiscard]] inline base::Color card_ground(const SlideDraft& draft, const GroundName& ground) {
    const auto& l = draft.setting().layout;
    if (ground.empty()) return l.color("light");
    const auto own = l.colors.find(ground + "-panel");
    return own != l.colors.end() ? own->second : draft.color("rule", ground);
}

}  // namespace precis::layout
