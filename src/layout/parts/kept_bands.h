// layout/parts/kept_bands.h: all bands of a document, kept from one round of composition to the next. Inside the room.
//
// Page numbers in the text are known only after the pages are made, so a document is composed in rounds. A band is made
// in the first round; a later round makes again only the bands whose text names page numbers.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "layout/parts/bands.h"

namespace precis::layout {

/// The band of one part, or of one chapter if each chapter begins a page.
struct KeptBand {
    Band band;
    bool shown = false;           // false: the part has no content
    bool names_pages = false;     // its text names a page number
    std::set<std::string> named;  // the anchors and families of anchors whose pages it names
    diag::Diagnostics diagnostics;
};

/// Makes the bands that `kept` lacks, and again those that name page numbers, in the order of the layout's parts.
///
/// `fill`: points that the exhibits of a part arranged to fill have beyond the layout's height; negative: less.
void update_bands(Setting& s, double fill, std::vector<KeptBand>& kept);

/// The bands that are shown, moved out of `kept`.
[[nodiscard]] std::vector<Band> take_bands(std::vector<KeptBand>& kept);

/// The bands that are shown, copied without their items: heights, breaks and anchors, enough to place them on pages.
[[nodiscard]] std::vector<Band> copy_without_items(const std::vector<KeptBand>& kept);

}  // namespace precis::layout
