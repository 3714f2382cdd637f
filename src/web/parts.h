// web/parts.h: the parts of a document, in the order of the edition. Inside the room.
// In: the state of an edition. Out: markup of its top (title to actions), of its article, and what the contents list.
#pragma once
#include <string>
#include <vector>

#include "web/writing.h"

namespace precis::web {

/// An entry of the contents that follow the reader.
struct Entry {
    std::string id, title;
    int level = 1;
};

struct Pieces {
    std::string masthead, top, article, footer;
    std::vector<Entry> contents;
};

[[nodiscard]] Pieces pieces_of(Writing& w);

/// The word over a part: the layout's label, else the language's.
[[nodiscard]] std::string label_of(const Writing& w, vocabulary::Part part, std::string_view key);
/// The layout's rule of a part that the document has; nullptr if either lacks it.
[[nodiscard]] const style::PartRule* rule_of(const Writing& w, vocabulary::Part part);

void section(Writing& w, html::Writer& out, const doc::Section& section, int level);

}  // namespace precis::web
