// layout/parts/portrait.h: the photo of an author, cut to a disc or a square. Inside the room.
#pragma once
#include <optional>

#include "layout/ground/setting.h"

namespace precis::layout {

/// The author's photo as a figure with the author's name as its alternative text; without a photo, a disc or square
/// with initials on `ground`, as decoration. The middle of the picture is kept; of a tall one, its upper part. `at` is
/// a square. None if the picture cannot be read. Errors, at the photo's path: those of picture::load.
[[nodiscard]] std::optional<scene::Item> portrait(Setting& s, const doc::Author& author, style::Photos shape,
                                                  const base::Color& ground, const base::Rect& at);

}  // namespace precis::layout
