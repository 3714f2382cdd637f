// paint/paint.h: scene pages become bytes, a function for each format.
// Stage: (5) scene::Document -> PAINT -> bytes, which publish finishes or writes.
//
// In: pages and, for formats with glyphs, the fonts that the pages were set in. A painter reads nothing but the scene.
// Out: the bytes of a file; the same scene gives the same bytes.
// Units: scene coordinates are points with y down; painters convert them.
// Errors: not_painted if an item cannot be drawn (a number that is not finite, a missing face, an impossible size), at
// the place of the innermost mark around it where the painter knows it; format_not_available if a library that is
// loaded at first use is not installed. After an error no bytes come back: a painter never leaves an item out silently.
// Cost: linear in the items; audit() paints the page twice and compares neighbouring texts,
// audit_doubts() only where geometry leaves a doubt.
#pragma once
#include <map>
#include <string>

#include "diag/diagnostic.h"
#include "scene/scene.h"
#include "text/fonts.h"

namespace precis::ooxml {
struct DeckTemplate;
}

namespace precis::paint {

/// A PDF by Cairo. Each leaf of scene::walk is a marked-content sequence `Span`, numbered from 0 on each page;
/// publish::finish_pdf adds structure, links, outline and metadata by the same walk.
/// Errors: not_painted, also for a page above 14,400 points.
[[nodiscard]] diag::Result<std::string> pdf(const scene::Document& document, const text::Fonts& fonts);

/// The same pages by libharu, for presenting: full screen, transitions and durations, and an empty text annotation on
/// each slide with notes, which publish::finish_presenter fills.
/// Errors: not_painted; format_not_available (libharu).
[[nodiscard]] diag::Result<std::string> presenter_pdf(const scene::Document& document, const text::Fonts& fonts);

/// One page as a PNG on white, at `dpi` pixels an inch, which the file states (pHYs).
/// Errors: not_painted, also for sides of more than 20,000 pixels.
[[nodiscard]] diag::Result<std::string> png(const scene::Page& page, const text::Fonts& fonts, double dpi);

/// The texts of an SVG.
struct SvgWords {
    std::string id;  // prefix of all ids in the file: letters, digits, hyphens
    std::string title, description, language;
};
/// One exhibit as an SVG on white: text as text, stretched to its set width where fonts differ; hatches as patterns;
/// pictures as embedded PNGs; links to addresses. Links to anchors are left out.
/// Errors: not_painted.
/// `fonts` give the pictures of emoji; nullptr: they are text in the reader's font.
[[nodiscard]] diag::Result<std::string> svg(const scene::Page& page, const SvgWords& words,
                                            const text::Fonts* fonts = nullptr);

/// The file of each anchor's page.
using SvgPlaces = std::map<std::string, std::string>;
/// A page of a document that has a file for each page.
struct SvgPage {
    std::string title, language;
    std::string file;         // of this page
    const SvgPlaces& places;  // where links between pages lead
};
/// The page as an SVG, likewise, but each word at its own place, so that justified lines stay even, and with links
/// between the pages' files. Figures have their alternative texts.
/// Errors: not_painted. Warnings: unknown_reference for a link to an anchor that no page has.
[[nodiscard]] diag::Result<std::string> svg_page(const scene::Page& page, const SvgPage& about,
                                                 const text::Fonts* fonts = nullptr);

/// Faults of a page's text as it is painted. The ink boxes of texts are compared with each other, with the page and its
/// clips, and with the painted pixels of all other items, beneath and above. Inside figures, also the size of text (at
/// least `min_size` points), its contrast, and marks that run through it.
/// Errors: label_collides, label_clipped, label_too_small, contrast_low; not_painted.
/// Source: WCAG 2.1, 1.4.3 (contrast of 4.5, of 3 for large text).
[[nodiscard]] diag::Diagnostics audit(const scene::Page& page, const text::Fonts& fonts, double min_size);

/// The words of a page that are cut off, hidden, over each other or, in a figure, crossed by a mark: what audit() finds
/// of these, but only pages whose geometry leaves a doubt are painted.
/// Errors: label_collides, label_clipped.
[[nodiscard]] diag::Diagnostics audit_doubts(const scene::Page& page, const text::Fonts& fonts);

/// A PowerPoint file with a slide for each page: native text, tables and charts from the marks' content, shapes for the
/// rest, speaker notes, and a layout for each kind of slide.
/// Errors: not_painted, also if slides differ in size; format_not_available (libzip, libxlsxwriter). Warnings:
/// not_painted (a transition that PowerPoint lacks), unknown_reference.
/// `into`: the template whose package the slides are written into; its masters, layouts, themes and media stay byte for
/// byte, and forms of the theme that name a `part` are its layouts.
[[nodiscard]] diag::Result<std::string> pptx(const scene::Document& document,
                                             const ooxml::DeckTemplate* into = nullptr);

}  // namespace precis::paint
