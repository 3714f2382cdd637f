// audit/deck/slide_rules.h: the rules that are put to slides, a function for each concern. Private to audit.
#pragma once
#include <memory>

#include "audit/deck/examination.h"
#include "audit/deck/slides.h"

namespace precis::audit {

/// title_missing, title_repeated, alternative_missing.
void examine_access(const Deck& deck, Examination& at);
/// contrast, small_letters, font_lacking.
void examine_letters(const Deck& deck, Examination& at);
/// text_overflow; not applied if none of the fonts is installed.
void examine_overflow(const Deck& deck, const text::FontIndex& fonts, Examination& at);

/// A cell's text with its properties, a row and column of a table.
struct TableText {
    pugi::xml_node body, properties;  // a:txBody, a:tcPr
    std::size_t row = 0, column = 0;  // from 1
};
[[nodiscard]] std::vector<TableText> table_texts(const Shape& shape);
/// The source of a cell's text.
[[nodiscard]] TextSource cell_source(const Deck& deck, const Slide& slide, const Shape& table);

}  // namespace precis::audit
