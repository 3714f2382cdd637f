// layout/blocks/short_line.h: words of running heads and feet, which have one line. Inside the room. Units: points.
#pragma once
#include <optional>
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

/// The runs on one line of at most `width`: whole, or what fits of them with an ellipsis behind it.
///
/// Shortened words are a warning, label_dropped, once for the same words; `place` says where they are, as in “the
/// running head”. No value if the setter reports an error.
[[nodiscard]] std::optional<text::Line> short_line(Setting& s, const std::vector<text::Run>& runs, double width,
                                                   std::string_view place);

}  // namespace precis::layout
