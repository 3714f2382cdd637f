// bind/values/nearest_fact.h: figures in words, and the fact that a bare figure probably means. Private.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "data/model.h"

namespace precis::bind {

/// A figure as an author writes it: "1,174", "43.5", "two thirds"; of a share also its percentage.
struct Figure {
    double value = 0;
    bool share = false;  // of a whole: half is 50 percent
};
[[nodiscard]] std::optional<Figure> figure_of(std::string_view text);

/// The fact whose value is that number, or differs by a fiftieth at most; among equals one of the unit that follows.
/// `after` are the words behind the figure.
[[nodiscard]] const data::Fact* nearest_fact(const Figure& figure, std::string_view after, const data::Model& model);

}  // namespace precis::bind
