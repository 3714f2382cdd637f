// chart/marks/stack.h: parts on one another in upright columns: where each begins and ends, their values and names.
// Stage: doc::Chart -> STACK -> canvas. stacked_parts() also serves stacked bars and areas. Linear in the values.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/canvas/numbers.h"
#include "chart/scales/scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {

/// Where a part begins and ends, in data units, or in percent of the total where the chart asks for that.
struct Part {
    double from = 0, to = 0;
    double share = 0;               // percent of its category's total
    std::optional<double> rounded;  // the share as printed, if the shares of a category are rounded to 100 together
};
/// parts[series][category]; the first series lies at the bottom, negative values below zero.
[[nodiscard]] std::vector<std::vector<Part>> stacked_parts(const doc::Chart& chart);
/// Whether a value is below zero.
[[nodiscard]] bool has_negative(const doc::Chart& chart);
/// Whether a part lies on both sides of zero.
[[nodiscard]] bool crosses_zero(const doc::Chart& chart);
/// Whether the totals of the stacks are printed.
[[nodiscard]] inline bool shows_totals(const doc::Chart& chart) {
    return chart.totals.value_or(chart.stack == vocabulary::Stack::total);
}
/// Sum of a category's numbers.
[[nodiscard]] double total_of(const doc::Chart& chart, std::size_t category);
/// Whether no series has a number there, so that a total of 0 would be made up.
[[nodiscard]] bool is_without_values(const doc::Chart& chart, std::size_t category);
/// Without an axis, the first total has the unit, and each its percent sign.
[[nodiscard]] Unit total_unit(const doc::Chart& chart, std::size_t category);
/// The words of a part: its rounded share in percent stacks, else its value.
[[nodiscard]] std::string part_words(const doc::Chart& chart, const doc::Value& value, const Part& part,
                                     const locale::Locale& locale, Unit unit = Unit::bare);

/// White where it can be read on that ground, else ink, or on dark slides the slide's colour.
[[nodiscard]] base::Color word_on(const base::Color& ground, const Inks& inks);

/// The column that names stand beside, in points along x.
struct LastColumn {
    double right = 0, width = 0;
};
/// Room for names beside the last column; 0 without names.
[[nodiscard]] double width_of_side_names(Canvas& canvas, const doc::Chart& chart);
/// Whether the longest of them, with its number, has the room that names may take.
[[nodiscard]] bool side_names_fit(Canvas& canvas, const doc::Chart& chart);
/// Prints each part's name beside the last column, with the number if the part is too low to hold it. Returns the y of
/// each name's middle, by series; none for a series without a name.
std::vector<std::optional<double>> draw_side_names(Canvas& canvas, const doc::Chart& chart,
                                                   const std::vector<std::vector<Part>>& parts,
                                                   const LastColumn& column, const ValueScale& scale);
/// Whether a part is high and wide enough for its number.
[[nodiscard]] bool fits_inside(const ValueScale& scale, const Part& part, const Label& label, double width);
/// Prints words in the middle of a mark; on a hatch they get a plate of ground. False, with nothing printed, if the
/// mark has no room for the plate.
bool put_on_mark(Canvas& canvas, const std::string& words, const Look& look, const base::Rect& mark);
/// Draws the columns. Returns the y of each series' middle in the last column, or of its name beside it.
std::vector<std::optional<double>> draw_stack(Canvas& canvas, const doc::Chart& chart, const Slots& slots,
                                              const BandScale& band, const ValueScale& scale);

}  // namespace precis::chart
