// deck/shape_edit.h: drawn shapes, groups and pictures of a new build in the place of those of a deck. Private to the
// room. Whoever was moved or scaled stays so. Errors: none.
#pragma once
#include <pugixml.hpp>
#include <vector>

#include "deck/change.h"
#include "deck/package.h"
#include "deck/record.h"

namespace precis::deck {

/// A shape, its entry, and the slide's part.
struct ShapeSide {
    Package& package;
    std::string part;
    pugi::xml_node node;
    const ShapeRecord& entry;
    bool rewritten = false;  // LibreOffice has written the deck anew
};

/// Gives the shape the place of the fresh one, if it is where it was written.
void take_place(pugi::xml_node shape, const ShapeRecord& now, const ShapeRecord& written, pugi::xml_node fresh);

/// Replaces what is in a group, but for a chart in it, which takes the new data and keeps its looks. `now`: the group
/// as it is in the deck. Returns the chart's changes.
std::vector<Change> replace_group(const ShapeSide& group, const ShapeRecord& now, const ShapeSide& fresh,
                                  Adoption& adoption);
/// Replaces outline, fill and place of a drawn shape.
void replace_drawing(pugi::xml_node shape, pugi::xml_node fresh);
/// Replaces the picture; its place, crop and effects stay.
void replace_picture(pugi::xml_node picture, pugi::xml_node fresh, Adoption& adoption);

}  // namespace precis::deck
