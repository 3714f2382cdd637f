// locale/chart_keys.h: the keys of `charts` in a language's file: what the program says of a chart to readers who can't
// see it. docs/languages.md#descriptions-of-charts says what each is for.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

#include "locale/language_keys.h"

namespace precis::locale {

struct ChartRow {
    std::string_view key;
    std::string_view holds;  // placeholders that it must hold, with spaces between
    bool counted = false;    // has a text for each of CLDR's classes that the language tells apart, and holds {count}
};

/// The names of the chart forms, under `forms`: the words of vocabulary/form.h.
inline constexpr auto kChartForms = std::to_array<std::string_view>({
    "bar",       "column", "line",  "area",  "step",      "dot",      "lollipop", "dumbbell", "timeline", "heatmap",
    "scatter",   "bubble", "slope", "bump",  "waterfall", "donut",    "pie",      "waffle",   "funnel",   "bullet",
    "marimekko", "gantt",  "box",   "strip", "histogram", "calendar", "sankey",   "map",
});

inline constexpr auto kChartRows = std::to_array<ChartRow>({
    {"stacked", "{form}"},
    {"stacked-percent", "{form}"},
    {"values", "{form}", true},
    {"points", "{form}", true},
    {"timeline", "{form}", true},
    {"tasks", "{form} {rows}", true},
    {"rows", "", true},
    {"places", "{stages}", true},
    {"stages", "", true},
    {"panels", "", true},
    {"series", "", true},
    {"more-series", "", true},
    {"gaps", "", true},
    {"without-data", "{form}"},
    {"span", "{first} {last}"},
    {"from-to", "{first} {last}"},
    {"item", "{name} {value}"},
    {"detail", "{name} {detail}"},
    {"named", "{name} {text}"},
    {"rises", "{first} {first-period} {last} {last-period}"},
    {"falls", "{first} {first-period} {last} {last-period}"},
    {"level", "{value}"},
    {"in-period", "{period}"},
    {"on-day", "{period}"},
    {"highest", "{value} {period}"},
    {"lowest", "{value} {period}"},
    {"extremes", "{high-name} {high} {low-name} {low}"},
    {"first-to-last", "{text}"},
    {"lowest-to-highest", "{text}"},
    {"flow", "{from} {to} {value}"},
    {"outflow", "{name} {value}"},
    {"largest-flow", "{flow}"},
    {"smallest-flow", "{flow}"},
    {"largest-rise", "{step}"},
    {"largest-fall", "{step}"},
    {"previous", "{value}"},
    {"plan", "{value}"},
    {"target", "{value}"},
    {"forecast", "{value}"},
    {"estimate", "{value}"},
    {"partial", "{value}"},
    {"no-values-published", ""},
    {"no-values", ""},
    {"one-value", "{value}"},
    {"sparkline", "{first} {last} {low} {high}", true},
    {"comma", ""},
    {"semicolon", ""},
    {"sentence", "{text}"},
});

/// A key of `charts`, looked up while the program is compiled: an unknown one does not compile.
class ChartKey {
  public:
    consteval ChartKey(const char* key) : row_(row_of(key)) {}  // NOLINT: written as a plain text where it is used
    [[nodiscard]] constexpr std::size_t row() const { return row_; }

  private:
    static consteval std::size_t row_of(std::string_view key) {
        for (std::size_t row = 0; row < kChartRows.size(); ++row)
            if (kChartRows[row].key == key) return row;
        throw "no such key of `charts`";
    }
    std::size_t row_;
};

/// The number of the first text of a row in Language::charts; those of the forms come before all rows.
[[nodiscard]] constexpr std::size_t first_chart_text(std::size_t row) {
    std::size_t text = kChartForms.size();
    for (std::size_t before = 0; before < row; ++before) text += kChartRows[before].counted ? kPluralForms : 1;
    return text;
}
inline constexpr std::size_t kChartTexts = first_chart_text(kChartRows.size());

}  // namespace precis::locale
