// layout/slides/slide_places.h: how places are shared out on a slide. Inside the room.
#pragma once
#include <algorithm>
#include <vector>

#include "layout/slides/slide.h"

namespace precis::layout {

inline constexpr double kColumnGap = 24;

/// Places of `count` cards side by side.
[[nodiscard]] inline std::vector<base::Rect> side_by_side(const base::Rect& at, std::size_t count,
                                                          double gap = kColumnGap) {
    const double width = (at.width - gap * static_cast<double>(count - 1)) / static_cast<double>(count);
    std::vector<base::Rect> places;
    for (std::size_t i = 0; i < count; ++i) {
        places.push_back({at.x + static_cast<double>(i) * (width + gap), at.y, width, at.height});
    }
    return places;
}

/// What each of `count` gaps may grow by, for what is used to fill the room; no more than `most`.
[[nodiscard]] inline double spread(double room, double used, std::size_t count, double most) {
    return count == 0 ? 0 : std::clamp((room - used) / static_cast<double>(count), 0.0, most);
}

/// The ground of a card: a shade of the slide's own.
[[nodiscard]] inline base::Color card_ground(const SlideDraft& draft, const GroundName& ground) {
    const auto& l = draft.setting().layout;
    if (ground.empty()) return l.color("light");
    const auto own = l.colors.find(ground + "-panel");
    return own != l.colors.end() ? own->second : draft.color("rule", ground);
}

}  // namespace precis::layout
