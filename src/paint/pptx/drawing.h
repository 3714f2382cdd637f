// paint/pptx/drawing.h: the elements of DrawingML that every part of the file uses: lengths, colours, fills, frames,
// typefaces. Private to paint/pptx. Lengths come in points and are written in EMU (English Metric Units, 12,700 a
// point). Functions append to the element they are given; the caller keeps the schema's order of elements.
// Source: ECMA-376-1:2016, 20.1 (DrawingML, main).
#pragma once
#include <string>

#include "base/color.h"
#include "base/geometry.h"
#include "paint/pptx/package.h"
#include "scene/items.h"

namespace precis::paint::pptx_file {

/// A length in EMU; beyond 100,000 points it is cut to that.
[[nodiscard]] std::string emu(double points);
/// RRGGBB.
[[nodiscard]] std::string hex(const base::Color& color);
/// `<a:solidFill>`; with `<a:alpha>` if the colour's alpha times `opacity` is below 1.
void solid_fill(pugi::xml_node parent, const base::Color& color, double opacity = 1);
/// `<a:pattFill>`: of the format's preset patterns, the one most like the hatch; its gap and width are not kept.
void pattern_fill(pugi::xml_node parent, const scene::Hatch& hatch);
/// `<a:off/><a:ext/>` in an element called `name`.
pugi::xml_node placed(pugi::xml_node parent, const char* name, const base::Rect& at);
/// The path with its points mapped by `by`; fill and stroke stay as they are.
[[nodiscard]] scene::Path transformed(scene::Path path, const base::Affine& by);
/// The family as readers have it: Calibri for Carlito, which has its metrics.
[[nodiscard]] std::string family_named(const std::string& family);
/// The Latin, East Asian and complex typeface, set on every run: not all programs apply the theme's.
void typeface(pugi::xml_node run_properties, const std::string& family, const std::string& east_asian = {},
              const std::string& complex = {});

}  // namespace precis::paint::pptx_file
