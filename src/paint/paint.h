// paint/paint.h: scene pages become bytes. A file per backend; none reads anything but the scene.
// Stage: (5) scene::Document -> PAINT -> bytes.
#pragma once
#include <string>

#include "diag/diagnostic.h"
#include "scene/scene.h"
#include "text/fonts.h"

namespace precis::paint {

/// A PDF by Cairo, its content in flat marked-content sequences: one `Span` per Mark that holds painted items of its
/// own, numbered from 0 on each page in order of painting (publish::finish_pdf builds the structure from the same
/// walk: see scene/marks.h). No structure tree, no links, no outline yet.
/// Errors: not_painted (an item with numbers that are not finite, or a face that the fonts lack).
[[nodiscard]] diag::Result<std::string> pdf(const scene::Document& document, const text::Fonts& fonts);

/// The same pages by libharu, to be shown: full screen, transitions and durations, a text annotation for each slide's
/// notes (publish::finish_presenter gives it its words).
/// Errors: not_painted; format_not_available if libharu is not installed.
[[nodiscard]] diag::Result<std::string> presenter_pdf(const scene::Document& document, const text::Fonts& fonts);

/// One page as PNG, with its resolution written (pHYs).
[[nodiscard]] diag::Result<std::string> png(const scene::Page& page, const text::Fonts& fonts, double dpi);

/// What a picture that stands alone says of itself.
struct SvgWords {
    std::string id;  // prefix of all ids in it: letters, digits, hyphens
    std::string title, description, language;
};
/// One page as SVG: text as text, hatches as patterns, links to addresses. Pictures are refused.
/// Errors: not_painted.
[[nodiscard]] diag::Result<std::string> svg(const scene::Page& page, const SvgWords& words);

/// What is wrong with the words of a page as it is painted: boxes of inked glyphs against each other, against the page
/// and its clips, and against the picture of all that is no text, under them or over them. Sizes, colours and marks
/// beneath are looked at in figures only.
/// Errors: label_collides, label_clipped, label_too_small, contrast_low; not_painted.
[[nodiscard]] diag::Diagnostics audit(const scene::Page& page, const text::Fonts& fonts, double min_size);

/// A PowerPoint file: native text, tables and charts from the marks' content; one slide a page.
/// Errors: not_painted.
[[nodiscard]] diag::Result<std::string> pptx(const scene::Document& document);

}  // namespace precis::paint
