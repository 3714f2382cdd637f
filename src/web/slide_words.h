// web/slide_words.h: a slide as text that flows, for phones: there its drawing would be too small to read.
// Inside the room.
//
// In: a composed slide. Out: markup: its paragraphs, tables and charts in their reading order. The headline is left
// out where it is the section's heading, and so is what pages repeat. Numbers that count entries, and signs, stand
// before the words that they belong to. Errors: those of chart::draw.
#pragma once
#include "web/writing.h"

namespace precis::web {

/// `counted`: the last number of the entries so far, for lists that go on over slides.
void slide_words(Writing& w, html::Writer& out, const scene::Page& slide, const std::string& id,
                 const std::string& title, int& counted);

}  // namespace precis::web
