// deck/text_edit.h: new words in a text that keeps its looks. Private to the room.
// Stage: a text body of the deck, and the same of a new build -> TEXT EDIT -> the body with new words.
// Words that stay keep their runs; a word that is replaced takes the look of the one it replaces.
// Errors: none.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "deck/package.h"
#include "deck/record.h"

namespace precis::deck {

/// Makes `body` say what `fresh` says. Paragraphs that only `fresh` has are copied from it.
void set_text(pugi::xml_node body, pugi::xml_node fresh, Adoption& adoption);

/// A number that a later build prints differently.
struct NumberChange {
    std::string value, before, after;
    bool found = false;  // and replaced: the words that print it are as they were written
};

/// Replaces, in a text that a person has reworded, the numbers that are still as they were written.
/// `entry`: of the text as it was written; its numbers become those that are now printed. `fresh`: the numbers of the
/// new build. Numbers that did not change are not among the changes.
std::vector<NumberChange> replace_numbers(pugi::xml_node body, ShapeRecord& entry, const std::vector<Number>& fresh);

}  // namespace precis::deck
