// Reads `chart` and `table`: colours and measures of exhibits.
#include <fmt/format.h>

#include <algorithm>

#include "base/oklab.h"
#include "style/codes.h"
#include "style/derived_colors.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

std::vector<base::Color> colors_of(const std::vector<diag::Text>& written, LayoutReading& r) {
    std::vector<base::Color> colors;
    for (const auto& text : written) {
        if (const auto color = r.colors.read(text, r.out)) colors.push_back(*color);
    }
    return colors;
}

/// Where a colour is given its value: at its name's definition, or where it is written.
diag::Span place_of(const diag::Text& written, const LayoutReading& r) {
    const auto defined = r.colors.place(written.text);
    return defined ? defined : written.span;
}

/// The colours of series, which `limits: contrast-marks` holds against the page.
std::vector<base::Color> palette_of(const std::vector<diag::Text>& written, LayoutReading& r) {
    std::vector<base::Color> colors;
    r.palette_colors.clear();
    for (const auto& text : written) {
        const auto color = r.colors.read(text, r.out);
        if (!color) continue;
        colors.push_back(*color);
        r.palette_colors.push_back({*color, place_of(text, r)});
    }
    return colors;
}

void read_chart(const yaml::Node& node, LayoutReading& r) {
    auto& chart = r.layout.chart;
    yaml::Fields f(node, vocabulary::keys::chart_theme, r.out);
    set(chart.height, bounded_length(f, "height", {20, 2000}, r.out));
    set(chart.min_size, bounded_length(f, "min-size", {1, 100}, r.out));
    set(chart.patterns, f.boolean("patterns"));
    chart.palette = palette_of(f.texts("palette"), r);
    chart.sequential = colors_of(f.texts("sequential"), r);
    chart.diverging = colors_of(f.texts("diverging"), r);
    set(chart.primary, r.colors.read(f, "primary", r.out));
    set(chart.highlight, r.colors.read(f, "highlight", r.out));
    set(chart.highlight_text, r.colors.read(f, "highlight-text", r.out));
    set(chart.positive, r.colors.read(f, "positive", r.out));
    set(chart.positive_text, r.colors.read(f, "positive-text", r.out));
    set(chart.negative, r.colors.read(f, "negative", r.out));
    set(chart.negative_text, r.colors.read(f, "negative-text", r.out));
    set(chart.quiet, r.colors.read(f, "quiet", r.out));
    set(chart.previous, r.colors.read(f, "previous", r.out));
    for (const auto& [key, color] : {std::pair("primary", chart.primary), std::pair("highlight", chart.highlight),
                                     std::pair("quiet", chart.quiet), std::pair("previous", chart.previous),
                                     std::pair("positive", chart.positive), std::pair("negative", chart.negative)})
        if (const auto written = f.text(key)) r.mark_colors.push_back({color, place_of(*written, r)});
    set(chart.grid, r.colors.read(f, "grid", r.out));
    set(chart.axis, r.colors.read(f, "axis", r.out));
    set(chart.rest, r.colors.read(f, "rest", r.out));
    set(chart.area, r.colors.read(f, "area", r.out));
    f.finish();
}

void read_table(const yaml::Node& node, LayoutReading& r) {
    auto& table = r.layout.table;
    yaml::Fields f(node, vocabulary::keys::table_theme, r.out);
    set(table.stripes, f.boolean("stripes"));
    if (const auto rules = f.word<vocabulary::TableRules>("rules"))
        table.rule_rows = *rules == vocabulary::TableRules::rows;
    set(table.padding, bounded_length(f, "padding", {0, 72}, r.out));
    set(table.row_height, bounded_length(f, "row-height", {4, 200}, r.out));
    if (const auto smallest = bounded_length(f, "smallest", {1, 100}, r.out)) table.smallest = smallest;
    if (const auto* written = f.node("smallest")) r.smallest_place = written->span;
    table.head_ground = r.colors.read(f, "head", r.out);
    f.finish();
}

/// Defaults of the chart's colours, from the roles that every layout has.
void derive_chart_colors(Layout& layout) {
    auto& chart = layout.chart;
    chart.primary = layout.color("data");
    chart.highlight = layout.color("accent");
    chart.highlight_text = layout.color("accent-text");
    chart.positive = layout.color("positive");
    chart.positive_text = layout.color("positive-text");
    chart.negative = layout.color("negative");
    chart.negative_text = layout.color("negative-text");
    chart.axis = layout.color("foreground");
    chart.quiet = chart.previous = layout.color("quiet-mark");
    chart.grid = layout.color("grid");
    chart.rest = layout.color("rest");
    chart.area = layout.color("primary-light");
}

/// The colours `name-1`, `name-2` … of the roles.
std::vector<base::Color> numbered(const Layout& layout, std::string_view name, std::vector<base::Color> colors) {
    for (auto i = colors.size() + 1;; ++i) {
        const auto at = layout.colors.find(fmt::format("{}-{}", name, i));
        if (at == layout.colors.end()) return colors;
        colors.push_back(at->second);
    }
}

/// Colours of a brand's series that some eyes do not tell apart.
void check_told_apart(LayoutReading& r) {
    const auto& colors = r.palette_colors;
    std::vector<base::Color> before;
    for (const auto& [color, place] : colors) {
        const auto alike = std::find_if(before.begin(), before.end(), [&, &color = color](const base::Color& other) {
            return base::least_difference(color, other) < kToldApart;
        });
        if (alike != before.end()) {
            const auto other = told_apart(color, before, r.layout.color("background"), r.layout.limits.contrast_marks);
            r.out.push_back(diag::warning(
                code::colors_alike, place,
                fmt::format("{} and {} look alike to some eyes: they are {:.3f} apart, less than {}",
                            base::to_string(*alike), base::to_string(color), base::least_difference(color, *alike),
                            kToldApart),
                fmt::format("“{}” is the nearest colour that differs from those before it", base::to_string(other))));
        }
        before.push_back(color);
    }
}

}  // namespace

void read_themes(LayoutReading& r, const std::vector<diag::Text>& brand_palette) {
    derive_chart_colors(r.layout);
    if (const auto* chart = r.top.node("chart")) read_chart(*chart, r);
    if (const auto* table = r.top.node("table")) read_table(*table, r);
    auto& chart = r.layout.chart;
    if (!brand_palette.empty()) {
        chart.palette = palette_of(brand_palette, r);
        check_told_apart(r);
    }
    if (chart.palette.empty()) chart.palette = numbered(r.layout, "series", {chart.primary, chart.highlight});
    if (chart.sequential.empty()) chart.sequential = numbered(r.layout, "sequential", {});
    if (chart.diverging.empty()) chart.diverging = numbered(r.layout, "diverging", {});
}

}  // namespace precis::style
