// chart/chart.cpp: checks the chart, picks its form or panels, and gathers items, native data, note and diagnostics.
// Stage: (4) doc::Chart -> CHART -> scene items.
#include "chart/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "chart/canvas/canvas.h"
#include "chart/canvas/shapes.h"
#include "chart/checks/check.h"
#include "chart/checks/codes.h"
#include "chart/checks/lint.h"
#include "chart/forms/forms.h"
#include "chart/frame_words.h"
#include "chart/native.h"
#include "chart/panels/panel_chart.h"
#include "chart/panels/series_panels.h"
#include "chart/panels/small_charts.h"
#include "chart/scales/scale.h"
#include "diag/codes.h"

namespace precis::chart {
namespace {

constexpr double kLeastWidth = 120, kLeastHeight = 80;  // smaller charts have no room for an axis with words
constexpr double kMostValue = 1e300;                    // of sparklines, as in checks/check.cpp

/// A line with the words "no data"; returns its height.
double draw_no_data(Canvas& canvas) {
    const Label label = canvas.measure(canvas.word("no-data"), canvas.label_look());
    const double height = 28 * canvas.unit();
    canvas.rule(Layer::grid, {0, height / 2}, {canvas.width(), height / 2}, {canvas.inks().grid, 0.5, {}, false});
    canvas.put(label, {canvas.width() / 2, height / 2 + label.cap / 2}, Anchor::center);
    return height;
}

/// The room that words over and under a form leave it.
Frame without(Frame frame, const FrameRoom& room) {
    if (frame.wish) *frame.wish = std::max(*frame.wish - room.over - room.under, kLeastHeight / 2);
    frame.usual = std::max(frame.usual - room.over - room.under, kLeastHeight / 2);
    return frame;
}

struct Attempt {
    Drawing drawing;
    diag::Diagnostics diagnostics;
    std::vector<std::string> missing_names;  // of categories, that have no room
};

Attempt drawn(const doc::Chart& chart, double width, std::optional<double> height, const Context& context,
              const diag::Span& where) {
    Attempt attempt;
    Drawing& drawing = attempt.drawing;
    drawing.size.width = std::max(width, kLeastWidth);
    Canvas canvas(context, chart, drawing.size.width, where);
    const auto wish = height ? std::optional(std::max(*height, kLeastHeight)) : std::nullopt;
    const Frame frame{drawing.size.width, wish, std::max(context.layout->chart.height, kLeastHeight)};
    if (!has_data(chart)) {
        drawing.size.height = draw_no_data(canvas);
    } else {
        const FrameRoom room = frame_room(canvas, chart);
        const Frame inner = without(frame, room);
        double taken = 0;
        if (chart.facets && !has_series_panels(chart)) {
            auto panels = draw_small_charts(canvas, chart, inner, context, where);
            taken = panels.height;
            diag::append(attempt.diagnostics, std::move(panels.diagnostics));
        } else {
            const DrawForm draw_form = chart.facets ? draw_series_panels : drawing_of(chart.form);
            taken = draw_form(canvas, chart, inner);
        }
        draw_frame_words(canvas, chart, room, taken);
        drawing.size.height = room.over + taken + room.under;
    }
    attempt.missing_names = canvas.missing_names();
    drawing.items = canvas.finish();
    drawing.native = native_of(chart, canvas, drawing.size);
    drawing.note = std::move(canvas).note();
    // NOLINTNEXTLINE(bugprone-use-after-move): each call takes one part of the canvas and leaves the others
    drawing.spots = std::move(canvas).spots();
    // NOLINTNEXTLINE(bugprone-use-after-move): each call takes one part of the canvas and leaves the others
    diag::append(attempt.diagnostics, std::move(canvas).diagnostics());
    return attempt;
}

/// The columns as bars, whose names have a row each; none if the chart has what bars do not draw, or more than a page
/// holds.
std::optional<doc::Chart> laid_down(const doc::Chart& chart) {
    constexpr std::size_t kMostRows = 60;
    if (chart.categories.size() > kMostRows || chart.form != vocabulary::Form::column || chart.facets ||
        !chart.periods.empty() || !chart.annotations.empty() || !chart.extra.empty() || chart.data_row ||
        !chart.cut.empty())
        return std::nullopt;
    doc::Chart laid = chart;
    laid.form = vocabulary::Form::bar;
    std::swap(laid.x_axis, laid.y_axis);
    return laid;
}

diag::Diagnostic names_error(const doc::Chart& chart, const std::vector<std::string>& names, const diag::Span& where) {
    constexpr std::size_t kNamed = 3, kLength = 60, kMostNamed = 60;
    std::string listed;
    for (std::size_t i = 0; i < names.size() && i < kNamed; ++i)
        listed += fmt::format("{}“{}”", i ? ", " : "", base::shortened(names[i], kLength));
    if (names.size() > kNamed) listed += fmt::format(" and {} more", names.size() - kNamed);
    return diag::error(
        code::names_without_room, where,
        fmt::format("this {} chart has no room for the names {}", name_of(chart.form), listed),
        names.size() > kMostNamed
            ? "keep the largest in the query, as in `ORDER BY … DESC LIMIT 40`"
            : "use `chart: bar` or `chart: dot`, whose names have rows, show fewer, or shorten the names");
}

}  // namespace

diag::Result<Drawing> draw(const doc::Chart& given, double width, std::optional<double> height, const Context& context,
                           diag::Span where) {
    auto diagnostics = check(given, where);
    if (diag::has_errors(diagnostics)) return diagnostics;
    std::optional<doc::Chart> copy;  // only if needed: a chart may have a million points
    if (!is_square(given)) copy = squared(given);
    const doc::Chart& chart = copy ? *copy : given;
    Attempt attempt = drawn(chart, width, height, context, where);
    if (!attempt.missing_names.empty()) {
        const auto laid = laid_down(chart);
        if (laid) {
            attempt = drawn(*laid, width, height, context, where);
            attempt.drawing.laid_down = true;
        } else {
            // The error says more than a warning of the same words.
            std::erase_if(attempt.diagnostics, [](const auto& one) { return one.code == diag::code::label_dropped; });
            attempt.diagnostics.push_back(names_error(chart, attempt.missing_names, where));
        }
    }
    diag::append(diagnostics, std::move(attempt.diagnostics));
    if (has_data(chart)) diag::append(diagnostics, lint(chart, context.layout->chart.palette.size(), where));
    return diag::Result<Drawing>(std::move(attempt.drawing), std::move(diagnostics));
}

PanelDrawing draw_panel(const doc::Chart& given, base::Size size, const PanelPlace& place, const Context& context,
                        const diag::Span& where) {
    const doc::Chart chart = squared(given);
    Context panel_context = context;
    panel_context.exact_height = false;  // the height of all panels is given, not that of each
    Canvas canvas(panel_context, chart, size.width, where, place);
    const Frame frame{size.width, size.height, std::max(context.layout->chart.height, kLeastHeight)};
    PanelDrawing drawn;
    drawn.height = has_data(chart) ? drawing_of(chart.form)(canvas, chart, frame) : draw_no_data(canvas);
    const auto missing = canvas.panel().foot_words ? canvas.missing_names() : std::vector<std::string>();
    drawn.items = canvas.finish();
    drawn.diagnostics = std::move(canvas).diagnostics();
    if (!missing.empty()) drawn.diagnostics.push_back(names_error(chart, missing, where));
    if (has_data(chart)) diag::append(drawn.diagnostics, lint(chart, context.layout->chart.palette.size(), where));
    drawn.note = std::move(canvas).note();
    drawn.spots = std::move(canvas).spots();
    drawn.needs = std::move(canvas).needs();
    return drawn;
}

std::vector<scene::Item> sparkline(const std::vector<std::optional<double>>& values, base::Rect at,
                                   const style::ChartTheme& theme, std::optional<std::pair<double, double>> common) {
    const auto is_drawn = [](const std::optional<double>& value) {
        return value && std::isfinite(*value) && std::abs(*value) <= kMostValue;
    };
    double lo = 0, hi = 0;
    bool any = false;
    for (const auto& value : values) {
        if (!is_drawn(value)) continue;
        lo = any ? std::min(lo, *value) : *value;
        hi = any ? std::max(hi, *value) : *value;
        any = true;
    }
    std::vector<scene::Item> items;
    if (!any || at.empty()) return items;
    if (common) lo = std::min(lo, common->first), hi = std::max(hi, common->second);
    constexpr double kDot = 1.6;  // radius of the dot at the last value
    const double step = values.size() > 1 ? (at.width - 2 * kDot) / static_cast<double>(values.size() - 1) : 0;
    const ValueScale y{{lo, hi}, at.bottom() - kDot, at.y + kDot, false};
    scene::Path line = stroked({}, theme.quiet, 1);
    base::Point last;
    bool joined = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (is_drawn(values[i])) {
            last = {at.x + kDot + step * static_cast<double>(i), hi > lo ? y(*values[i]) : at.y + at.height / 2};
            line.steps.push_back(joined ? scene::PathStep{scene::LineTo{last}} : scene::PathStep{scene::MoveTo{last}});
        }
        joined = is_drawn(values[i]);
    }
    items.emplace_back(std::move(line));
    items.emplace_back(filled(disc(last, kDot), theme.primary));
    return items;
}

}  // namespace precis::chart
