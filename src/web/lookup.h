// web/lookup.h: what readers look up: sources, notes, terms, index, exhibits, people; head and foot of the page.
// Inside the room.
#pragma once
#include <string>

#include "web/writing.h"

namespace precis::web {

/// Each source with the way back to the places that cite it, and the figures that rest on it. The last part to be
/// written, because it counts the citations of all others.
void sources(Writing& w, html::Writer& out);
void footnotes(Writing& w, html::Writer& out);
void glossary(Writing& w, html::Writer& out);
void index(Writing& w, html::Writer& out);
void list_exhibits(Writing& w, html::Writer& out);
void people(Writing& w, html::Writer& out);
[[nodiscard]] std::string masthead(Writing& w);
[[nodiscard]] std::string footer(Writing& w);

}  // namespace precis::web
