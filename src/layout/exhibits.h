// layout/exhibits.h: an exhibit as one piece (a chart) or as rows that may break over pages (a table). Inside the room.
#pragma once
#include "layout/blocks.h"

namespace precis::layout {

/// Rule, number, title, subtitle, plot or rows, base, note, source; never torn but between a table's rows.
void add_exhibit(Setting& s, const doc::Exhibit& exhibit, const Path& path, const Measure& measure, Pieces& out);

/// The rows of a table: the head, then a piece a row, each ready to be continued under the head.
[[nodiscard]] Pieces table_rows(Setting& s, const doc::Exhibit& exhibit, const doc::Table& table, double width,
                                const Path& path);

/// The letter of a column's note: those that have one are counted from a.
[[nodiscard]] char note_letter(const doc::Table& table, std::size_t column);

/// The exhibit's head: rule, number, title, subtitle; `continued` adds the word to the number.
struct Head {
    std::vector<scene::Item> items;
    double height = 0;
};
[[nodiscard]] Head exhibit_head(Setting& s, const doc::Exhibit& exhibit, double width, bool continued);

}  // namespace precis::layout
