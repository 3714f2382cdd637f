// paint/pptx/record.h: the record of what a deck's slides say, as a custom XML part, so that `precis refresh` can tell
// later what people have edited. Private to paint/pptx.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "deck/record.h"
#include "paint/pptx/slide.h"

namespace precis::paint::pptx_file {

/// The entries of the shapes of a finished slide. Charts and pictures are read from the package.
[[nodiscard]] deck::SlideRecord recorded(const SlideDraft& slide, pugi::xml_node tree, const scene::Page& page);
/// Adds the part, related to the presentation.
void write_record(Package& package, const scene::Document& document, std::vector<deck::SlideRecord> slides);

}  // namespace precis::paint::pptx_file
