// bind/exhibits/chart_dots.h: which charts can be drawn with a dot for each counted thing. Private to the room.
// Stage: bound doc::Chart -> CHART DOTS -> key_conflict. Linear in the values.
#pragma once
#include <optional>
#include <string>

#include "doc/exhibit.h"

namespace precis::bind {

struct DotsRefusal {
    std::string why, remedy;
};
/// Why `dots:` cannot be drawn: values that are no counts, too many of them, or something that dots do not show. Empty
/// if it can, or if the chart does not ask for dots.
[[nodiscard]] std::optional<DotsRefusal> refused_dots(const doc::Chart& chart);

}  // namespace precis::bind
