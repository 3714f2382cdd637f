// chart/marks/line_mark.h: one line from plain points: gaps, dashed stretches, the area under it, the dot at its end.
// Stage: places -> LINE MARK -> canvas. Units: points, y down. No data, no labels.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct LinePoint {
    base::Point at;
    bool open = false;    // not actual: the stretch that leads here is dashed
    bool bridge = false;  // the stretch that leads here passes over missing values: it is dotted
};
struct LineMark {
    std::vector<std::optional<LinePoint>> points;  // nullopt: a gap
    double width = 1.3;
    base::Color color;
    std::optional<double> ground;  // of an area: y of its lower edge; none: a line only
    base::Color tint;              // of an area: its fill under solid stretches
    bool interval = false;         // of an area: an interval is drawn instead of the fill under open stretches
    bool stepped = false;
    std::size_t count = 0;  // points before they were thinned
    Layer layer = Layer::marks;
};

/// Leaves out points that the eye can't tell apart: of each quarter of a point along x it keeps the first, the lowest,
/// the highest and the last; it keeps gaps and changes of status. Lines of up to 2000 points come back unchanged.
/// Source: M4 aggregation (U. Jugel, Z. Jerzak, G. Hackenbroich, V. Markl, VLDB 2014), with columns finer than pixels.
[[nodiscard]] std::vector<std::optional<LinePoint>> thinned(std::vector<std::optional<LinePoint>> points);

/// The points without the gaps between them; the stretch over a gap is a bridge.
[[nodiscard]] std::vector<std::optional<LinePoint>> bridged(std::vector<std::optional<LinePoint>> points);
void draw_line(Canvas& canvas, const LineMark& mark);
/// A disc, or a ring if `open`.
void draw_dot(Canvas& canvas, base::Point at, double radius, const base::Color& color, bool open);
/// Keeps words off the line.
void take_line(Canvas& canvas, const LineMark& mark);

}  // namespace precis::chart
