// chart/forms/calendar.h: rearranges monthly values for a calendar: a row for each year, a column for each month.
// Stage: doc::Chart with a time axis -> CALENDAR -> heatmap. Pure; the locale names the months.
#pragma once
#include "doc/document.h"
#include "locale/locale.h"

namespace precis::chart {

/// The same values with a series for each year and a category for each month, as the heatmap draws them. Of two values
/// in one month the later one counts.
[[nodiscard]] doc::Chart months_by_year(const doc::Chart& chart, const locale::Locale& locale);

}  // namespace precis::chart
