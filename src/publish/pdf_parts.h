// publish/pdf_parts.h: the parts that finish_pdf adds to a painted file, a function for each, and the small functions
// that build PDF objects. Private to publish.
// Stage: painted PDF and scene::Document -> PARTS -> finished PDF. QPDF throws on faults of the file; finish_pdf and
// finish_presenter catch.
#pragma once
#include <map>
#include <string_view>

#include "publish/publish.h"
#include "publish/qpdf.h"
#include "publish/structure.h"

namespace precis::publish {

/// The file while parts are added.
struct Draft {
    QPDF& pdf;
    std::vector<QPDFObjectHandle> pages;  // pairs with document.pages
    const scene::Document& document;
    diag::Diagnostics diagnostics;
};

/// Marks the objects of Cairo's own structure tree as free in the cross-reference table. Does nothing to a file that
/// does not look like Cairo's.
void forget_cairos_tree(std::string& file);

/// Makes artifacts of leaves without an owner, and removes Cairo's ActualText of ligatures and no-break spaces, which
/// complete_streams replaces.
/// Errors: internal_error if a page's leaves are not those of the walk.
void write_page_content(Draft& draft, const Structure& structure);

/// File specifications by the id of the exhibit whose data they hold.
using Attached = std::multimap<std::string_view, QPDFObjectHandle>;
/// Embeds the document's attachments: EmbeddedFiles, and AF of the catalog.
[[nodiscard]] Attached write_attachments(Draft& draft);

/// Writes StructTreeRoot, ParentTree and IDTree. annotations[i] belongs to structure.links[i]; null if its link was
/// left out.
void write_structure(Draft& draft, const Structure& structure, std::vector<QPDFObjectHandle>& annotations,
                     const Attached& attached);

/// Destinations [page /XYZ x y null] by the name of the anchor; the first page that has the name counts.
using Destinations = std::map<std::string_view, QPDFObjectHandle>;
[[nodiscard]] Destinations destinations_of(const Draft& draft);
/// Adds an annotation to the pages for each link.
/// Warnings: unknown_reference for an anchor that no page has.
[[nodiscard]] std::vector<QPDFObjectHandle> write_links(Draft& draft, const Structure& structure,
                                                        const Destinations& destinations);
/// Outline entries nest by their level.
void write_outline(Draft& draft, const Destinations& destinations);
void write_page_labels(Draft& draft);

/// Writes Info, XMP, language and viewer preferences. An encrypted file does not claim PDF/A.
void write_metadata(Draft& draft, const Finish& finish);
/// Writes transitions and durations of slides.
void write_slide_show(Draft& draft);
/// The bytes of the file, compressed, with an identifier that is a hash of its content.
/// Throws QPDF's errors, and std::runtime_error if the library for encryption is missing.
[[nodiscard]] std::string finished(QPDF& pdf, std::size_t pages, const Finish& finish);
/// Writes the output intent: sRGB, or the press.
void write_output_intent(Draft& draft, const Finish& finish);
/// Sets all colours of pages, groups and patterns in inks. Pictures in sRGB say so themselves, because the file's own
/// space is the press's.
/// Throws std::runtime_error if the profile is not one of four inks, or Little CMS is missing.
void write_print_colors(Draft& draft, const Print& print);
/// Adds what Cairo leaves out of its fonts: CIDToGIDMap, which is the identity, and the letters of ligatures in
/// ToUnicode. Compresses all streams that Cairo has stored without compression.
void complete_streams(Draft& draft);

/// Replaces a stream's content by the bytes, compressed: a page's with little effort, as they are many and large.
void set_page_content(QPDFObjectHandle stream, std::string_view bytes);
void set_content(QPDFObjectHandle stream, std::string_view bytes);
/// A stream of the bytes, compressed.
[[nodiscard]] QPDFObjectHandle new_stream(QPDF& pdf, std::string_view bytes);
/// Compresses a stream whose FlateDecode data are stored without compression.
void compress_stored(QPDFObjectHandle stream);

/// The ICC profile of sRGB, in a source file that the tool profile/write_profile.cpp writes during the build.
[[nodiscard]] std::string_view srgb_profile();

/// A dictionary with /Type, a text string, a name.
[[nodiscard]] QPDFObjectHandle dictionary(const char* type);
[[nodiscard]] QPDFObjectHandle text(const std::string& utf8);
[[nodiscard]] QPDFObjectHandle name(const std::string& word);
/// A number with at most two decimals; qpdf's own function depends on a stream's locale.
[[nodiscard]] QPDFObjectHandle real(double value);

/// "D:20260831000000Z" of an ISO 8601 day; empty for any other text.
[[nodiscard]] std::string pdf_date(std::string_view day);

/// The page's rectangle as [left bottom right top]: PDF measures y from the bottom, and from the bleed's outer edge.
[[nodiscard]] QPDFObjectHandle flipped(const base::Rect& rect, const scene::Page& page);
/// A point of the page, likewise.
[[nodiscard]] base::Point flipped(base::Point point, const scene::Page& page);
/// Writes TrimBox and BleedBox of pages that have a bleed; MediaBox is the painter's, with the bleed.
void write_page_boxes(Draft& draft);

}  // namespace precis::publish
