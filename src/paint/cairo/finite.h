// paint/cairo/finite.h: whether an item's numbers are numbers. Cairo hangs or aborts on some that are not.
// Private to paint.
#pragma once
#include <vector>

#include "scene/items.h"

namespace precis::paint {

[[nodiscard]] bool finite(const scene::GlyphRun& run);
[[nodiscard]] bool finite(const scene::Path& path);
[[nodiscard]] bool finite(const scene::Image& image);
/// The group's own numbers, not its items'.
[[nodiscard]] bool finite(const scene::Group& group);
/// Empty (solid), or no dash below 0 and one above.
[[nodiscard]] bool drawable_dash(const std::vector<double>& dash);

}  // namespace precis::paint
