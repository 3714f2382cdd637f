// Holds what a layout sets against its own limits: sizes of text in charts and tables, contrast of marks.
// Source: WCAG 2.1, 1.4.11: marks that carry meaning have a contrast of 3 : 1 with what is beside them.
#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "style/codes.h"
#include "style/read.h"

namespace precis::style {
namespace {

void check_size(const std::string& name, LayoutReading& r, std::vector<diag::Span>& reported) {
    const auto style = r.layout.styles.find(name);
    const auto place = r.size_places.find(name);
    if (style == r.layout.styles.end() || place == r.size_places.end()) return;
    const bool chart = name.starts_with("chart-");
    const double size = chart ? std::max(style->second.size, r.layout.chart.min_size) : style->second.size;
    const double least = r.layout.limits.min_size;
    if (size >= least - 1e-9 || std::find(reported.begin(), reported.end(), place->second) != reported.end()) return;
    reported.push_back(place->second);
    r.out.push_back(
        diag::error(code::size_below_limit, place->second,
                    fmt::format("text style “{}” is {:.4g} pt high; the limit is {:.4g} pt", name, size, least),
                    fmt::format("write “size: {:.4g} pt”, or lower “limits: {{min-size: …}}”", least)));
}

constexpr double kLeastHead = 20, kLeastFoot = 24;  // points; layout/pages/furniture.cpp moves them as close as that

/// Running head and foot stand in the margins.
void check_furniture(LayoutReading& r) {
    const auto& l = r.layout;
    if (l.medium != Medium::pages || !r.margins_place) return;
    const auto check = [&](const Furniture& words, const char* edge, const char* key, double margin, double least) {
        if (words.empty() || margin >= least) return;
        r.out.push_back(diag::error(
            diag::code::bad_value, r.margins_place,
            fmt::format("the {} margin of {:.4g} pt has no room for the layout's {}", edge, margin, key),
            fmt::format("give it at least {:.4g} pt, or write “{}: {{}}”, which clears the {}", least, key, key)));
    };
    check(l.header, "top", "header", l.margins.top, kLeastHead);
    check(l.footer, "bottom", "footer", l.margins.bottom, kLeastFoot);
}

}  // namespace

void check_limits(LayoutReading& r) {
    check_furniture(r);
    std::vector<diag::Span> reported;
    for (const char* name :
         {"chart-label", "chart-value", "chart-highlight", "table-head", "table-cell", "table-group"})
        check_size(name, r, reported);
    const auto& smallest = r.layout.table.smallest;
    if (smallest && *smallest < r.layout.limits.min_size - 1e-9) {
        r.out.push_back(diag::error(
            code::size_below_limit, r.smallest_place,
            fmt::format("tables may shrink to {:.4g} pt; the limit is {:.4g} pt", *smallest, r.layout.limits.min_size),
            fmt::format("write “smallest: {:.4g} pt”, or lower “limits: {{min-size: …}}”", r.layout.limits.min_size)));
    }
    const auto& ground = r.layout.color("background");
    const double least = r.layout.limits.contrast_marks;
    reported.clear();
    auto colors = r.palette_colors;
    colors.insert(colors.end(), r.mark_colors.begin(), r.mark_colors.end());
    for (const auto& [color, place] : colors) {
        const double contrast = base::contrast(color, ground);
        if (contrast >= least || std::find(reported.begin(), reported.end(), place) != reported.end()) continue;
        reported.push_back(place);
        r.out.push_back(
            diag::warning(diag::code::contrast_low, place,
                          fmt::format("marks of charts are {} on {}, a contrast of {:.1f}; the limit is {:.1f}",
                                      base::to_string(color), base::to_string(ground), contrast, least),
                          nearest_readable(color, ground, least) + "; or lower “limits: {contrast-marks: …}”"));
    }
}

}  // namespace precis::style
