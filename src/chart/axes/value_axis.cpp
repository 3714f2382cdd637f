// chart/axes/value_axis.cpp: extents of values and stacks, round ticks, words on gridlines.
// Stage: data extent -> VALUE AXIS -> canvas. Draws no data.
#include "chart/axes/value_axis.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/axis_cut.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/marks/stack.h"

namespace precis::chart {
namespace {

constexpr double kStepHeight = 30;        // between gridlines, as near as round numbers allow; in units of the canvas
constexpr int kMostSteps = 5;             // docs/design/looks.md#charts: three to five gridlines
constexpr std::size_t kMostOnPhones = 4;  // gridlines
constexpr double kWordLift = 2.2;         // a word's baseline over its gridline
constexpr double kWordHeight = 0.8;       // of the size: room for the word on the top gridline
constexpr double kNearZero = 0.6;  // data whose nearer end is less than this share of the farther one include zero

/// An interval that grows with the values added to it.
struct Reach {
    Interval interval;
    bool any = false;
    void add(double value) {
        interval = any ? Interval{std::min(interval.lo, value), std::max(interval.hi, value)} : Interval{value, value};
        any = true;
    }
    void add(const std::vector<doc::Value>& values) {
        for (const auto& value : values)
            if (value.number) add(*value.number);
    }
};

std::size_t gridlines(const Ticks& ticks) {
    return static_cast<std::size_t>(
        std::count_if(ticks.values.begin(), ticks.values.end(), [](double value) { return value != 0; }));
}

}  // namespace

Interval extent_of(const doc::Chart& chart, bool from_zero) {
    Reach reach;
    for (const auto& series : chart.series) {
        reach.add(series.values);
        reach.add(series.low);
        reach.add(series.high);
    }
    for (const auto& annotation : chart.annotations)
        for (const auto& number : {annotation.number, annotation.to})
            if (number && !annotation.on_x && annotation.kind != doc::Annotation::Kind::ratio) reach.add(*number);
    const Interval& data = reach.interval;
    const double large = std::max(std::abs(data.lo), std::abs(data.hi)),
                 small = std::min(std::abs(data.lo), std::abs(data.hi));
    const bool near_zero = small < kNearZero * large;
    // The author's domain widens the axis, but never cuts the data.
    for (const double end : chart.domain) reach.add(end);
    if (!chart.domain.empty()) return reach.interval;
    if (chart.scale != vocabulary::Scale::log && (from_zero || near_zero || data.lo == data.hi)) reach.add(0);
    return reach.interval;
}

Interval stacked_extent_of(const doc::Chart& chart) {
    Reach reach;
    reach.add(0);
    for (const auto& series : stacked_parts(chart)) {
        for (const auto& part : series) {
            reach.add(part.from);
            reach.add(part.to);
        }
    }
    return reach.interval;
}

ValueAxis value_axis(Canvas& canvas, const doc::Chart& chart, Interval data, double top, double bottom) {
    ValueAxis axis;
    const TextLook look = canvas.label_look();
    const auto noun = noun_of(chart.format);
    if (!noun.empty()) axis.noun = canvas.measure(with_noun(chart.value_label, chart.format), look);
    const double noun_line = noun.empty() ? 0 : canvas.row_of(look);
    const double first_line = top + noun_line + look.size * kWordHeight + kWordLift;
    const double steps = (bottom - first_line) / (kStepHeight * canvas.unit());
    int wanted = std::clamp(static_cast<int>(std::lround(steps)), 1, kMostSteps);
    const bool logarithmic = chart.scale == vocabulary::Scale::log && data.lo > 0;
    const AxisCut cut = axis_cut(canvas, chart);
    const auto& wish = chart.y_axis;
    axis.at_right = wish.opposite;
    auto format = chart.format;
    if (chart.series.size() > 1 && chart.stack == vocabulary::Stack::percent) format.unit = "percent";
    const bool percent = format.unit == "percent";
    axis.ticks = logarithmic    ? log_ticks(data)
                 : cut.is_cut() ? cut_ticks(cut, data, wanted, wish.step)
                 : wish.step    ? stepped_ticks(data, *wish.step)
                 : percent      ? percent_ticks(data, wanted)
                                : nice_ticks(data, wanted);
    const bool free = !logarithmic && !cut.is_cut() && !wish.step;
    while (canvas.is_narrow() && free && wanted > 1 && gridlines(axis.ticks) > kMostOnPhones)
        axis.ticks = percent ? percent_ticks(data, --wanted) : nice_ticks(data, --wanted);
    const auto& values = axis.ticks.values;
    axis.scale = cut.applied(
        {{values.front(), values.back()}, bottom, first_line, logarithmic, chart.scale == vocabulary::Scale::sqrt});
    const TickWords ticks(values, format, logarithmic ? -1 : axis.ticks.decimals, true, canvas.locale());
    // Ticks that the author sets closer than lines of text have a word at every second, third … of them.
    const double apart = std::abs(axis.scale(values[1]) - axis.scale(values[0])), line = look.size * 1.1;
    const auto every = wish.step && apart > 0 ? static_cast<std::size_t>(std::ceil(line / apart)) : std::size_t{1};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool is_top = i + 1 == values.size();
        if ((values[i] == 0 && !is_top) || (values.size() - 1 - i) % every != 0) {
            axis.words.emplace_back();
            continue;
        }
        std::string words = ticks.of(values[i], is_top && noun.empty() ? Unit::symbol : Unit::bare);
        if (is_top && noun.empty() && !chart.value_label.empty()) words += " " + chart.value_label;
        axis.words.push_back(canvas.measure(words, look));
        // The top word may reach over the plot: no mark is as high as its gridline.
        if (!is_top || values.size() < 3) axis.words_width = std::max(axis.words_width, axis.words.back().width);
    }
    return axis;
}

void draw_value_axis(Canvas& canvas, const ValueAxis& axis, double left, double right) {
    canvas.rule_values(axis.ticks.values);
    for (std::size_t i = 0; i < axis.ticks.values.size(); ++i) {
        const double value = axis.ticks.values[i], y = axis.scale(value);
        if (value != 0) canvas.rule(Layer::grid, {left, y}, {right, y}, {canvas.inks().grid, 0.5, {}, false});
        if (!canvas.panel().row_words) continue;
        const Label& word = axis.words[i];
        canvas.offer(word, {axis.at_right ? right : left, y - kWordLift}, axis.at_right ? Anchor::right : Anchor::left);
    }
    if (axis.noun.text.empty() || !canvas.panel().row_words) return;
    const double over = axis.scale(axis.ticks.values.back()) - kWordLift - canvas.row_of(canvas.label_look());
    canvas.offer(axis.noun, {axis.at_right ? right : left, over}, axis.at_right ? Anchor::right : Anchor::left);
}

void draw_baseline(Canvas& canvas, double left, double right, double y) {
    canvas.add(Layer::rims, stroked(polyline({{left, y}, {right, y}}), canvas.inks().ink, 0.75));
}

}  // namespace precis::chart
