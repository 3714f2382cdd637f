// paint/pptx/text.h: editable text: paragraphs and runs of DrawingML, slide numbers, links. Private to paint/pptx.
// Source: ECMA-376-1:2016, 21.1.2 (DrawingML, text).
#pragma once
#include <string>
#include <vector>

#include "paint/pptx/slide.h"

namespace precis::paint::pptx_file {

/// A text body (`<p:txBody>` or `<a:txBody>`, by `name`) with the paragraphs; a body needs one, so none gives an empty
/// one.
void write_text(SlideDraft& slide, pugi::xml_node parent, const char* name,
                const std::vector<scene::TextParagraph>& paragraphs);
/// A text body with a slide number that the program keeps up to date.
void write_number_field(SlideDraft& slide, pugi::xml_node parent, const scene::TextParagraph& paragraph);
/// The text with spaces that readers' fonts have, as it is written.
[[nodiscard]] std::string common_spaces(std::string text);
/// `<a:hlinkClick>` to an address or to the slide of an `#anchor`. False, with the warning unknown_reference, if no
/// slide has the anchor.
bool write_link(SlideDraft& slide, pugi::xml_node parent, const std::string& target);

}  // namespace precis::paint::pptx_file
