// ooxml/sheets.h: slides, layouts and masters with their shapes, each with the placeholders that it takes after.
// Stage: package -> SHEETS -> rules, and templates. Units: points; boxes are those of the sheet, groups resolved.
// Source: ECMA-376 part 1, 19.3.1 (PresentationML) and 19.7.10 (placeholders).
#pragma once
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "ooxml/package.h"

namespace precis::ooxml {

struct Shape {
    pugi::xml_node node;               // p:sp, p:pic, p:graphicFrame, p:grpSp, p:cxnSp
    std::string name;                  // "Title 2"; of a nameless one "shape 7"
    std::string placeholder;           // its type, "body" if it states none; empty: it is no placeholder
    std::vector<pugi::xml_node> from;  // placeholders of layout and master that it takes after
    std::optional<base::Rect> box;     // nothing: no one says it
    bool hidden = false;
    int depth = 0;             // of groups around it
    std::string kind() const;  // "picture", "chart", "table", "group", "shape", "line", "object"

    pugi::xml_node text() const { return node.child("p:txBody"); }
    pugi::xml_node properties() const { return node.child("p:spPr"); }
};

struct Sheet {  // a slide, layout or master
    std::string part;
    pugi::xml_node root;
    std::vector<Shape> shapes;  // from the back to the front, groups before what is in them
};

/// The shapes of a part. `layout`, `master`: what its placeholders inherit from; nullptr: nothing.
[[nodiscard]] Sheet read_sheet(const Package& package, const std::string& part, const Sheet* layout,
                               const Sheet* master);

/// `p:nvSpPr`, `p:nvPicPr` … of a shape.
[[nodiscard]] pugi::xml_node about(pugi::xml_node node);
/// Its `p:ph`; null: it is no placeholder.
[[nodiscard]] pugi::xml_node placeholder_of(pugi::xml_node node);
[[nodiscard]] bool is_title(std::string_view type);

/// Whether the text of a shape or cell has a letter or sign.
[[nodiscard]] bool has_text(pugi::xml_node body);
/// The words of a text, with one space where space is.
[[nodiscard]] std::string words_of(pugi::xml_node body);

}  // namespace precis::ooxml
