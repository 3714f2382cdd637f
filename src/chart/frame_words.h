// chart/frame_words.h: words over and under a form's drawing: titles of axes, and the key of the channel `color`.
// Stage: doc::Chart -> FRAME WORDS -> canvas. Units: points, y down.
#pragma once
#include "chart/canvas/canvas.h"

namespace precis::chart {

/// Room over and under the form's drawing.
struct FrameRoom {
    double over = 0, under = 0;
};
/// None without titles and colours by number.
[[nodiscard]] FrameRoom frame_room(const Canvas& canvas, const doc::Chart& chart);
/// Prints the words round a drawing that is `height` high and lies at y = 0, then moves all down by `room.over`.
void draw_frame_words(Canvas& canvas, const doc::Chart& chart, const FrameRoom& room, double height);

}  // namespace precis::chart
