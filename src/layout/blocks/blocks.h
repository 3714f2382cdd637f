// layout/blocks/blocks.h: paragraphs, lists, quotes, code and sections become pieces of a column. Inside the room.
//
// In: blocks of a document and a `Measure`, which says how wide and in which styles they are set. Out: pieces appended
// to a list, one for each line of text, so that a column may end after any line that the rules allow; an exhibit is one
// piece, a table one for each row. Notes for the side frame hang on the piece that they belong to.
//
// x counts from the text column's left edge, y from each piece's top; points. Heights of headings and exhibits are
// rounded up to the baseline grid, so that lines of neighbouring columns stay on one grid.
// Every piece carries the marks around it (`path`), with new element numbers.
//
// Errors go to the setting: those of exhibits.h (exhibit_too_tall, and what charts and pictures report) and
// line_overfull. Warning: title_too_long. Cost: that of the text setter, which sets each paragraph once.
#pragma once
#include <string>
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

/// True if the layout shows this piece of sections.
[[nodiscard]] bool shows(const Setting& s, style::SectionPiece piece);

/// The widths and styles that blocks are set in.
struct Measure {
    double column = 0;                                     // width of a text column
    double full = 0;                                       // width of a piece that spans all columns
    double side = 0;                                       // width of side notes; 0: asides are set in the column
    std::string first = "body-first", next = "body-next";  // styles of a first paragraph and of those after it
    std::string list = "list";                             // style of lists in running text
    bool elastic = false;  // charts may be drawn again, in the height that their page has for them
    double exhibit = 0;    // width of an exhibit beside its text; 0: that of a column
    bool takeaway = true;  // of the section itself, not of those in it; false: it stands over the section
};

/// Appends the pieces of blocks. `section` holds the exhibits that ExhibitPlace names; nullptr: there are none.
void add_blocks(Setting& s, const std::vector<doc::Block>& blocks, const doc::Section* section, const Path& path,
                const Measure& measure, Pieces& out);

/// Appends a section: heading, body with exhibits, asides and subsections, as far as the layout's `section:` names
/// them.
void add_section(Setting& s, const doc::Section& section, const Path& path, const Measure& measure, Pieces& out);

/// The same without the heading; `here` is the section's own path.
void add_section_text(Setting& s, const doc::Section& section, const Path& here, const Measure& measure, Pieces& out);

/// A section's own path, and its heading alone.
[[nodiscard]] Path section_path(Setting& s, const doc::Section& section, const Path& path);
void add_section_heading(Setting& s, const doc::Section& section, const Path& here, const Measure& measure,
                         Pieces& out);

/// Appends the lines of one paragraph. Its first two lines stay together, and its last two.
void add_lines(Setting& s, text::Lines lines, const style::TextStyle& style, double x, const Path& path, Pieces& out);

/// Puts items inside the marks of `path`; marks that are open at the end of `into` stay open.
void put_inside(std::vector<scene::Item>& into, const Path& path, std::vector<scene::Item> items);

/// `value` rounded up to a multiple of the baseline grid's step; points.
[[nodiscard]] double on_grid(const Setting& s, double value);

}  // namespace precis::layout
