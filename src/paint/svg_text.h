// paint/svg_text.h: the parts of SVG that all drawings share: numbers, paths, hatches, glyphs that are pictures.
// Stage: scene items -> SVG TEXT -> svg.cpp and the web room, which name colours and texts in their own ways.
//
// Pure. Units: those of the items, with two decimals. Errors: none. Cost: linear in the steps and glyphs.
#pragma once
#include <string>
#include <vector>

#include "scene/items.h"
#include "text/fonts.h"

namespace precis::paint {

/// With two decimals at most, which is finer than any screen: "12.5", "3".
[[nodiscard]] std::string svg_number(double value);
/// The value of `d`: "M0 0L10 0.13Z".
[[nodiscard]] std::string svg_steps(const scene::Path& path);
/// The value of `stroke-dasharray`; empty for a line without gaps.
[[nodiscard]] std::string svg_dash(const scene::Stroke& stroke);
/// A key that equal hatches share.
[[nodiscard]] std::string svg_hatch_key(const scene::Hatch& hatch);
/// The pattern of that id; `line` and `ground` are the attributes that colour them: ` fill="#065874"`.
[[nodiscard]] std::string svg_hatch(const std::string& id, const scene::Hatch& hatch, const std::string& line,
                                    const std::string& ground);
/// The run's glyphs that are pictures (emoji), at their places.
[[nodiscard]] std::vector<scene::Image> pictures_of(const scene::GlyphRun& run, const text::Fonts& fonts);

}  // namespace precis::paint
