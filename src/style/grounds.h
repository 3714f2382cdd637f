// style/grounds.h: further grounds of slides, with the colours and text styles of all that may stand on them.
// Stage: a layout whose slides have the backgrounds of a template -> GROUNDS -> the same layout, with styles
// NAME-style. Colours follow as for a brand's dark ground (style/derived_colors.h): what must be read has the layout's
// contrast.
#pragma once
#include <string>
#include <vector>

#include "style/layout.h"

namespace precis::style {

struct Ground {
    std::string name;
    base::Color color;  // most of what lies behind the words
    base::Color text;   // is kept if it can be read
};
/// Adds the colours `NAME-text`, `NAME-quiet` … and, for each style, `NAME-style` in them.
void add_ground(Layout& layout, const Ground& ground);

/// Adds smaller forms of a style, `NAME-fit-1` … : `least` is the last one's size.
void add_fits(Layout& layout, const std::string& name, double least);
/// The forms of a style from the largest on, which exist.
[[nodiscard]] std::vector<std::string> fits_of(const std::string& name);

/// All text styles, rows and paddings by the factor; no style gets smaller than `least`.
void scale_letters(Layout& layout, double factor, double least);

}  // namespace precis::style
