// chart/forms/map_key.h: the key over a map: classes of colour with the swatch of regions without data, sizes of
// bubbles. Stage: scales -> MAP KEY -> canvas. Units: points, y down.
#pragma once
#include "chart/canvas/canvas.h"
#include "chart/scales/color_scale.h"

namespace precis::chart {

struct ClassKey {
    const ColorScale& scale;
    std::string label;       // over the swatches; empty: none
    doc::AxisFormat format;  // of the breaks
    scene::Path no_data;     // the look of regions without data; without fill and hatch if the map shows none
};
/// Draws the classes from `top` down; returns the height taken, with the air beneath.
double draw_class_key(Canvas& canvas, const ClassKey& key, double top);

struct SizeKey {
    std::string label;
    doc::AxisFormat format;
    double largest = 0;      // of the data, over zero
    double most_radius = 0;  // of a bubble of that size
};
/// Two round sizes as circles; returns the height taken.
double draw_size_key(Canvas& canvas, const SizeKey& key, double top);

}  // namespace precis::chart
