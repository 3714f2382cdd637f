// chart/notes/arrows.h: arrows between two values: differences with their value, growth with its rate a year.
// Stage: drawn plot -> ARROWS -> canvas. Units: points, y down; rates in percent.
#pragma once
#include <optional>
#include <string>

#include "chart/notes/annotations.h"

namespace precis::chart {

/// Compound growth from `a` to `b` between two categories, in percent a year. Categories without a date count as a year
/// each. Nothing if a value is not over zero, or if the second category is not later.
[[nodiscard]] std::optional<double> growth_a_year(const doc::Chart& chart, std::size_t from, std::size_t to, double a,
                                                  double b);
/// "+12%"; rates under ten percent have a decimal.
[[nodiscard]] std::string rate_words(const Canvas& canvas, double rate);

/// Room for the pills of differences, right of the plot; 0 without differences.
[[nodiscard]] double width_of_differences(Canvas& canvas, const doc::Chart& chart);
void draw_difference(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
void draw_growth(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);

}  // namespace precis::chart
