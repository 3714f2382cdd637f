// layout/outline.h: the outline (bookmarks) of a report. Inside the room.
#pragma once
#include <string>
#include <vector>

#include "layout/ground/setting.h"
#include "layout/parts/kept_bands.h"

namespace precis::layout {

/// What must be known of a band for the outline.
struct BandName {
    style::Part part = style::Part::title;
    std::string heading;
    std::string anchor;  // of its first piece
};
[[nodiscard]] std::vector<BandName> names_of(const std::vector<KeptBand>& kept);

/// An entry for each heading that has an anchor on a page, in the order of the bands: labels of parts, sections of all
/// levels, headings in texts. Sections of the body are at the outermost level, those of the appendix below its label.
[[nodiscard]] std::vector<scene::OutlineEntry> outline_of(const Setting& s, const std::vector<BandName>& bands,
                                                          const PageLabels& labels);

}  // namespace precis::layout
