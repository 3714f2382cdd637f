// paint/cairo/finite.h: whether all numbers of an item are finite: Cairo hangs or aborts on some that are not.
// Private to paint. Used by all painters before an item reaches a library.
#pragma once
#include <vector>

#include "scene/items.h"

namespace precis::paint {

[[nodiscard]] bool finite(const scene::GlyphRun& run);
[[nodiscard]] bool finite(const scene::Path& path);
[[nodiscard]] bool finite(const scene::Image& image);
/// The group's transform, clip and opacity; not its items.
[[nodiscard]] bool finite(const scene::Group& group);
/// Whether the dashes are none (a solid line), or none below 0 and one above.
[[nodiscard]] bool drawable_dash(const std::vector<double>& dash);

}  // namespace precis::paint
