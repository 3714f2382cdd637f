// ooxml/theme.h: the colours and fonts of a deck's theme, and fills.
// Source: ECMA-376 part 1, 20.1.2.3 (colours and their transforms), 20.1.4 (themes), 19.3.1.6 (clrMap).
#pragma once
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/color.h"

namespace precis::ooxml {

/// A theme as one slide sees it.
struct Theme {
    std::map<std::string, base::Color, std::less<>> colors;     // dk1, lt1, accent1 …
    std::map<std::string, std::string, std::less<>> mapped;     // bg1 -> lt1 …: clrMap
    std::map<std::string, std::string, std::less<>> typefaces;  // "+mn-lt" -> Calibri …
    pugi::xml_node fills, backgrounds;                          // a:fillStyleLst, a:bgFillStyleLst
};

struct Fill {
    enum class Kind { none, solid, unknown };  // unknown: a gradient, picture or pattern
    Kind kind = Kind::none;
    base::Color color;
};

/// `root`: of a theme's part; `map`: a p:clrMap or a:overrideClrMapping.
[[nodiscard]] Theme read_theme(pugi::xml_node root, pugi::xml_node map);

/// The colour in an element as a:solidFill, transforms applied; `placeholder` is what phClr stands for.
[[nodiscard]] std::optional<base::Color> color_in(pugi::xml_node parent, const Theme& theme,
                                                  std::optional<base::Color> placeholder = {});

/// The fill that an element as p:spPr or a:tcPr states; nothing if it states none.
[[nodiscard]] std::optional<Fill> fill_in(pugi::xml_node properties, const Theme& theme,
                                          std::optional<base::Color> placeholder = {});
/// The fill of a reference into the theme: a:fillRef or p:bgRef.
[[nodiscard]] Fill referenced_fill(pugi::xml_node reference, const Theme& theme);

}  // namespace precis::ooxml
