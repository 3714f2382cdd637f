// deck/one_shape.h: one shape of an edited deck takes what the new build says there. Private to the room.
// Unchanged since it was written: it takes the new content. Changed by hand: a number in a text is replaced where its
// words are intact; all else is left, and said. Errors: none.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "deck/change.h"
#include "deck/package.h"
#include "deck/record.h"

namespace precis::deck {

inline constexpr double kUnit = 360;  // EMU in a unit of Box

/// A shape of the deck with all that is known of it.
struct ShapeInHand {
    const std::string& part;  // of its slide, or notes page
    pugi::xml_node node;
    const ShapeRecord& now;         // as it is in the deck
    const ShapeRecord& was;         // as it was written
    const ShapeRecord& later;       // in the new build
    const std::string& fresh_part;  // of the slide, or notes page, of the new build
    pugi::xml_node fresh;
    ShapeRecord& entry;  // as it is written from now on; begins as `was`
};

struct Decks {
    Package &deck, &fresh;
    bool rewritten = false;  // LibreOffice has written every part of the deck anew
};

/// The changes, without slide and shape; none: nothing new was to be said.
[[nodiscard]] std::vector<Change> refresh_shape(const Decks& decks, const ShapeInHand& shape);
[[nodiscard]] std::vector<Change> refresh_notes(const Decks& decks, const ShapeInHand& shape);

/// Moves a shape by units of Box.
void shift(pugi::xml_node shape, int x, int y);

}  // namespace precis::deck
