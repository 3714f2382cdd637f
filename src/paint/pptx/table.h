// paint/pptx/table.h: an editable table. Private to paint/pptx.
// Only text becomes cells: bars and small charts inside cells are drawn over the table, as shapes, by the caller.
// Source: ECMA-376-1:2016, 21.1.3 (DrawingML, tables).
#pragma once
#include "paint/pptx/slide.h"

namespace precis::paint::pptx_file {

/// Adds the table, `at` on the slide, to `tree`; columns and rows keep their proportions and fill the rectangle.
void write_table(SlideDraft& slide, pugi::xml_node tree, const scene::Mark& mark, const scene::TableData& table,
                 const base::Rect& at);

}  // namespace precis::paint::pptx_file
