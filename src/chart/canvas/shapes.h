// chart/canvas/shapes.h: scene paths for the few shapes that charts are made of.
// Stage: numbers -> SHAPES -> scene paths. Points only; no data, no colours of its own.
#pragma once
#include <vector>

#include "base/geometry.h"
#include "scene/items.h"

namespace precis::chart {

[[nodiscard]] std::vector<scene::PathStep> rectangle(const base::Rect& at);
/// Open, or closed.
[[nodiscard]] std::vector<scene::PathStep> polyline(const std::vector<base::Point>& points);
[[nodiscard]] std::vector<scene::PathStep> polygon(const std::vector<base::Point>& points);
[[nodiscard]] std::vector<scene::PathStep> ellipse(base::Point center, double rx, double ry);
[[nodiscard]] std::vector<scene::PathStep> disc(base::Point center, double radius);
/// A rectangle with half-round ends.
[[nodiscard]] std::vector<scene::PathStep> pill(const base::Rect& at);
/// A solid triangle with its tip at `tip`, as if coming from `from`.
[[nodiscard]] std::vector<scene::PathStep> arrow_head(base::Point from, base::Point tip, double length, double width);

[[nodiscard]] scene::Path filled(std::vector<scene::PathStep> steps, const base::Color& fill);
[[nodiscard]] scene::Path stroked(std::vector<scene::PathStep> steps, const base::Color& color, double width,
                                  std::vector<double> dash = {});

}  // namespace precis::chart
