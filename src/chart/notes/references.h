// chart/notes/references.h: levels, bands, events and callouts on a plot with upright values.
// Stage: drawn plot -> REFERENCES -> canvas. Units: points, y down. Words without a free place are dropped.
#pragma once
#include <optional>

#include "chart/notes/annotations.h"

namespace precis::chart {

/// "Mean 42": the words of a reference line.
[[nodiscard]] std::string level_words(const Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation);
/// Whether the annotation is a band between two values, not between two categories.
[[nodiscard]] inline bool is_value_band(const doc::Annotation& annotation) {
    return annotation.kind == doc::Annotation::Kind::band && annotation.number && annotation.to;
}

/// The x of a category, or of a date between two categories of a time axis. None for dates beyond them.
[[nodiscard]] std::optional<double> place_of(const doc::Chart& chart, const std::string& name, const Field& field);
/// A dotted level line with its words.
void draw_level(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
/// An upright line at a date or category, its words at the top.
void draw_event(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
/// A ground between two categories or two values, with its words.
void draw_band(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
/// Prints words inside the band `at`: at its top left, else at the first of nine places that is free.
void put_band_words(Canvas& canvas, const std::string& words, const base::Rect& at);
/// Words beside the value of a category, tied to it by a leader.
void draw_callout(Canvas& canvas, const doc::Chart& chart, const doc::Annotation& annotation, const Field& field);
/// Words beside a point, tied to it by a leader, off marks, labels and lines.
void put_callout(Canvas& canvas, const std::string& words, base::Point point, double height);

}  // namespace precis::chart
