// chart/labels/point_labels.h: names beside points: each at the nearest of its candidate places that is free, farther
// ones with a leader. Stage: points -> POINT LABELS -> canvas.
#pragma once
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct PointLabel {
    Label label;
    base::Point at;
    double radius = 2.9;
    double rank = 0;  // the larger is placed sooner
};

/// Inside `room`, off everything that is taken; the points themselves must have been taken before. What finds no place
/// is dropped with a warning.
///
/// Order: by rank, then the most crowded first, since they have the fewest places left.
/// Then whoever found no place takes one where a single other label stands that can move; and labels come nearer where
/// others have left.
/// Source: candidate positions after E. Imhof, "Positioning Names on Maps", 1975.
void draw_point_labels(Canvas& canvas, std::vector<PointLabel> labels, const base::Rect& room);

}  // namespace precis::chart
