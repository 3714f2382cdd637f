// layout/parts/section_flow.h: sections as a band's flow: in columns, in blocks or in pairs. Inside the room.
#pragma once
#include <span>

#include "layout/parts/bands.h"

namespace precis::layout {

/// Appends sections to the band's flow as the part arranges them. `headed`: with their headings; else the caller has
/// set the heading of the one section.
///
/// Blocks need two text columns, pairs a frame of six grid columns; in a narrower frame the sections run in columns.
void add_sections(Setting& s, const style::PartRule& part, std::span<const doc::Section> sections, const Path& path,
                  bool headed, Band& band);

}  // namespace precis::layout
