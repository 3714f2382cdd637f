// layout/parts/bands.h: the parts of a document as bands of the page, in the layout's order. Inside the room.
// A band is rows over the page's width (a title, tiles, findings) or a flow through text columns (sections).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layout/blocks/blocks.h"
#include "layout/ground/grid.h"

namespace precis::layout {

struct Band {
    std::string part;
    Pieces rows;  // x from the page's left edge
    Pieces flow;  // x from the text column's left
    Strip strip;  // of the flow
    std::optional<Strip> side;
    SideNote label;  // beside the flow's first page
    std::optional<base::Color> ground;
    double before = 0;  // space above
    bool break_before = false;
    bool whole_page = false;  // a page of its own, without running head and foot: the rows' y is the page's
    bool beside = false;      // at the right of the band before, from the same height
    bool fills = false;       // its exhibits grow with the page
    bool spread = false;      // its rows may stand apart to end with what is beside them
    bool empty() const { return rows.empty() && flow.empty(); }
};

/// A part's place among the bands (a chapter's, where chapters begin pages), kept from one round of composition to the
/// next: a part that names no page is made once.
struct Made {
    Band band;
    bool shown = false;
    bool asks_pages = false;  // its text names a page number
    diag::Diagnostics found;
};

/// Makes what is not yet in `made`, and again what names page numbers.
void make_bands(Setting& s, std::vector<Made>& made);
/// The bands that have something to show, taken out of `made`.
[[nodiscard]] std::vector<Band> taken(std::vector<Made>& made);
/// The same bands with their heights and anchors only, to try what stands on which page.
[[nodiscard]] std::vector<Band> hollow(const std::vector<Made>& made);

/// The master whose frames the first page has.
[[nodiscard]] const style::Master* first_master(const style::Layout& layout);

/// Whether the layout's side frame stands beside the strip, and not under it.
[[nodiscard]] bool side_beside(const Setting& s, const Strip& strip);

// A part each: rows or flow, and nothing else of the page.
void masthead_band(Setting& s, const style::PartRule& rule, Band& band);
void title_band(Setting& s, const style::PartRule& rule, Band& band);
void summary_band(Setting& s, const style::PartRule& rule, Band& band);
void figures_band(Setting& s, const style::PartRule& rule, Band& band);
void items_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Item>& items, Band& band);
void watch_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Item>& items, Band& band);
void prose_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Block>& blocks, Band& band);
void exhibits_band(Setting& s, const style::PartRule& rule, Band& band);
/// The sources as one running paragraph.
void running_sources_band(Setting& s, const style::PartRule& rule, Band& band);
void sources_band(Setting& s, const style::PartRule& rule, Band& band);
void cover_band(Setting& s, const style::PartRule& rule, Band& band);
void contents_band(Setting& s, const style::PartRule& rule, Band& band);
/// Items as tiles over the strip's columns: a lead that begins with a bound number has it set large.
void tiles_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Item>& items, Band& band);
/// One section of the first level that begins a page: its heading over the whole strip, then its text.
void chapter_band(Setting& s, const style::PartRule& rule, const doc::Section& section, Band& band);
/// Its text and exhibits as rows of the page: as many charts beside each other as the strip has columns. Not where
/// the text has footnotes: false.
[[nodiscard]] bool chapter_rows(Setting& s, const doc::Section& section, const scene::Mark& root, Band& band);
void sections_band(Setting& s, const style::PartRule& rule, const std::vector<doc::Section>& sections, Band& band);

/// The band's label at the side (or over it), with a rule over the page's text width; a piece of no height.
[[nodiscard]] Piece label_piece(Setting& s, const style::PartRule& rule, const std::string& word_key, bool with_rule);

/// A small square behind the last line of `flow`: the analysis ends there.
void add_end_mark(const Setting& s, Pieces& flow);

/// An item's lead: its first strong words, or the role it is addressed to; the rest is its text.
struct Parted {
    doc::Inlines lead, text;
};
[[nodiscard]] Parted part_lead(const doc::Item& item);

}  // namespace precis::layout
