// bind/exhibits/chart_rounding.h: whether the printed parts of a chart add up to the whole that it prints or means.
// Stage: bound chart -> CHART ROUNDING -> the exhibit's note. Pure; linear in the values.
#pragma once
#include <string_view>

#include "doc/exhibit.h"
#include "locale/locale.h"

namespace precis::bind {

/// The fixed word that explains the difference: "rounding" if the parts of a stack differ from the total printed over
/// it, "rounding-shares" if shares differ from 100%. Empty if all add up, or if more than rounding keeps them apart.
[[nodiscard]] std::string_view rounding_word(const doc::Chart& chart, const locale::Locale& locale);

}  // namespace precis::bind
