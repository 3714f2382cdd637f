// chart/native_features.h: what becomes of each feature of a chart in programs that keep charts editable (PowerPoint).
// Stage: doc::Chart -> NATIVE FEATURES -> native.cpp, the table in docs/reference/powerpoint.md. Pure; linear in the
// values.
#pragma once
#include <span>
#include <string_view>

#include "doc/exhibit.h"

namespace precis::chart {

enum class Said {
    no,      // the form does not take the feature
    native,  // the program's own chart says it
    over,    // shapes over the program's own chart say it, grouped with it
    drawn,   // the whole chart is shapes, its data in the description
};

struct NativeFeature {
    std::string_view name;  // as the documentation calls it
    bool (*has)(const doc::Chart& chart);
    Said (*said)(vocabulary::Form form);
};

/// All features on which the answer depends, in the order of the documentation.
[[nodiscard]] std::span<const NativeFeature> native_features();
/// What becomes of the form without any feature: Said::native or Said::drawn.
[[nodiscard]] Said native_form(vocabulary::Form form);
/// Whether a feature of the chart makes it a drawing.
[[nodiscard]] bool is_drawn(const doc::Chart& chart);
/// Whether a value is missing. A stack counts it as nothing, unless it has none at all there.
[[nodiscard]] bool has_holes(const doc::Chart& chart);
/// Whether an interval is given.
[[nodiscard]] bool has_intervals(const doc::Chart& chart);
/// Whether a line is fitted to points.
[[nodiscard]] bool has_trend(const doc::Chart& chart);

}  // namespace precis::chart
