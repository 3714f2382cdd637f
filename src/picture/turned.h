// picture/turned.h: pixels stood upright and made smaller; EXIF's orientation. Private to picture.
#pragma once
#include <string_view>

#include "scene/items.h"

namespace precis::picture {

/// The orientation in a block of EXIF data (a TIFF header and its first directory): 1 … 8; 1 if it names none.
[[nodiscard]] int orientation_of(std::string_view exif);
/// Whether width and height change places.
[[nodiscard]] constexpr bool lies_on_its_side(int orientation) {
    return orientation >= 5;
}
[[nodiscard]] scene::Pixels upright(scene::Pixels pixels, int orientation);
/// The means of the areas that the new pixels cover. Never larger than it was.
[[nodiscard]] scene::Pixels scaled_down(const scene::Pixels& pixels, int width, int height);
/// The rectangle of that size at (left, top), which lies inside.
[[nodiscard]] scene::Pixels part_of(const scene::Pixels& pixels, int left, int top, int width, int height);
[[nodiscard]] bool opaque(const scene::Pixels& pixels);

}  // namespace precis::picture
