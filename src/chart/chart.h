// chart/chart.h: draws bound charts as scene items, describes them in words, draws sparklines.
//
// Stage: (4) doc::Chart -> CHART -> scene items. Used by layout; ridges.h and stream.h are forms for covers.
// In: a chart from bind (categories, series, annotations, formats), a width, a wished height, and the layout, locale
// and fonts of the document. Out: items whose origin is the top left of the chart's box, their size, and the same
// data for painters that keep charts editable.
// Units: points, y down. Text is measured with the layout's styles chart-label and chart-value.
// Pure: the same chart in the same context gives the same items. Nothing is kept between calls.
// Errors: faults of the chart as diagnostics at the exhibit's span, all in one run; misleading charts as warnings.
// Cost: linear in the values; labels of points are quadratic up to 400 of them; small multiples draw a panel up to
// four times. Lines over 2000 points and clouds of points are thinned to what can be seen, and the note says so.
// Source: rules of looks in docs/design/looks.md#charts; methods are named where they are used (scales/, labels/).
#pragma once
#include "diag/diagnostic.h"
#include "doc/exhibit.h"
#include "locale/locale.h"
#include "scene/items.h"
#include "style/layout.h"
#include "text/setter.h"

namespace precis::chart {

/// Where a value is drawn, for readers who point at it.
struct ValueSpot {
    base::Point at;
    std::string words;  // "2026\tHelion\t689": what it is, from the whole to the part, and its value
};

struct Drawing {
    base::Size size;                 // the width as asked; the height as the form needs it
    std::vector<scene::Item> items;  // in painting order
    scene::ChartData native;         // for painters that keep charts editable
    std::string note;                // states which data are thinned: "n = 1,000,000 (thinned: 4,012)"
    bool laid_down = false;          // columns are drawn as bars, for the room of their names
    std::vector<ValueSpot> spots;    // if the context asks for them
};

struct Context {
    const style::Layout* layout = nullptr;  // theme, styles chart-label, chart-value
    const locale::Locale* locale = nullptr;
    text::Setter* setter = nullptr;
    bool exact_height = false;  // the author gives the height: rows follow it, or it is refused
    bool spots = false;         // the drawing says where its values are
    bool narrow = false;        // for a phone: a timeline is a list from top to bottom
};

/// The plot with its labels, without title and notes.
///
/// `width` is kept, but is at least 120. `height` is a wish, at least 80: forms with a row for each category (bar,
/// dumbbell, timeline) take the height that their rows need. Without it, the layout's usual height counts. Labels never
/// overlap and never leave the box; labels without a place are dropped with one warning.
/// Columns whose names have no room are drawn as bars, if bars show all that they show.
/// Errors, at `where`: those of checks/check.h (chart_not_available, bad_axis_domain, log_of_zero, negative_part and
/// others) without a drawing; glyph_missing and names_without_room with one.
/// Warnings: label_dropped, parts_do_not_sum, outside_map, and those of checks/lint.h.
[[nodiscard]] diag::Result<Drawing> draw(const doc::Chart& chart, double width, std::optional<double> height,
                                         const Context& context, diag::Span where);

/// Alternative text in one to three sentences: form, range, extremes, trend, in the locale's language.
[[nodiscard]] std::string describe(const doc::Chart& chart, const locale::Locale& locale);

/// Alternative text of a sparkline: "12 values, from 3% to 9%; lowest 2%, highest 11%."
[[nodiscard]] std::string describe(const std::vector<std::optional<double>>& values, const std::string& unit,
                                   const locale::Locale& locale);

/// A line through the values, evenly apart, with a dot at the last one; it fills the box `at`. Gaps and values that are
/// not finite interrupt it. Empty without values. `common`: the ends of a scale that it shares; none: its own.
[[nodiscard]] std::vector<scene::Item> sparkline(const std::vector<std::optional<double>>& values, base::Rect at,
                                                 const style::ChartTheme& theme,
                                                 std::optional<std::pair<double, double>> common = {});

}  // namespace precis::chart
