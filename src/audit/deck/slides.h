// audit/deck/slides.h: the slides of a deck with their shapes, each with what it inherits. Private to audit.
// Stage: package -> SLIDES -> rules. Units: points; boxes are those of the slide, groups resolved.
#pragma once
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "audit/deck/package.h"
#include "audit/deck/theme.h"
#include "base/geometry.h"

namespace precis::audit {

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

struct Slide : Sheet {
    std::size_t number = 0;
    std::shared_ptr<const Sheet> layout, master;
    Theme theme;
};

struct Deck {
    std::string part;  // of the presentation
    pugi::xml_node root;
    double width = 720, height = 540;
    std::vector<Slide> slides;  // in the order of the show
};

/// Reads the deck, and puts the rules about its lists and ids. Nothing if the package is no presentation.
[[nodiscard]] std::optional<Deck> read_deck(const Package& package, Examination& at, std::string& why);

/// Whether the text of a shape or cell has a letter or sign.
[[nodiscard]] bool has_text(pugi::xml_node body);
/// The words of a text, with one space where space is.
[[nodiscard]] std::string words_of(pugi::xml_node body);

}  // namespace precis::audit
