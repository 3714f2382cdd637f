// layout/blocks/exhibits.h: an exhibit becomes one piece (chart, picture) or rows that may break over pages (table).
// Inside the room. The chart room draws the chart; this file adds rule, number, title, subtitle, notes and source.
//
// Units: points; items from the exhibit's top left. Errors, at the exhibit: exhibit_too_tall if a piece is taller than
// a page's text; those of chart::draw and of picture::load.
#pragma once
#include <optional>

#include "layout/blocks/blocks.h"
#include "layout/ground/elastic.h"

namespace precis::layout {

/// True if the layout shows this piece of exhibits.
[[nodiscard]] bool shows(const Setting& s, style::ExhibitPiece piece);

/// Appends an exhibit: rule, number, title, subtitle, plot or rows, base, note and source, as far as the layout's
/// `exhibit:` names them. Only a table breaks, between its rows.
void add_exhibit(Setting& s, const doc::Exhibit& exhibit, const Path& path, const Measure& measure, Pieces& out);

/// Draws the piece again in another size, its faults into `s.out`; false, and as it was, if that height does not hold
/// it, or if it has more faults than before. Some forms stay lower than they may. The piece has an elastic.
[[nodiscard]] bool draw_again(Setting& s, Piece& piece, double height, double width);

/// Whether the chart of the piece can have that height in that width; if not, its elastic learns how low it can be.
/// Draws it and keeps the drawing.
[[nodiscard]] bool can_have(const Setting& s, const Piece& piece, double height, double width);

/// A drawn chart, marked as a figure with its alternative text and its native form.
struct Plot {
    std::vector<scene::Item> items;  // the figure, its top left at (0, 0)
    double height = 0;
    std::string note;  // the chart's own remark, such as "axis is broken"
};
/// The room of a plot. `exact`: the author gives the height, which rows then follow.
struct PlotSize {
    double width = 0, height = 0;
    bool exact = false;
};
/// Draws a chart; nothing if it is refused. The height is a wish: some forms set their own.
///
/// Warnings that the author has answered with `because:` are dropped.
[[nodiscard]] std::optional<Plot> plot(Setting& s, const doc::Exhibit& exhibit, const doc::Chart& chart,
                                       const PlotSize& size);

/// A picture as a figure with its alternative text, or as decoration; nothing if it cannot be read.
/// The size at which a picture of that size of its own is shown in the room, cut as its author asks.
[[nodiscard]] base::Size picture_size(const doc::Picture& picture, base::Size own, base::Size room);
[[nodiscard]] std::optional<scene::Mark> picture_figure(Setting& s, const doc::Exhibit& exhibit,
                                                        const doc::Picture& picture, const base::Rect& at);

/// The heights that a chart's neighbours in its row need, so that their plots and their notes begin level.
struct ChartRoom {
    double head = 0;             // of the row's tallest head
    std::optional<double> plot;  // wish; none: the exhibit's, else the layout's
    double notes_under = 0;      // of the row's tallest plot
};
struct SetChart {
    std::vector<scene::Item> items;  // the whole exhibit, its top left at (0, 0)
    double head = 0, plot = 0;       // its own heights
    double height = 0;               // from the rule to the last note
    double plot_y = 0;               // top of the plot
    std::size_t above = 0;           // items above the plot, which is one item
    std::string note;                // the chart's own
};
[[nodiscard]] SetChart set_chart(Setting& s, const doc::Exhibit& exhibit, const doc::Chart& chart, double width,
                                 const ChartRoom& room);

/// An exhibit's head: rule, number, title, subtitle. `continued` adds that word to the number.
struct Head {
    std::vector<scene::Item> items;
    double height = 0;
};
[[nodiscard]] Head exhibit_head(Setting& s, const doc::Exhibit& exhibit, double width, bool continued);

}  // namespace precis::layout
