// paint/pptx/shape.h: items without native content as shapes: free forms, text boxes of one line, pictures, areas to
// click. Private to paint/pptx.
// `by` maps the item's coordinates to the slide's; `opacity` is that of the groups around the item.
// Errors, in `slide.diagnostics`: not_painted for numbers that are not finite.
#pragma once
#include <string>

#include "paint/pptx/slide.h"

namespace precis::paint::pptx_file {

void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Path& path, const base::Affine& by,
                 double opacity);
void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::GlyphRun& run, const base::Affine& by,
                 double opacity);
void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Image& image, const base::Affine& by,
                 const std::string& description);
/// Adds nothing if the link's anchor is on no slide.
void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Link& link, const base::Affine& by);

}  // namespace precis::paint::pptx_file
