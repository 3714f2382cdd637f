// preview/regions.h: the parts of a page that can be clicked, and the author's text that each comes from. Inside the
// room.
// In: a page. Out: boxes in points, from the page's top left corner, in painting order; small ones after the large ones
// around them. Cost: linear in the items.
#pragma once
#include <string>
#include <vector>

#include "base/geometry.h"
#include "diag/print.h"
#include "json/writer.h"
#include "scene/scene.h"

namespace precis::preview {

struct Region {
    const scene::Mark* mark = nullptr;
    base::Affine transform;  // of its items
    base::Rect at;
    diag::Span span;      // of the mark, or of the one around it
    std::string exhibit;  // the id of the figure or table that it is, or is in
    bool own = false;     // the span is its own
};
[[nodiscard]] std::vector<Region> regions_of(const scene::Page& page);

/// A word for people: paragraph, heading, chart, table, cell, picture, note …
[[nodiscard]] std::string_view word_for(const scene::Mark& mark);

/// file and path, as members of an open object.
void write_place(const diag::Span& span, const diag::Folders& folders, json::Writer& out);
void write_box(const base::Rect& box, json::Writer& out);

}  // namespace precis::preview
