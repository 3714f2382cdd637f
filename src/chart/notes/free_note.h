// chart/notes/free_note.h: an author's words at a place of the plot, off marks, lines and other words.
// Stage: drawn plot -> FREE NOTE -> canvas. Units: points, y down. Words without a free place are dropped.
#pragma once
#include <string>

#include "chart/canvas/canvas.h"

namespace precis::chart {

/// Prints the words, broken into lines, around `at`; if marks lie there, at the nearest place inside `room` that is
/// free, tied to `at` by a leader.
///
/// Marks must have been taken (Canvas::take, Canvas::take_marks). Call it after all other words are printed.
/// Cost: places tried × places taken.
void put_free_note(Canvas& canvas, const std::string& words, base::Point at, const base::Rect& room);

}  // namespace precis::chart
