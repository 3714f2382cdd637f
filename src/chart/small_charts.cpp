// chart/small_charts.cpp: the rows of one series as a chart, its neighbours beside it.
// Stage: doc::Chart with facets -> SMALL CHARTS -> canvas.
#include "chart/small_charts.h"

#include <algorithm>
#include <cmath>

#include "chart/numbers.h"
#include "chart/value_axis.h"

namespace precis::chart {
namespace {

constexpr double kLeastPanel = 125, kLeastHeight = 80;  // of a chart that can be drawn
constexpr double kBetween = 16, kAir = 4, kShare = 0.62;

bool one_of(std::string_view type, std::initializer_list<std::string_view> types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_of_points(const doc::Chart& chart) {
    return chart.type == "scatter" || chart.type == "bubble";
}

/// The rows that `keep` names, with all that pairs with them.
doc::Chart with_rows(const doc::Chart& chart, const std::vector<std::size_t>& keep) {
    const std::size_t n = chart.categories.size();
    doc::Chart made = chart;
    const auto filter = [&](auto& list) {
        if (list.size() != n) return;
        auto kept = list;
        kept.clear();
        for (const auto i : keep) kept.push_back(list[i]);
        list = std::move(kept);
    };
    filter(made.categories);
    filter(made.category_keys);
    filter(made.category_details);
    filter(made.periods);
    filter(made.category_highlighted);
    filter(made.category_total);
    for (auto& series : made.series) {
        filter(series.values);
        filter(series.low);
        filter(series.high);
    }
    for (auto& channel : made.extra) filter(channel.values);
    return made;
}

/// The chart of series `s`: alone, or before the others where points share a scale.
doc::Chart panel(const doc::Chart& chart, std::size_t s) {
    doc::Chart own = chart;
    own.facets.reset();
    own.value_label.clear();
    const bool free = chart.facets->free_scales;
    if (is_of_points(chart) && !free) {
        for (auto& series : own.series) series.highlighted = false;
        own.series[s].highlighted = true;
        own.series[s].voice = chart.series[s].highlighted ? 1 : 2;  // the accent is for the one that the author names
        own.legend = "none";
        if (own.labels == "auto") own.labels = "none";
        return own;
    }
    own.series = {chart.series[s]};
    own.series[0].name.clear();
    std::vector<std::size_t> keep;
    const bool all = !free && one_of(chart.type, {"bar", "lollipop", "dot"});  // the same rows in each
    for (std::size_t c = 0; c < chart.categories.size(); ++c)
        if (all || !is_absent(chart.series[s].values[c])) keep.push_back(c);
    own = with_rows(own, keep);
    if (all && own.domain.empty()) {
        const Interval extent = extent_of(chart, chart.type != "dot");
        if (extent.hi > extent.lo) own.domain = {extent.lo, extent.hi};
    }
    return own;
}

}  // namespace

Panels panels_of(std::string_view type) {
    if (one_of(type, {"line", "area", "step", "column"})) return Panels::own;
    if (one_of(type, {"bar", "lollipop", "dot", "scatter", "bubble", "pie", "donut", "waffle", "funnel"}))
        return Panels::shared;
    if (one_of(type, {"histogram", "box", "strip", "bullet", "waterfall"})) return Panels::free;
    return Panels::none;
}

SmallCharts draw_small_charts(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Context& context,
                              const diag::Span& where) {
    const double u = canvas.unit(), gap = kBetween * u;
    const std::size_t count = chart.series.size();
    const auto most = static_cast<std::size_t>(std::max(std::floor((frame.width + gap) / (kLeastPanel + gap)), 1.0));
    const auto wanted = chart.facets->across > 0 ? static_cast<std::size_t>(chart.facets->across) : count;
    const std::size_t across = std::clamp<std::size_t>(wanted, 1, std::min(most, count));
    const double width = (frame.width - gap * static_cast<double>(across - 1)) / static_cast<double>(across);
    const auto rows = static_cast<double>((count + across - 1) / across);
    const TextLook look = canvas.strong_look();
    const double head = canvas.row_of(look) + kAir * u;
    const double height = frame.asked() ? (*frame.asked() - gap * (rows - 1)) / rows - head : frame.usual * kShare;
    SmallCharts made;
    double y = 0, tallest = 0;
    for (std::size_t s = 0; s < count; ++s) {
        const std::size_t column = s % across;
        if (column == 0 && s > 0) {
            y += tallest + gap;
            tallest = 0;
        }
        const double x = static_cast<double>(column) * (width + gap);
        const auto& color = chart.series[s].highlighted ? canvas.tones().theme().highlight_text : canvas.inks().ink;
        const auto names = canvas.wrapped(chart.series[s].name, look.in(color), width);
        double baseline = y;
        for (const auto& line : names) {
            baseline += canvas.row_of(look);
            canvas.offer(line, {x, baseline - kAir * 0.6});
        }
        const double top = std::max(baseline, y + head - kAir * u) + kAir * u;
        auto drawing = draw(panel(chart, s), width, std::max(height, kLeastHeight), context, where).take(made.found);
        if (!drawing) continue;
        scene::Group group;
        group.transform = {1, 0, 0, 1, x, top};
        group.items = std::move(drawing->items);
        canvas.add(Layer::marks, std::move(group));
        tallest = std::max(tallest, top - y + drawing->size.height);
    }
    made.height = y + tallest;
    // What holds of every panel is said once.
    diag::Diagnostics once;
    for (auto& one : made.found)
        if (std::none_of(once.begin(), once.end(), [&](const auto& other) { return other.message == one.message; }))
            once.push_back(std::move(one));
    made.found = std::move(once);
    return made;
}

}  // namespace precis::chart
