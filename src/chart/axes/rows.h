// chart/axes/rows.h: one row for each category: its place, its words, the section that begins with it.
// Stage: doc::Chart -> ROWS -> forms with rows (bars, dots, distributions, gantt). Points, from the first row's top.
#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

struct Row {
    std::size_t category = 0;
    double middle = 0;             // y
    std::size_t bars = 1;          // beside each other in the row
    std::vector<Label> words;      // lines of its name
    std::optional<Label> detail;   // a quiet line under the name
    std::optional<Label> section;  // heading above this row
    double section_baseline = 0;
};

struct Rows {
    std::vector<Row> rows;
    std::vector<std::pair<double, double>> runs;  // y of the zero line's pieces: rows without a heading between them
    double step = 15, bar = 10;                   // distance of rows; height of their bars
    double label_width = 0;                       // words and the gap behind them
    double height = 0;
};

/// True if there are several series and every category has its value in one of them only: the series are sections.
[[nodiscard]] bool is_sectioned(const doc::Chart& chart);
/// True if a name would take more than two fifths of the width; bars then have their names above them.
[[nodiscard]] bool row_words_are_long(Canvas& canvas, const doc::Chart& chart);

/// Rows that fill `wish` (the author's height) or `usual` (the layout's), as far as least and greatest steps allow.
[[nodiscard]] Rows rows_of(Canvas& canvas, const doc::Chart& chart, std::optional<double> wish, double usual);
void draw_row_words(Canvas& canvas, const Row& row, double top);
/// Records the plot for programs that draw the chart again, if the rows are even and the axis is unbroken and linear.
void record_rows(Canvas& canvas, const Rows& rows, const ValueScale& x, Interval reach, double top);

}  // namespace precis::chart
