// chart/notes/references.h: what an analyst lays under or over a plot: levels, bands, events, callouts.
// Stage: drawn plot -> REFERENCES -> canvas.
#pragma once
#include <optional>

#include "chart/notes/annotations.h"

namespace precis::chart {

/// "Mean 42", at a line's left end.
[[nodiscard]] std::string level_words(const Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation);
/// Whether it is a band of values, with both its ends.
[[nodiscard]] inline bool is_value_band(const doc::Annotation& annotation) {
    return annotation.kind == doc::Annotation::Kind::band && annotation.number && annotation.to;
}

/// Where a category or a date of the time axis stands: also between two of its points. Nothing beyond them.
[[nodiscard]] std::optional<double> place_of(const doc::Chart& chart, const std::string& name, const Field& field);
void draw_level(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
void draw_event(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
/// Between two categories, or two values.
void draw_band(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
/// Its words inside a band that fills `at`: at the top left, else wherever they stand free in it.
void put_band_words(Canvas& canvas, const std::string& words, const base::Rect& at);
void draw_callout(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
/// Words beside a point, tied to it, clear of all that stands.
void put_callout(Canvas& canvas, const std::string& words, base::Point point, double height);

}  // namespace precis::chart
