// paint/cairo/picture_bytes.h: pixels as a PNG file, for painters that embed files.
// Private to paint.
#pragma once
#include <string>

#include "scene/items.h"

namespace precis::paint {

/// Empty if the pixels do not fill their width and height, or there is no memory for them.
[[nodiscard]] std::string png_of(const scene::Pixels& pixels);

}  // namespace precis::paint
