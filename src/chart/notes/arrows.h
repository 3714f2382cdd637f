// chart/notes/arrows.h: what says how much lies between two values: difference and growth arrows, growth in words.
// Stage: drawn plot -> ARROWS -> canvas.
#pragma once
#include <optional>
#include <string>

#include "chart/notes/annotations.h"

namespace precis::chart {

/// The category of that name or key.
[[nodiscard]] std::optional<std::size_t> category_of(const doc::Chart& chart, const std::string& name);
/// The series of that name, else the first.
[[nodiscard]] const doc::Chart::Series* series_of(const doc::Chart& chart, const std::string& name);

/// Percent a year from `a` to `b`, compound, between two categories: nothing where either is not over zero or no time
/// lies between. Categories without a date are a year each.
[[nodiscard]] std::optional<double> growth_a_year(const doc::Chart& chart, std::size_t from, std::size_t to, double a,
                                                  double b);
/// "+12%"; a decimal under ten.
[[nodiscard]] std::string rate_words(const Canvas& canvas, double rate);

void draw_difference(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
void draw_growth(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);

}  // namespace precis::chart
