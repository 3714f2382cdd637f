// chart/scales/lookup.h: finds series, categories, annotations and intervals of a chart by name, kind or index.
// Stage: doc::Chart -> LOOKUP -> marks, notes, forms, checks. Pure; pointers live as long as the chart.
// Cost: linear in the number of names.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "chart/scales/ticks.h"
#include "doc/exhibit.h"

namespace precis::chart {

/// The category of that name or key.
[[nodiscard]] std::optional<std::size_t> category_of(const doc::Chart& chart, const std::string& name);
/// The series of that name; nullptr if there is none.
[[nodiscard]] const doc::Chart::Series* series_named(const doc::Chart& chart, const std::string& name);
/// The series of that name, else the first one; nullptr only without series.
[[nodiscard]] const doc::Chart::Series* series_of(const doc::Chart& chart, const std::string& name);

/// The first annotation of that kind, with `each: series` or `each: category` if `each`, without if not; nullptr: none.
[[nodiscard]] const doc::Annotation* annotation_of(const doc::Chart& chart, doc::Annotation::Kind kind, bool each);
[[nodiscard]] bool has_annotation(const doc::Chart& chart, doc::Annotation::Kind kind);

/// The interval around a series' value; none where one of its ends has no number.
[[nodiscard]] std::optional<Interval> interval_of(const doc::Chart::Series& series, std::size_t category);

/// Whether `labels:` wants the number of a mark printed; `auto` and `all` want all of them.
[[nodiscard]] bool wants_label(const doc::Chart& chart, std::size_t series, std::size_t category);

/// Indices into a list of values; of equal values the first one. All are 0 where `count` is 0.
struct Extremes {
    std::size_t first = 0, last = 0;  // that have a number
    std::size_t low = 0, high = 0;
    std::size_t count = 0;  // numbers
};
[[nodiscard]] Extremes extremes_of(const std::vector<doc::Value>& values);

}  // namespace precis::chart
