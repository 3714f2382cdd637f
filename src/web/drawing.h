// web/drawing.h: scene items as inline SVG, whose colours are CSS variables and whose text is text. Inside the room.
//
// In: items with their size in points. Out: an `svg` element; its colours and looks are classes that Palette and
// Typefaces write into the style sheet. Links to addresses are kept, and links to places of the document.
// Errors: not_painted for a length that is not finite.
#pragma once
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "scene/scene.h"
#include "web/palette.h"
#include "web/typefaces.h"

namespace precis::web {

struct Look {
    Palette& palette;
    Typefaces& typefaces;
    const text::Fonts& fonts;
};

struct Svg {
    std::string id;                       // prefix of ids inside; unique in the file
    std::string classes;                  // of the element
    double scale = 1;                     // CSS pixels a point
    std::string label;                    // for screen readers; empty: hidden from them
    bool readable = false;                // its text is read as text: a slide
    std::vector<std::string> about = {};  // further attributes, written
};

[[nodiscard]] std::string svg_of(const std::vector<scene::Item>& items, base::Size size, const Svg& about, Look look,
                                 diag::Diagnostics& diagnostics);

/// The file of a picture as a data: address; empty if its pixels do not fill its size.
[[nodiscard]] std::string data_address(const scene::Pixels& pixels);

/// Whether the text has letters that run from right to left.
[[nodiscard]] bool runs_leftwards(std::string_view text);

/// The name of an anchor as an id of the file: "fig:growth" is "fig-growth".
[[nodiscard]] std::string id_of(std::string_view anchor);

}  // namespace precis::web
