// bind/values/absent_periods.h: the periods between others that data leave out: months, quarters, weeks, days.
//
// In: periods of equal length, in any order. Out: those without a row, as data write them. Pure; n log n.
#pragma once
#include <string>
#include <vector>

#include "doc/exhibit.h"

namespace precis::bind {

/// `2026-03` for 2026-02 and 2026-04, in order of time. Empty if the periods differ in length, or if fewer than half of
/// those between the first and the last are there: then they are single dates. Days are days of work if none is at a
/// weekend.
[[nodiscard]] std::vector<std::string> absent_periods(const std::vector<doc::Period>& periods);

}  // namespace precis::bind
