// layout/ground/find_exhibit.h: the exhibit behind an id. Inside the room.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::layout {

/// The first exhibit of that id, in reading order, in the sections and those inside them; nullptr if there is none.
[[nodiscard]] const doc::Exhibit* find_exhibit(const std::vector<doc::Section>& sections, const std::string& id);

}  // namespace precis::layout
