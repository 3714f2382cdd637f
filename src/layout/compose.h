// layout/compose.h: a document becomes pages or slides.
// Stage: (4) doc::Document × style::Layout -> LAYOUT -> scene::Document.
//
// In: a bound document, a resolved layout, the document's language, and a text setter with the layout's fonts loaded.
// Out: pages with furniture, anchors, outline and metadata; on slides also a native form of each text, table and chart,
// and the deck's theme. Units: points, origin at the page's top left, y down.
//
// Pages are composed in rounds, because page numbers in the text and in the contents are known only afterwards: again
// until the numbers that the text names no longer change, at most five times. A round makes again only the parts that
// name page numbers. Pages of sections in blocks or pairs are chosen together (docs/design/pages.md); all else is
// filled by first fit. A paragraph's lines are chosen by the setter for the whole paragraph.
//
// Errors come with the pages as far as they could be made:
// - text: glyph_missing, face_missing, line_overfull, text_overflows of the watermark, and on slides text_overflows,
//   headline_too_long;
// - exhibits: exhibit_too_tall, and what chart::draw and picture::load report;
// - the layout's fault: contrast_low, and on slides key_conflict, unknown_name.
// Warnings: title_too_long, label_dropped, line_alone, last_page_nearly_empty, section_without_slide, pages_unsettled.
#pragma once
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "locale/locale.h"
#include "scene/scene.h"
#include "style/layout.h"
#include "text/setter.h"

namespace precis::layout {

/// The pages of a document, or its slides if the layout's medium is slides.
[[nodiscard]] diag::Result<scene::Document> compose(const doc::Document& document, const style::Layout& layout,
                                                    const locale::Locale& locale, text::Setter& setter);

/// The slides of a composed deck on paper, with their notes. The document, layout and setter are those of the deck.
/// Errors: those of compose for text.
[[nodiscard]] diag::Result<scene::Document> handout(const scene::Document& deck, const doc::Document& document,
                                                    const style::Layout& layout, const locale::Locale& locale,
                                                    text::Setter& setter);

}  // namespace precis::layout
