// vocabulary/measures.h: the closed table of units that numbers can be converted between (`units:` of an audience).
// A unit has one row with all of its spellings. Factors are exact by definition: the international yard and pound
// agreement of 1959, the US gallon of 231 cubic inches, the imperial gallon of 4.54609 l. All is constant data.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace precis::vocabulary {

enum class MeasureKind { length, area, volume, mass, temperature, speed };

/// `factor * number + offset` is the number in the first unit of its kind: metres, square metres, litres, kilograms,
/// degrees Celsius, kilometres an hour.
struct Measure {
    MeasureKind kind = MeasureKind::length;
    double factor = 1, offset = 0;
    std::array<std::string_view, 5> names{};  // the first is offered in messages; empty ones are none
};

/// The unit of that spelling; nullptr if the table has none.
[[nodiscard]] const Measure* measure_named(std::string_view name);
/// The first spelling of each unit.
[[nodiscard]] std::vector<std::string> measure_names();

}  // namespace precis::vocabulary
