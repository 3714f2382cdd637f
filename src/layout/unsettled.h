// layout/unsettled.h: page numbers that the text names and that are not those of the pages. Inside the room.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

/// An anchor with the page that the text names and the page that it is on; "0" where it is on none.
struct Moved {
    std::string anchor, printed, placed;
    bool operator==(const Moved&) const = default;
};

/// Those of the named anchors, and of the anchors in named families (PageLookup::family), that have moved.
[[nodiscard]] std::vector<Moved> unsettled(const std::set<std::string>& named, const PageLabels& printed,
                                           const PageLabels& placed);

/// Warns of them (pages_unsettled), at the section or exhibit that the first of them is.
void warn_of_unsettled(Setting& s, const std::set<std::string>& named, const PageLabels& printed,
                       const PageLabels& placed);

}  // namespace precis::layout
