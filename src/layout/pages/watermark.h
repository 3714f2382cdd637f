// layout/pages/watermark.h: a word across every page: "Draft". Inside the room.
#pragma once
#include "layout/ground/setting.h"

namespace precis::layout {

/// Puts the document's watermark on the grounds of each page, under everything else, from the lower left to the upper
/// right: so large that it stays inside the page, and so light that the layout's text keeps the contrast it needs. An
/// artifact to readers.
/// Errors: text_overflows at the watermark, if it would be smaller than running text on a page.
void add_watermark(Setting& s, std::vector<scene::Page>& pages);

/// Takes the watermark off the items of a page.
void remove_watermark(std::vector<scene::Item>& items);

}  // namespace precis::layout
