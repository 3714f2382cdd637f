// chart/labels/end_labels.h: names at the ends of lines, pushed apart and tied back by leaders.
// Stage: line ends -> END LABELS -> canvas.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/scales/ticks.h"

namespace precis::chart {

struct EndLabel {
    Label label;
    base::Point end;    // of its line
    double radius = 2;  // of the dot there
    base::Color color;  // of the line
    bool loud = false;
    double rank = 0;  // the larger stays longer where room is short
};

/// A column at `x`, each as near to its line's end as the others let it; those without room are dropped, the quiet and
/// small ones first. With Anchor::right the labels end at `x`, left of their lines.
/// Gives the y of each label's middle, in the order of `labels`; none where it was dropped.
std::vector<std::optional<double>> draw_end_labels(Canvas& canvas, const std::vector<EndLabel>& labels, double x,
                                                   Interval room, Anchor side = Anchor::left);

}  // namespace precis::chart
