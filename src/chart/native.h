// chart/native.h: the chart as plain series with colours, for painters that keep charts editable (PowerPoint).
// Stage: drawn canvas and doc::Chart -> NATIVE -> scene::ChartData. Linear in the values.
#pragma once
#include "chart/canvas/canvas.h"

namespace precis::chart {

/// The data of a chart that is already drawn on `canvas`, which knows the plot and the colours. Type::other, without
/// series, if no other program could draw the form or edit so many points.
[[nodiscard]] scene::ChartData native_of(const doc::Chart& chart, const Canvas& canvas, base::Size size);
/// The format in Excel's notation, with the language's signs: `0"%"`, `#,##0`, `"$"#,##0.0`.
[[nodiscard]] std::string number_format(const doc::AxisFormat& format, int decimals, const locale::Locale& locale);

}  // namespace precis::chart
