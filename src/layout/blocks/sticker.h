// layout/blocks/sticker.h: a tag such as "Preliminary", in a dashed frame. Inside the room.
#pragma once
#include <string>
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

/// Points kept free between a tag and the words at its left.
inline constexpr double kBesideSticker = 8;

/// The width of a tag with its frame.
[[nodiscard]] double sticker_width(Setting& s, const std::string& words, const style::TextStyle& style);

/// The height of a tag with its frame.
[[nodiscard]] double sticker_height(const style::TextStyle& style);

/// Adds a tag whose top right corner is at `corner`: its frame as an artifact, its words as a paragraph.
void add_sticker(Setting& s, const std::string& words, const style::TextStyle& style, base::Point corner,
                 std::vector<scene::Item>& items);
/// The frame alone.
[[nodiscard]] scene::Item sticker_frame(const base::Rect& box, const base::Color& color);

/// Points between a tag's frame and its words: at the sides; above and below.
inline constexpr double kStickerPad = 3.5, kStickerRise = 1;

}  // namespace precis::layout
