// layout/ground/link_words.h: what a link leads to, for those who can't see where it stands.
// Inside the room.
#pragma once
#include <string>

#include "layout/ground/setting.h"

namespace precis::layout {

/// "Source 2: Futurum Group, …", "Figure 3: More plan to spend …", a section's title; of an address, the link's own
/// words. Long ones are cut.
[[nodiscard]] std::string link_words(Setting& s, const scene::Link& link);

}  // namespace precis::layout
