// layout/ground/brand_mark.h: the brand's logo, in place of its name in letters. Inside the room.
#pragma once
#include <optional>

#include "layout/ground/setting.h"

namespace precis::layout {

/// Where a logo is shown. Each place prefers one of the brand's sizes: small, medium, large.
enum class LogoPlace { foot, masthead, cover };

/// The logo as a figure at the left of `room`, as tall and wide as the room allows and in the middle of its height.
///
/// nullopt if the brand has no logo for such a ground: a dark ground needs the brand's `dark` form.
/// Errors, each logo's once: those of picture::inspect and picture::load, at the logo's place in the brand file.
[[nodiscard]] std::optional<scene::Mark> logo_mark(Setting& s, LogoPlace place, const base::Color& ground,
                                                   const base::Rect& room);

/// The name that is set in letters where there is no logo: the brand's, else the publisher's. May be empty.
[[nodiscard]] const std::string& brand_name(const Setting& s);

/// Where the words of a wordmark and the square behind its last letter begin; points from where the line begins. On
/// mirrored pages a Latin name still ends at its right.
struct WordmarkPlaces {
    double words = 0, square = 0;
    double side = 0;   // of the square
    double width = 0;  // of both
};
[[nodiscard]] WordmarkPlaces wordmark_places(const Setting& s, double words, double size);

}  // namespace precis::layout
