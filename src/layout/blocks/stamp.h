// layout/blocks/stamp.h: a word in a frame over the words of a cell. Inside the room. Units: points.
#pragma once
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

/// The style of a stamp's words: that of its state.
[[nodiscard]] style::TextStyle stamp_style(const Setting& s, const doc::Stamp& stamp);

/// The width of a stamp with its frame.
[[nodiscard]] double stamp_width(Setting& s, const doc::Stamp& stamp);

/// Adds a stamp whose top left corner is at `corner`; returns its height with the air under it.
[[nodiscard]] double add_stamp(Setting& s, const doc::Stamp& stamp, base::Point corner,
                               std::vector<scene::Item>& items);

}  // namespace precis::layout
