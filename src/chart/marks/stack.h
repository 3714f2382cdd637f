// chart/marks/stack.h: parts on one another in standing columns, their values inside, their names beside the last one.
// Stage: doc::Chart -> STACK -> canvas.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {

/// Where a part begins and ends, in units of the stack (percent of its total where the chart asks for that).
struct Part {
    double from = 0, to = 0;
    double share = 0;  // of its total, percent
};
/// parts[series][category]; the first series at the bottom, negative values below zero.
[[nodiscard]] std::vector<std::vector<Part>> stacked_parts(const doc::Chart& chart);
/// Sum of a category's numbers.
[[nodiscard]] double total_of(const doc::Chart& chart, std::size_t category);
/// A part's words: in percent stacks its rounded share, else its value.
[[nodiscard]] std::string part_words(const doc::Chart& chart, const doc::Value& value, const Part& part,
                                     const locale::Locale& locale);

/// Ink or white, whichever can be read on that ground.
[[nodiscard]] base::Color word_on(const base::Color& ground, const Inks& inks);
[[nodiscard]] double width_of_side_names(Canvas& canvas, const doc::Chart& chart);
/// Names at `x`, beside the last column, with the number where its part is too low to hold it. Gives the middle of each
/// name that has one.
std::vector<std::optional<double>> draw_side_names(Canvas& canvas, const doc::Chart& chart,
                                                   const std::vector<std::vector<Part>>& parts, double x,
                                                   const ValueScale& scale, double width);
/// Whether a part is high enough for its number.
[[nodiscard]] bool fits_inside(const ValueScale& scale, const Part& part, const Label& label, double width);
/// Words in the middle of a mark; on stripes or dots they stand on a piece of ground, if it has room for that.
bool put_on_mark(Canvas& canvas, const std::string& words, const Look& look, const base::Rect& mark);
/// Gives the middle of each series' part in the last column, or of its name beside it.
std::vector<std::optional<double>> draw_stack(Canvas& canvas, const doc::Chart& chart, const Slots& slots,
                                              const BandScale& band, const ValueScale& scale);

}  // namespace precis::chart
