// chart/canvas/numbers.h: values as the chart prints them.
// Stage: doc::Value -> NUMBERS -> labels.
#pragma once
#include <string>

#include "doc/document.h"
#include "locale/locale.h"

namespace precis::chart {

enum class Unit { bare, symbol };

/// `decimals` applies where the format leaves it open (-1).
[[nodiscard]] std::string number_words(double value, const doc::AxisFormat& format, int decimals, Unit unit,
                                       const locale::Locale& locale);
/// Puts the unit's symbol to printed figures: "43.5" -> "43.5%".
[[nodiscard]] std::string with_symbol(const std::string& figures, const doc::AxisFormat& format,
                                      const locale::Locale& locale);
/// As bind printed it, else made from the number and its qualifier (`>600`); "–" where it is not published.
[[nodiscard]] std::string value_words(const doc::Value& value, const doc::AxisFormat& format, Unit unit,
                                      const locale::Locale& locale);
/// Decimals that a computed number (a mean, a difference) takes from the values around it.
[[nodiscard]] int decimals_of(const doc::Chart& chart);

/// No row at all, in contrast to a value that is known not to be published.
[[nodiscard]] bool is_absent(const doc::Value& value);
[[nodiscard]] bool is_open_ended(data::Qualifier qualifier);  // more than, at least

}  // namespace precis::chart
