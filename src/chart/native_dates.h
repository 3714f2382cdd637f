// chart/native_dates.h: categories that other programs must put at their dates, and steps as points joined by lines.
// Stage: doc::Chart -> NATIVE DATES -> scene::ChartData. Linear in the values. Units: days since 1970-01-01.
#pragma once
#include "doc/exhibit.h"
#include "locale/locale.h"
#include "scene/items.h"

namespace precis::chart {

/// Gives the categories of an upright chart their days if they stand at unequal distances; else changes nothing.
void at_dates(const doc::Chart& chart, const locale::Locale& locale, scene::ChartData& data);
/// Makes the lines of a chart of steps a scatter chart in which each value lasts until the next one.
///
/// Years and months stand at even distances, in the middle of each, so that a format names them at every tick.
void as_steps(const doc::Chart& chart, const locale::Locale& locale, scene::ChartData& data);

}  // namespace precis::chart
