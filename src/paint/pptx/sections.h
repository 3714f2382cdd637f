// paint/pptx/sections.h: the deck's sections, which PowerPoint shows in its overview. Private to paint/pptx.
// Stage: outline of the document -> SECTIONS -> extension of presentation.xml.
// Source: [MS-PPTX], 2.5.1 (sectionLst); ECMA-376-1:2016, 19.2.1.12 (extLst).
#pragma once
#include "paint/pptx/package.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

/// Appends the list to `presentation`, whose slides have the ids from `first_id` on. Nothing for a deck with fewer than
/// two sections.
void write_sections(pugi::xml_node presentation, const scene::Document& document, int first_id);

}  // namespace precis::paint::pptx_file
