// chart/marks/line_mark.h: one line from plain points: gaps, dashed stretches, the ground under it, the dot at its end.
// Stage: places -> LINE MARK -> canvas.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct LinePoint {
    base::Point at;
    bool open = false;  // forecast, estimate or partial: the stretch that leads here is dashed
};
struct LineMark {
    std::vector<std::optional<LinePoint>> points;  // none: a gap
    double width = 1.3;
    base::Color color;
    std::optional<double> ground;  // areas: y of their lower edge
    base::Color tint;              // areas: of the ground under solid stretches
    bool interval = false;         // areas: an interval stands where the open stretch has its ground
    bool stepped = false;
    std::size_t count = 0;  // points before they were thinned
    Layer layer = Layer::marks;
};

/// Points closer than the eye can part: of each quarter of a point along x the first, the lowest, the highest and the
/// last are kept, gaps and changes of status too. Lines of few points come back as they are.
[[nodiscard]] std::vector<std::optional<LinePoint>> thinned(std::vector<std::optional<LinePoint>> points);

void draw_line(Canvas& canvas, const LineMark& mark);
void draw_dot(Canvas& canvas, base::Point at, double radius, const base::Color& color, bool open);
/// Keeps words off the line.
void take_line(Canvas& canvas, const LineMark& mark);

}  // namespace precis::chart
