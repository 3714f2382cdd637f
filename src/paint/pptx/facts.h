// paint/pptx/facts.h: the facts behind a deck as a custom XML part, which survives editing in PowerPoint, so that
// programs can still read where the numbers come from. Private to paint/pptx.
#pragma once
#include "paint/pptx/package.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

/// Adds the part with `document.facts`; nothing if there are none.
void write_facts(Package& package, const scene::Document& document);

}  // namespace precis::paint::pptx_file
