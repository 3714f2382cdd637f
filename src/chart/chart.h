// chart/chart.h: a bound chart becomes scene items inside a box.
// Stage: (4) doc::Chart -> CHART -> scene items. Pure but for text measuring.
#pragma once
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "locale/locale.h"
#include "scene/items.h"
#include "style/layout.h"
#include "text/setter.h"

namespace precis::chart {

struct Drawing {
    base::Size size;                 // as asked, or lower where the form needs less (bars) or more
    std::vector<scene::Item> items;  // origin at the box's top left
    scene::ChartData native;         // for painters that keep charts editable
    std::string note;                // what of the data is not drawn point by point: "n = 1,000,000 (thinned: 4,012)"
};

struct Context {
    const style::Layout* layout = nullptr;  // theme, styles chart-label, chart-value
    const locale::Locale* locale = nullptr;
    text::Setter* setter = nullptr;
};

/// The plot with its labels, without title and notes.
///
/// `width` is kept; `height` is a wish: forms with a row per category (bar, dumbbell, timeline) take what their rows
/// need. Labels never overlap and never leave the box; one that has no place is dropped with a warning.
/// Errors: chart_not_available, glyph_missing, negative_part, log_of_zero, at `where`.
[[nodiscard]] diag::Result<Drawing> draw(const doc::Chart& chart, double width, std::optional<double> height,
                                         const Context& context, diag::Span where);

/// "Column chart. …": what the chart shows, from its data: form, range, extremes, trend. One to three sentences.
[[nodiscard]] std::string describe(const doc::Chart& chart, const locale::Locale& locale);

/// The same of a sparkline: "12 values, from 3% to 9%, lowest 2%, highest 11%".
[[nodiscard]] std::string describe(const std::vector<std::optional<double>>& values, const std::string& unit,
                                   const locale::Locale& locale);

/// A sparkline in a box, for table cells and tiles.
[[nodiscard]] std::vector<scene::Item> sparkline(const std::vector<std::optional<double>>& values, base::Rect at,
                                                 const style::ChartTheme& theme);

}  // namespace precis::chart
