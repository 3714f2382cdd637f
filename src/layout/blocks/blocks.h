// layout/blocks/blocks.h: paragraphs, lists, quotes, code and sections become pieces of a column. Inside the room.
#pragma once
#include <string>
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

/// Where blocks are set and in which styles.
struct Measure {
    double column = 0;                                     // width of a text column
    double full = 0;                                       // width of a piece that spans
    double side = 0;                                       // width of side notes; 0: none, asides stand in the column
    std::string first = "body-first", next = "body-next";  // paragraphs' styles
};

/// Pieces of blocks; `section` holds the exhibits that ExhibitPlace names (nullptr where there can be none).
void add_blocks(Setting& s, const std::vector<doc::Block>& blocks, const doc::Section* section, const Path& path,
                const Measure& measure, Pieces& out);

/// A section with its heading, body, exhibits, asides and subsections, in the pieces that the layout's `section:`
/// names.
void add_section(Setting& s, const doc::Section& section, const Path& path, const Measure& measure, Pieces& out);

/// The same without the heading; `here` is the section's own path.
void add_section_text(Setting& s, const doc::Section& section, const Path& here, const Measure& measure, Pieces& out);

/// Lines of one paragraph as pieces: two lines at least stay together at either end.
void add_lines(Setting& s, text::Lines lines, const style::TextStyle& style, double x, const Path& path, Pieces& out);

/// `value` rounded up to the grid's baseline.
[[nodiscard]] double on_grid(const Setting& s, double value);

}  // namespace precis::layout
