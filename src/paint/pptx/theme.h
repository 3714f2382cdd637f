// paint/pptx/theme.h: the theme of the file: twelve colours, two font families, and the format scheme, which the schema
// requires. Private to paint/pptx. Missing colours are filled from the program's own palette.
// Source: ECMA-376-1:2016, 20.1.6 (DrawingML, styles).
#pragma once
#include <string>

#include "paint/pptx/package.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

/// Adds the theme as the part `path`: slides and notes each have one.
void write_theme(Package& package, const std::string& path, const scene::Theme& from);
/// `<p:clrMap>`: which colours of the theme are background and text.
void color_map(pugi::xml_node master);

}  // namespace precis::paint::pptx_file
