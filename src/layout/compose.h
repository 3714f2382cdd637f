// layout/compose.h: a document becomes pages.
// Stage: (4) doc::Document × style::Layout -> LAYOUT -> scene::Document.
#pragma once
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "locale/locale.h"
#include "scene/scene.h"
#include "style/layout.h"
#include "text/setter.h"

namespace precis::layout {

/// Pages (or slides) with furniture, anchors and outline.
///
/// Page numbers in the text are settled by composing again, at most five times.
/// Errors: text_overflows, exhibit_too_tall, glyph_missing, face_missing. Warnings: line_overfull, label_dropped,
/// last_page_nearly_empty, title_too_long.
[[nodiscard]] diag::Result<scene::Document> compose(const doc::Document& document, const style::Layout& layout,
                                                    const locale::Locale& locale, text::Setter& setter);

}  // namespace precis::layout
