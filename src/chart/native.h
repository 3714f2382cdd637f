// chart/native.h: the chart as plain series, for painters that keep charts editable.
// Stage: doc::Chart -> NATIVE -> scene::ChartData.
#pragma once
#include "chart/canvas/canvas.h"

namespace precis::chart {

[[nodiscard]] scene::ChartData native_of(const doc::Chart& chart, const Canvas& canvas, base::Size size);
/// In Excel's notation: `0"%"`, `#,##0`, `"$"#,##0.0`.
[[nodiscard]] std::string number_format(const doc::AxisFormat& format, int decimals);

}  // namespace precis::chart
