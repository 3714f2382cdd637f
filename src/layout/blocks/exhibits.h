// layout/blocks/exhibits.h: an exhibit as one piece (a chart) or as rows that may break over pages (a table). Inside
// the room.
#pragma once
#include <optional>

#include "layout/blocks/blocks.h"

namespace precis::layout {

/// Rule, number, title, subtitle, plot or rows, base, note, source; never torn but between a table's rows.
void add_exhibit(Setting& s, const doc::Exhibit& exhibit, const Path& path, const Measure& measure, Pieces& out);

/// The rows of a table: the head, then a piece a row, each ready to be continued under the head.
[[nodiscard]] Pieces table_rows(Setting& s, const doc::Exhibit& exhibit, const doc::Table& table, double width,
                                const Path& path);

/// The letter of a column's note: those that have one are counted from a.
[[nodiscard]] char note_letter(const doc::Table& table, std::size_t column);

/// A chart drawn and marked as a figure with its alternative text and its native form; `height` is a wish.
struct Plot {
    std::vector<scene::Item> items;  // the figure, its top left at (0, 0)
    double height = 0;
    std::string note;  // of the chart itself
};
[[nodiscard]] std::optional<Plot> plot(Setting& s, const doc::Exhibit& exhibit, const doc::Chart& chart, double width,
                                       double height);

/// The picture as a figure with its alternative text, or as decoration; nothing where it cannot be read.
[[nodiscard]] std::optional<scene::Mark> picture_figure(Setting& s, const doc::Exhibit& exhibit,
                                                        const doc::Picture& picture, const base::Rect& at);

/// What neighbours in a row ask of a chart, so that plots begin and notes stand on one line with theirs.
struct ChartRoom {
    double head = 0;             // least height
    std::optional<double> plot;  // wish; none: the exhibit's, else the layout's
    double notes_under = 0;      // height of the row's tallest plot
};
struct SetChart {
    std::vector<scene::Item> items;  // the whole exhibit, its top left at (0, 0)
    double head = 0, plot = 0;       // its own heights
    double height = 0;               // from the rule to the last note
};
[[nodiscard]] SetChart set_chart(Setting& s, const doc::Exhibit& exhibit, const doc::Chart& chart, double width,
                                 const ChartRoom& room);

/// The exhibit's head: rule, number, title, subtitle; `continued` adds the word to the number.
struct Head {
    std::vector<scene::Item> items;
    double height = 0;
};
[[nodiscard]] Head exhibit_head(Setting& s, const doc::Exhibit& exhibit, double width, bool continued);

}  // namespace precis::layout
