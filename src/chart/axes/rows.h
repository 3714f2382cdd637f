// chart/axes/rows.h: one row a category for lying charts: its place, its words, its section.
// Stage: doc::Chart -> ROWS -> bars, dots. Offsets from the first row's top.
#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct Row {
    std::size_t category = 0;
    double middle = 0;
    std::size_t bars = 1;  // beside each other in it
    std::vector<Label> words;
    std::optional<Label> detail;   // a quiet second line
    std::optional<Label> section;  // head above this row
    double section_baseline = 0;
};

struct Rows {
    std::vector<Row> rows;
    std::vector<std::pair<double, double>> runs;  // of rows without a head between: where the zero line goes
    double step = 15, bar = 10;
    double label_width = 0;  // words and the gap behind them
    double height = 0;
};

/// Every category has its value in one series only, and there are several: the series are sections.
[[nodiscard]] bool is_sectioned(const doc::Chart& chart);
/// The words would take more than two fifths of the width: they go above their bars.
[[nodiscard]] bool row_words_are_long(Canvas& canvas, const doc::Chart& chart);

/// `wish`: height to spread the rows over, within what looks right.
[[nodiscard]] Rows rows_of(Canvas& canvas, const doc::Chart& chart, std::optional<double> wish, double usual);
void draw_row_words(Canvas& canvas, const Row& row, double top);

}  // namespace precis::chart
