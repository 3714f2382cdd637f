// chart/labels/point_labels.h: names beside points: each at the nearest of its candidate places that is free, far ones
// with a leader. Stage: points -> POINT LABELS -> canvas. Units: points, y down.
#pragma once
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct PointLabel {
    Label label;
    base::Point at;
    double radius = 2.9;
    double rank = 0;  // a larger rank is placed sooner
};

/// Prints the labels inside `room`, off everything that is taken. The points themselves must have been taken before.
/// Labels without a place are dropped.
///
/// Order: by rank, then by crowding: a label with many neighbours has the fewest places left, so it chooses first.
/// Then, in up to six rounds, a label without a place takes one from a single neighbour that has another, and labels
/// move nearer to their point where places have become free.
/// Cost: quadratic in the labels, times up to 64 candidates. Over 400 labels keep their first place.
/// Source: preferred positions after E. Imhof, "Positioning Names on Maps", 1975.
void draw_point_labels(Canvas& canvas, std::vector<PointLabel> labels, const base::Rect& room);

}  // namespace precis::chart
