// bind/exhibits/chart_rounding.h: whether the printed parts of a chart add up to the whole that it prints or means.
// Stage: bound chart -> CHART ROUNDING -> the exhibit's note. Pure; linear in the values.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "doc/exhibit.h"
#include "locale/locale.h"

namespace precis::bind {

/// The fixed word that explains the difference: "rounding-shares" if shares differ from 100%; "rounding" if the numbers
/// of a stack, a ring, a waterfall, a row of cells or a node's flows differ from the total printed with them. Empty if
/// all add up, or if more than rounding keeps them apart.
[[nodiscard]] std::string_view rounding_word(const doc::Chart& chart, const locale::Locale& locale);

/// Whether parts are printed as shares that the chart computes, instead of their numbers or beside them.
[[nodiscard]] bool computes_shares(const doc::Chart& chart);
/// The decimals of numbers that the chart computes: those of its format, else as many as its values need, up to two.
[[nodiscard]] int computed_decimals(const doc::Chart& chart);
/// Whether the chart prints such a number in all of its figures, neither short (1.5M) nor as a power of ten.
[[nodiscard]] bool in_figures(const doc::Chart& chart, double number);

struct RoundingRefusal {
    std::string why, remedy;
};
/// Why the chart has no shares that `rounding: largest-remainder` may change: it prints none, they are published, or
/// the amounts of a whole are all 0. Empty if it has.
[[nodiscard]] std::optional<RoundingRefusal> refused_rounding(const doc::Chart& chart);

}  // namespace precis::bind
