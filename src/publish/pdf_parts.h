// publish/pdf_parts.h: the parts that finish_pdf adds to a painted file, each by a function of its own.
// Private to publish. QPDF throws; finish_pdf catches.
#pragma once
#include <map>
#include <string_view>

#include "publish/qpdf.h"
#include "publish/structure.h"

namespace precis::publish {

/// What all parts work on.
struct Draft {
    QPDF& pdf;
    std::vector<QPDFObjectHandle> pages;  // pairs with document.pages
    const scene::Document& document;
    diag::Diagnostics found;
};

/// Strikes the structure tree that Cairo wrote off the file's table of objects; a file that is not as Cairo writes it
/// stays.
void forget_cairos_tree(std::string& file);

/// Leaves that nobody owns become artifacts in the pages' content; ligatures and no-break spaces are spelt by the font.
/// Errors: internal_error if a page's leaves are not those of the walk.
void write_page_content(Draft& draft, const Structure& structure);

/// The files inside, by the id of the exhibit whose data they hold.
using Attached = std::multimap<std::string_view, QPDFObjectHandle>;
/// EmbeddedFiles and the catalog's associated files.
[[nodiscard]] Attached write_attachments(Draft& draft);

/// StructTreeRoot, ParentTree, IDTree; annotations[i] belongs to structure.links[i] (null where there is none).
void write_structure(Draft& draft, const Structure& structure, std::vector<QPDFObjectHandle>& annotations,
                     const Attached& attached);

/// Where an anchor stands: [page /XYZ x y null], by the anchor's name; the first of several.
using Destinations = std::map<std::string_view, QPDFObjectHandle>;
[[nodiscard]] Destinations destinations_of(const Draft& draft);
/// Annotations on the pages, one a link. Warnings: unknown_reference for an anchor that no page has.
[[nodiscard]] std::vector<QPDFObjectHandle> write_links(Draft& draft, const Structure& structure,
                                                        const Destinations& destinations);
/// Outline entries nest by their level.
void write_outline(Draft& draft, const Destinations& destinations);
void write_page_labels(Draft& draft);

/// Info, XMP, language, viewer preferences.
void write_metadata(Draft& draft);
/// Transitions and durations of slides.
void write_slide_show(Draft& draft);
/// The file's bytes, compressed and with an id made of what it holds.
[[nodiscard]] std::string finished(QPDF& pdf, std::size_t pages);
/// An sRGB output intent.
void write_output_intent(Draft& draft);
/// What Cairo leaves out of its fonts: the map from characters to glyphs, which is the identity, and the letters of
/// ligatures.
void complete_fonts(Draft& draft);

/// The ICC profile of sRGB; defined by a file that the build writes (profile/write_profile.cpp).
[[nodiscard]] std::string_view srgb_profile();

/// A dictionary with /Type, and a text string.
[[nodiscard]] QPDFObjectHandle dictionary(const char* type);
[[nodiscard]] QPDFObjectHandle text(const std::string& utf8);
[[nodiscard]] QPDFObjectHandle name(const std::string& word);
/// To two decimals; qpdf's own goes through a stream and its locale.
[[nodiscard]] QPDFObjectHandle real(double value);

/// "D:20260831000000Z"; empty for what is no day.
[[nodiscard]] std::string pdf_date(std::string_view day);

/// [left bottom right top] on a page of that height, which PDF measures from below.
[[nodiscard]] QPDFObjectHandle flipped(const base::Rect& rect, double page_height);

}  // namespace precis::publish
