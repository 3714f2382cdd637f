// paint/pptx/frame.h: the parts around the slides: presentation, properties, theme, master, layouts, notes master.
// Private to paint/pptx.
// Source: ECMA-376-1:2016, 19.2 (PresentationML, presentation) and 22.2 (extended properties).
#pragma once
#include <string>
#include <vector>

#include "paint/pptx/package.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

/// Adds all of them. `kinds` is kinds_of(document); `theme` the document's, its families filled in.
void write_frame(Package& package, const scene::Document& document, const scene::Theme& theme,
                 const std::vector<std::string>& kinds);

/// The document's properties, of the package.
void write_properties(Package& package, const scene::Metadata& metadata);

/// The content type of a presentation's part: "slideLayout" …
[[nodiscard]] std::string presentation_type(const char* part);
/// `<p:cSld>` with an empty shape tree, and the theme's background if `ground`; returns the tree.
pugi::xml_node empty_tree(pugi::xml_node parent, bool ground);

}  // namespace precis::paint::pptx_file
