// vocabulary/layout_keys.h: the mappings of a layout. Rows and their sentences are in layout_keys.cpp.
#pragma once
#include "vocabulary/key.h"

namespace precis::vocabulary::keys {

extern const Mapping layout, page, page_size, margins, grid;
extern const Mapping masters, master, frame, part_rule, slide_kind, slot, slide_show, running_head, furniture;
extern const Mapping text_style, word_space, letter_space, letter_width, chart_theme, table_theme, limits, tighten;

}  // namespace precis::vocabulary::keys
