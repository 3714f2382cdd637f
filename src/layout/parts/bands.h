// layout/parts/bands.h: each part of a document as a band of the page. Inside the room.
//
// In: a part's rule (frame, arrangement, styles) and its contents in the document. Out: a band, which is rows over the
// page's width (a title, tiles, findings), or a flow through text columns (sections), or both. Pages are not known yet:
// layout/pages places the rows and breaks the flow.
//
// x of rows counts from the page's left edge, x of a flow from its text column; y from each piece's top; points.
// An absent part leaves its band empty. Errors and warnings go to the setting: those of layout/blocks and, from
// contrast.h, contrast_low.
//
// Files: bands.cpp (label, prose, sources, sections), front_bands.cpp (masthead, title, summary, key figures),
// item_bands.cpp (items, things to watch), ledger_band.cpp, people_bands.cpp (glossary, authors), tiles_band.cpp, exhibit_bands.cpp
// (exhibits, running sources), cover_band.cpp, contents_band.cpp, chapter_band.cpp, chapter_rows.cpp, section_flow.cpp
// and section_pairs.cpp. kept_bands.h makes the bands of a document.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layout/blocks/blocks.h"
#include "layout/ground/grid.h"

namespace precis::layout {

/// Points over and under the rows on a ground; docs/design/looks.md#pages.
inline constexpr double kBandPadding = 14;

struct Band {
    style::Part part = style::Part::title;
    std::string heading;  // the words of its label; empty: none, or its sections have their own
    Pieces rows;
    Pieces flow;
    Strip strip;              // of the flow
    Strip pair;               // of text and of exhibits, if each exhibit stands beside its text; width: of the text
    bool in_regions = false;  // the flow's pages are chosen together (layout/pages/regions.h)
    std::optional<Strip> side;
    SideNote label;  // beside the flow on its first page
    std::optional<base::Color> ground;
    double before = 0;  // space above
    bool break_before = false;
    bool whole_page = false;  // a page of its own, without running head and foot: the rows' y counts from its top
    bool beside = false;      // at the right of the band before, level with it
    bool fills = false;       // its exhibits grow with the page
    bool spread = false;      // space between its rows may grow until it ends level with the band beside it
    bool empty() const { return rows.empty() && flow.empty(); }
};

/// The master whose frames the bands use: `first` if it has frames, else `page`.
[[nodiscard]] const style::Master* first_master(const style::Layout& layout);

/// True if the layout's side frame is at the left of the strip.
[[nodiscard]] bool side_beside(const Setting& s, const Strip& strip);

// bands.cpp

/// The key of a part's heading among the fixed words.
[[nodiscard]] inline std::string word_key(style::Part part) {
    const auto& row = vocabulary::row_of(part);
    return std::string(row.word.empty() ? row.name : row.word);
}
/// The words of a part's label: the layout's with its names filled in, else the fixed word `word_key`.
[[nodiscard]] std::string label_of(const Setting& s, const style::PartRule& rule, const std::string& word_key);
/// The label of a band, at its side or over it. At the side its piece has no height. `word_key` names the words used if
/// the part has no label of its own.
[[nodiscard]] Piece label_piece(Setting& s, const style::PartRule& rule, const std::string& word_key, bool with_rule);
/// Adds a label over a band that has none of its own accord, if the layout's rule asks for one.
void add_asked_label(Setting& s, const style::PartRule& rule, const std::string& word_key, Pieces& rows);
/// Adds a small square behind the last line of `flow`, the sign that the analysis ends.
void add_end_mark(const Setting& s, Pieces& flow);
/// Blocks in balanced columns, as one row.
void prose_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Block>& blocks, Band& band);
/// The sources as a numbered list.
void sources_band(Setting& s, const style::PartRule& rule, Band& band);
/// The label of a flow at its side, on the first page; returns the mark of the whole flow, which it opens. Without a
/// side frame, and with a heading's style, the label spans the flow's columns.
[[nodiscard]] scene::Mark open_flow(Setting& s, const style::PartRule& rule, const std::string& word_key, Band& band);
/// Sections as a flow.
void sections_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Section>& sections, Band& band);

// front_bands.cpp

/// Wordmark and words in the place of the first page's running head, above the text area.
void masthead_band(Setting& s, const style::PartRule& rule, Band& band);
void title_band(Setting& s, const style::PartRule& rule, Band& band);
/// The summary, with date, authors and publisher at its side.
void summary_band(Setting& s, const style::PartRule& rule, Band& band);
/// Key figures as tiles in one row.
void figures_band(Setting& s, const style::PartRule& rule, Band& band);

// item_bands.cpp

/// Findings, recommendations or related documents, arranged as the part says.
void items_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Item>& items, Band& band);
/// Dated things to watch, as rows between rules.
void watch_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Item>& items, Band& band);

/// An item's lead and its text. The lead is the role that the item is addressed to, else its first strong words.
struct Parted {
    doc::Inlines lead, text;
};
[[nodiscard]] Parted part_lead(const doc::Item& item);

// tiles_band.cpp

/// Items as tiles in the strip's columns. A bound number at the beginning of a lead is set large.
void tiles_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Item>& items, Band& band);

// ledger_band.cpp

/// Items as rows between hairlines: the lead at the left, with words in brackets at its end below it; at the right the
/// text, with the emphasised words that it begins with over it. The heading is the part's headline, if it has one.
void ledger_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Item>& items, Band& band);

// exhibit_bands.cpp

/// The exhibits of a one-pager. `fill`: points that they share beyond the layout's height, if the part fills the page.
void exhibits_band(Setting& s, const style::PartRule& rule, double fill, Band& band);
/// The sources as one running paragraph.
void running_sources_band(Setting& s, const style::PartRule& rule, Band& band);

// people_bands.cpp

/// The glossary as a flow: terms in bold, their definitions below.
void glossary_band(Setting& s, const style::PartRule& rule, Band& band);
/// True if the layout shows the part `about`, which is not empty, directly before this one.
[[nodiscard]] bool follows_about(const Setting& s, const style::PartRule& rule);
/// The authors as cards side by side, if one of them has more than a name.
void authors_band(Setting& s, const style::PartRule& rule, Band& band);

// cover_band.cpp, contents_band.cpp

/// A page of its own: title on a ground over the lead exhibit as a picture.
void cover_band(Setting& s, const style::PartRule& rule, Band& band);
/// Parts, chapters, sections and exhibits with their page numbers.
void contents_band(Setting& s, const style::PartRule& rule, Band& band);
/// The figures, then the tables, with their page numbers; all in one row of numbers if they are numbered together.
void list_of_exhibits_band(Setting& s, const style::PartRule& rule, Band& band);

// index_band.cpp, notes_band.cpp

/// The index in columns: entries under the letters that they begin with, with their pages.
void index_band(Setting& s, const style::PartRule& rule, Band& band);
/// The pages of a family of anchors, each a link to the first of them there; pages in a row are joined: "4–6, 9".
[[nodiscard]] doc::Inlines pages_of(Setting& s, const std::string& family);
/// The footnotes one below the other, in a layout that prints them at the end.
void notes_band(Setting& s, const style::PartRule& rule, Band& band);

// chapter_band.cpp, chapter_rows.cpp

/// Columns of the grid for a chapter's text: lines over all twelve are too long to read.
inline constexpr int kChapterColumns = 10;
/// One section of the first level that begins a page: its heading over the whole strip, then its text.
void chapter_band(Setting& s, const style::PartRule& rule, const doc::Section& section, Band& band);
/// A chapter's text and exhibits as rows, with as many charts in a row as the strip has columns; `root` is the mark of
/// the chapter. False, and nothing added, if the text has footnotes: rows have no place for them.
[[nodiscard]] bool chapter_rows(Setting& s, const doc::Section& section, const scene::Mark& root, Band& band);

}  // namespace precis::layout
