// chart/forms/calendar.h: periods laid out as a calendar: years of months, or weeks of days.
// Stage: doc::Chart with a time axis -> CALENDAR -> heatmap. Pure but for names.
#pragma once
#include "doc/document.h"
#include "locale/locale.h"

namespace precis::chart {

/// The same values with a series for each year and a category for each month: what the heatmap draws.
[[nodiscard]] doc::Chart months_by_year(const doc::Chart& chart, const locale::Locale& locale);

}  // namespace precis::chart
