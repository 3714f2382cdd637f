// layout/ground/link_words.h: descriptions of links for screen readers, which read them in place of the linked words.
// Inside the room.
#pragma once
#include <string>

#include "layout/ground/setting.h"

namespace precis::layout {

/// The description of a link: "Source 2: Futurum Group, …", "Figure 3: More plan to spend …" or a section's title.
///
/// A link to an address keeps its own description. Descriptions of more than 120 bytes are cut at a space.
/// The first call describes all targets of the document; later calls look one up.
[[nodiscard]] std::string link_words(Setting& s, const scene::Link& link);

}  // namespace precis::layout
