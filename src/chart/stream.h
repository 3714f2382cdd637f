// chart/stream.h: series in time as bands of one stream graph, as the picture of a cover: no axis, no words.
//
// Stage: doc::Chart with a time axis -> STREAM -> scene items. Used by layout for covers, on grounds of any colour.
// An area chart with `stack: stream` is drawn by forms/lines.cpp instead, with names and an axis.
// In: a chart whose series have a value for each period, the box to fill, colours. Out: a path for each band.
// Units: points, y down, in the coordinates of the box. The largest sum of a period fills the box's height.
// Order: the series that begin first lie inside, later ones outside; bands are painted from top to bottom.
// Errors: none. Empty without a time axis, with fewer than two periods or without a number over 0; numbers below 0
// count as 0.
// Cost: periods × series.
// Source: L. Byron, M. Wattenberg, "Stacked Graphs – Geometry & Aesthetics", 2008 (order from the inside out); the
// symmetric baseline is from S. Havre, B. Hetzler, L. Nowell, "ThemeRiver", 2000.
#pragma once
#include "chart/chart.h"

namespace precis::chart {

struct StreamLook {
    base::Color ground;              // between the bands
    std::vector<base::Color> quiet;  // dealt in turn to series
    std::vector<base::Color> loud;   // dealt in turn to highlighted series
};

/// Whether the sum of the series means something: amounts that are counted or measured, none below zero. Not shares,
/// points, indexes, prices or rates, which the unit and the name of the axis tell.
[[nodiscard]] bool adds_up(const doc::Chart& chart);

/// A line for every series with two numbers, on one scale from zero, without axis or words: the picture of numbers that
/// do not add up. Empty without a time axis of two periods.
[[nodiscard]] std::vector<scene::Item> quiet_lines(const doc::Chart& chart, base::Rect box, const StreamLook& look);

/// A band for every series with a number over 0, as high as its numbers; all lie around the middle line of `box`. A
/// band begins and ends with its data, tapered over the period before and after.
[[nodiscard]] std::vector<scene::Item> stream(const doc::Chart& chart, base::Rect box, const StreamLook& look);

}  // namespace precis::chart
