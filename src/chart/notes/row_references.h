// chart/notes/row_references.h: annotations of charts with rows: bands behind rows, callouts at the end of one.
// Stage: annotations, rows -> ROW REFERENCES -> canvas. Units: points, y down.
#pragma once
#include "chart/axes/rows.h"
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// A ground behind the rows from one category to another, its words at the right; callouts tied to the end of a row.
///
/// Call after the words of the rows are put, so that the annotations keep off them. `top` is the y of the first row.
void draw_row_references(Canvas& canvas, const doc::Chart& chart, const Rows& rows, const ValueScale& x, double top);

}  // namespace precis::chart
