// layout/ground/use_link.h: places in running text that index and glossary lead to, on their way to the page. Inside
// the room.
//
// A run's link carries them behind the link's own target, so that the text setter says where its words are. They leave
// the text again as anchors: those of a band's pieces for each round of composition (find_uses), and none of their
// links stay on finished pages (drop_uses).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scene/scene.h"

namespace precis::layout {

/// Between a link's target, which may be empty, and the anchors of its words.
inline constexpr char kUse = '\x1e';

/// The target without the anchors, and the anchors, with a space between two.
[[nodiscard]] std::string_view target_of(std::string_view link);
[[nodiscard]] std::string_view uses_of(std::string_view link);

/// True for the anchor of words in a text: a use, or the mark of a footnote.
[[nodiscard]] bool is_place(std::string_view anchor);

/// The beginning of the anchor of a footnote's mark.
inline constexpr std::string_view kNoteMark = "note-mark:";

/// Appends an anchor for each use among the items, where its first words are.
void find_uses(const std::vector<scene::Item>& items, std::vector<scene::Anchor>& anchors);

/// Removes the links that carry nothing but uses.
void drop_uses(std::vector<scene::Item>& items);

}  // namespace precis::layout
