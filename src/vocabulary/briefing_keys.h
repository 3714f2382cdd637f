// vocabulary/briefing_keys.h: the mappings of a briefing but those of exhibits (exhibit_keys.h).
// Rows and their sentences are in briefing_keys.cpp; `briefing` is the root.
#pragma once
#include "vocabulary/key.h"

namespace precis::vocabulary::keys {

extern const Mapping briefing, translation, section, aside, slide, slide_column, column_point, alert;
extern const Mapping text_item, finding, recommendation, watch_item, key_figure, named_value;
extern const Mapping output, encryption, page_range, audience, depth, author, glossary_entry, large_figure;

}  // namespace precis::vocabulary::keys
