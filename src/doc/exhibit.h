// doc/exhibit.h: a bound exhibit: a chart, a table or a picture with the words around it.
//
// A door for those who need charts without a document. Numbers are kept beside their printed text, unrounded, for
// drawing; vectors that pair with another have its size or are empty; lengths are points, days count from 1970-01-01.
#pragma once
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/compiled_once.h"
#include "diag/diagnostic.h"
#include "doc/annotation.h"
#include "doc/inlines.h"
#include "doc/map.h"
#include "doc/provenance.h"
#include "doc/table.h"
#include "vocabulary/form.h"
#include "vocabulary/sets.h"

namespace precis::doc {

/// How the numbers of an axis are printed.
struct AxisFormat {
    std::string unit;    // "percent", "pp", "USD", "people" …; empty: none
    std::string symbol;  // "%", " pp", "$" as printed behind or before the number
    bool symbol_before = false;
    int decimals = -1;  // -1: by the ticks
    bool compact = false;
    std::string per = {};  // of "USD per barrel": "barrel"
    bool operator==(const AxisFormat&) const = default;
};

/// A channel of a chart beyond categories × series: an entry for each data row.
struct ChannelData {
    std::string label;
    AxisFormat format;
    bool is_number = false, is_time = false;
    vocabulary::Scale scale = vocabulary::Scale::linear;
    std::vector<double> domain;  // x of points: empty or two ends
    std::vector<Value> values;
    bool operator==(const ChannelData&) const = default;
};

/// A period on a time axis, in days since 1970-01-01; the end is exclusive.
struct Period {
    double begin_day = 0, end_day = 0;
    bool operator==(const Period&) const = default;
};

/// What the author asks of an axis beyond its data.
struct AxisWish {
    std::string title;
    std::optional<double> step;  // between two ticks, in the unit of the axis; of a time axis in months
    bool opposite = false;       // at the right of the plot, or over it
    bool is_set() const { return !title.empty() || step || opposite; }
    bool operator==(const AxisWish&) const = default;
};

/// A chart of panels.
struct Facets {
    int across = 0;  // panels in a row; 0: the chart chooses
    bool free_scales = false;
    std::vector<std::string> highlighted;  // panels of several series that the author names
    bool operator==(const Facets&) const = default;
};

/// Tidy rows, ready to draw: point i of every series pairs with categories[i].
struct Chart {
    vocabulary::Form form = vocabulary::Form::bar;
    struct Series {
        std::string name;              // empty if it is the only one
        std::vector<Value> values;     // pairs with Chart::categories
        std::vector<Value> low, high;  // empty, or pairs
        bool highlighted = false;
        int voice = 0;           // if highlighted: 1 for the first that the author names …; 0: in the series' order
        std::string panel = {};  // if panels have several series each; else a panel has its series' name
        bool operator==(const Series&) const = default;
    };
    std::vector<std::string> categories;        // as printed
    std::vector<std::string> category_keys;     // as in the data: `2026-Q2`
    std::vector<std::string> category_details;  // empty, or pairs: a smaller second line
    std::vector<Period> periods;                // empty, or pairs: a time axis
    std::vector<bool> category_highlighted;     // empty, or pairs
    std::vector<std::string> highlighted;       // flows: names at either end
    /// Of series and categories, by name: the author's.
    std::vector<std::pair<std::string, base::Color>> colors;
    std::vector<Series> series;
    AxisFormat format;                        // of the value axis
    std::string category_label, value_label;  // titles of the axes, mostly empty
    vocabulary::Stack stack = vocabulary::Stack::none;
    vocabulary::Labels labels = vocabulary::Labels::automatic;
    vocabulary::Legend legend = vocabulary::Legend::direct;
    vocabulary::Scale scale = vocabulary::Scale::linear;
    std::vector<double> domain, cut;  // of the value axis: empty or two ends; cut: the stretch that it leaves out
    int year_begins = 1;              // time axes: the month in which a year begins
    AxisWish x_axis, y_axis;
    std::optional<bool> lying;  // as the author asks, in forms that turn; empty: as the form does
    vocabulary::Rounding rounding = vocabulary::Rounding::each;  // of shares that the chart computes
    bool bridges_gaps = false;                                   // lines go on over missing values
    bool data_row = false;
    std::optional<bool> totals;        // of stacks; empty: if they are stacked by total
    std::vector<bool> category_total;  // empty, or pairs: sums among changes (waterfall)
    int bins = 0;
    int dots = 0;                  // columns: so many dots beside each other, one for each counted thing; 0: solid
    std::optional<Facets> facets;  // a panel for each series, or for each Series::panel
    std::vector<Annotation> annotations;
    std::vector<ChannelData> extra;                // color, size, text … of forms beyond categories × series
    std::vector<vocabulary::Channel> extra_names;  // pairs with extra
    std::optional<Map> map;                        // of the form map
    std::optional<Period> as_of;                   // timeline: the briefing's date
    bool operator==(const Chart&) const = default;
};

/// Whether the chart's values run to the right. Waterfalls that the author did not turn choose when they are drawn.
[[nodiscard]] inline bool is_lying(const Chart& chart) {
    return chart.lying.value_or(row_of(chart.form).lying);
}
/// The axis of values; of forms with two number axes that of `y`.
[[nodiscard]] inline const AxisWish& value_axis_of(const Chart& chart) {
    return is_lying(chart) ? chart.x_axis : chart.y_axis;
}
[[nodiscard]] inline const AxisWish& category_axis_of(const Chart& chart) {
    return is_lying(chart) ? chart.y_axis : chart.x_axis;
}

/// Whether each period is a month or longer; of a chart without dates: no.
[[nodiscard]] inline bool is_monthly(const Chart& chart) {
    constexpr double kShortestMonth = 28;
    const auto days = [](const Period& period) { return period.end_day - period.begin_day < kShortestMonth; };
    return !chart.periods.empty() && std::none_of(chart.periods.begin(), chart.periods.end(), days);
}

struct Picture {
    std::string path;  // absolute
    bool decorative = false;
    double crop = 0;                      // width to height that it is cut to; 0: not
    bool covers = false;                  // fills its room and is cut to its shape
    double focus_x = 0.5, focus_y = 0.5;  // the shares of what is cut off at the left and at the top
    bool operator==(const Picture&) const = default;
};

using ExhibitContent = std::variant<Chart, Table, Picture>;

/// A numbered figure or table.
struct Exhibit {
    std::string id;      // `fig:…`, the anchor
    std::string number;  // "Figure 2"
    Inlines title, subtitle, note;
    Inlines source;  // "Futurum Group, AI Platforms … [2]; own analysis"
    Provenance from;
    std::string base;  // "n = 820 respondents"; empty: none
    std::string alternative;
    ExhibitContent content;
    vocabulary::Width width = vocabulary::Width::column;
    std::optional<double> height;
    std::string sticker;
    std::vector<std::string> because;  // codes of warnings that the author has answered
    diag::Span span;
    PRECIS_COMPILED_ONCE(Exhibit);
    bool operator==(const Exhibit& other) const;
};

}  // namespace precis::doc
