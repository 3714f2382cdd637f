// chart/labels/end_labels.h: a column of names beside the ends of lines or parts, pushed apart, tied back by leaders.
//
// Stage: line ends -> END LABELS -> canvas. Main header of the sub-room; point_labels.h names points, event_labels.h
// events on a timeline, series_key.h series above the plot, data_row.h prints rows of numbers.
// In: measured labels with the points that they name. Out: labels and leaders on the canvas, and where each label went.
// Units: points, y down.
// Order: labels keep the order of their ends from top to bottom.
// Errors: none; labels without room are dropped on the canvas, which warns with label_dropped.
// Cost: n log n, and n² only while labels are dropped.
// Source: pushing apart after scales/dodge.h; pitch and leaders after docs/design/looks.md#charts.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/scales/ticks.h"

namespace precis::chart {

struct EndLabel {
    Label label;
    base::Point end;    // end of the line that it names
    double radius = 2;  // of the dot at that end
    base::Color color;  // of the leader
    bool loud = false;  // kept longer than labels that are not
    double rank = 0;    // of two that are equally loud, the larger is kept longer
};

/// Prints the labels in a column at `x`, inside `room` (y), each as near to its line's end as the others let it.
///
/// With Anchor::right the labels end at `x`, left of their lines.
/// Shape: returns the y of each label's middle, pairing with `labels`; none for a dropped one.
std::vector<std::optional<double>> draw_end_labels(Canvas& canvas, const std::vector<EndLabel>& labels, double x,
                                                   Interval room, Anchor side = Anchor::left);

}  // namespace precis::chart
