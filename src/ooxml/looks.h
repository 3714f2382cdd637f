// ooxml/looks.h: how the letters of a run and the lines of a paragraph look, with all that they inherit.
// Units: points. Source: ECMA-376 part 1, 21.1.2 (text), 19.7.10 (placeholders). In order: the run, the
// shape's list styles, those of its placeholders on layout and master, the master's text styles, the shape's style, the
// presentation's defaults.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ooxml/sheets.h"
#include "ooxml/theme.h"

namespace precis::ooxml {

/// Where the paragraphs of one text find what they do not say.
struct TextSource {
    const Theme* theme = nullptr;
    std::vector<pugi::xml_node> lists;  // a:lstStyle, p:titleStyle …, the nearest first
    pugi::xml_node style;               // p:style, between the master's and the presentation's
    std::size_t before_style = 0;       // number of `lists` that win against `style`
    bool styled_elsewhere = false;      // a table's style, which is not read, may say colours
};
/// `master`: the master's part; `presentation`: its p:defaultTextStyle stands behind all.
[[nodiscard]] TextSource text_source(const Theme& theme, pugi::xml_node master, pugi::xml_node presentation,
                                     const Shape& shape);

struct Look {
    double size = 18;
    bool bold = false, italic = false, capitals = false;
    bool raised = false;                // or lowered: drawn in two thirds of the size
    double tracking = 0;                // points
    std::string latin, asian, complex;  // families; empty: the theme names none
    std::optional<base::Color> color;   // nothing: a gradient, or it cannot be told
};
/// `properties`: of the run, an a:rPr or a:endParaRPr; may be null.
[[nodiscard]] Look look_of(const TextSource& from, pugi::xml_node paragraph, pugi::xml_node properties);

struct Spacing {
    double percent = 100, exact = 0;        // of a line; exact: points, if not 0
    double before_percent = 0, before = 0;  // percent: of the letters' size
    double after_percent = 0, after = 0;
    double left = 0, right = 0, indent = 0;
    bool bullet = false;
};
[[nodiscard]] Spacing spacing_of(const TextSource& from, pugi::xml_node paragraph);

/// An attribute of a:bodyPr, the shape's own or inherited; empty: none says it.
[[nodiscard]] std::string body_attribute(const Shape& shape, const char* name);
/// The element that says how text and box fit: a:normAutofit, a:spAutoFit, a:noAutofit; null: none.
[[nodiscard]] pugi::xml_node autofit_of(const Shape& shape);

}  // namespace precis::ooxml
