// bind/values/nearest_fact.h: figures in digits or words, and the fact that a bare figure probably means.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "data/model.h"

namespace precis::bind {

/// A figure that an author typed: "1,174", "43.5", "two thirds".
struct Figure {
    double value = 0;
    bool share = false;  // value is a percentage of a whole: half is 50
};
/// Empty if the text is not a figure, or a ratio such as "twice". Figures are written as in the
/// language; words are lower case.
[[nodiscard]] std::optional<Figure> figure_of(std::string_view text, std::string_view language);

inline constexpr double kNear = 0.025;  // of the figure: "two thirds" (66.7) still means 68

/// The fact whose value is nearest to the figure, within 2.5 %; one whose unit follows the figure wins over others.
/// Percentages match only facts in percent, other figures only other facts. nullptr: none is near.
/// `after`: the text behind the figure. Linear in the facts.
[[nodiscard]] const data::Fact* nearest_fact(const Figure& figure, std::string_view after, const data::Model& model);

}  // namespace precis::bind
