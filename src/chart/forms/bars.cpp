// chart/forms/bars.cpp: level bars in rows: ranked, grouped, in sections, stacked. Long names go above their bars,
// which then may have tracks. Stage: doc::Chart -> FORM bar -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/axis_cut.h"
#include "chart/axes/level_axis.h"
#include "chart/axes/rows.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/canvas/short_names.h"
#include "chart/forms/forms.h"
#include "chart/forms/stacked_bars.h"
#include "chart/labels/series_key.h"
#include "chart/marks/bar_mark.h"
#include "chart/marks/variance.h"
#include "chart/notes/level_lines.h"
#include "chart/notes/row_references.h"
#include "chart/scales/lookup.h"
#include "chart/scales/scale.h"

namespace precis::chart {
namespace {

constexpr double kValueGap = 4;
constexpr std::size_t kMostNameLines = 12;           // of a name over its bar
constexpr double kTrack = 7.5;                       // docs/design/looks.md#charts
constexpr double kTallRow = 19, kTallValue = 1.4;    // in rows this high, values are larger by so many points
constexpr double kWhiskerFoot = 0.4, kMostFoot = 7;  // of a bar's height; points
constexpr double kParting = 0.7;                     // between the bars of a group
constexpr double kNameRise = 2.5, kBarDrop = 3.4,
                 kBelow = 8.5;  // name over its bar; bar under its name; to the next row

/// A value with its words, which follow its end or that of its interval.
struct Bar {
    std::size_t series = 0, category = 0;
    const doc::Value* value = nullptr;
    Label words;
    std::optional<Interval> interval;
    double number() const { return value->number.value_or(0); }
    /// The number at which the words follow.
    double reach() const {
        if (!interval) return number();
        return number() < 0 ? std::min(number(), interval->lo) : std::max(number(), interval->hi);
    }
    /// Points beyond `reach`: open end, gap and words.
    double extra() const {
        const double open = value->number && is_open_ended(value->qualifier) ? kOpenEnd + 1 : 0;
        return open + (words.empty() ? 1 : kValueGap + words.width);
    }
};

/// A number that the scale must hold, and the points that it needs beyond.
struct End {
    double number = 0, extra = 1;
};

/// Bars have an axis if the author asks for it, or wants no numbers at the bars.
bool has_axis(const doc::Chart& chart) {
    return value_axis_of(chart).is_set() || chart.labels == vocabulary::Labels::none;
}

/// An axis that the author asks for prints the unit; without one the labels do.
Unit label_unit(const doc::Chart& chart, bool first) {
    return value_axis_of(chart).is_set() ? Unit::bare : unit_without_axis(chart.format, first);
}

std::vector<End> ends_of(Canvas& canvas, const std::vector<Bar>& bars, const doc::Chart& chart) {
    std::vector<End> ends;
    for (const auto& bar : bars) {
        ends.push_back({bar.reach(), bar.extra()});
        if (bar.interval) ends.push_back({bar.number() < 0 ? bar.interval->hi : bar.interval->lo, 1});
    }
    for (const double end : chart.domain) {  // treated like a bar with words
        const Label words = canvas.measure(
            number_words(end, chart.format, decimals_of(chart), label_unit(chart, false), canvas.locale()),
            canvas.value_look());
        ends.push_back({end, end == 0 || chart.labels == vocabulary::Labels::none ? 1 : kValueGap + words.width});
    }
    if (has_level_lines(chart)) {
        const Interval reach = with_level_lines(chart, {0, 0});
        for (const double end : {reach.lo, reach.hi}) ends.push_back({end, 2});
    }
    return ends;
}

std::vector<Bar> bars_of(Canvas& canvas, const doc::Chart& chart, bool tall) {
    std::vector<Bar> bars;
    const TextLook look = canvas.value_look();
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto& value = chart.series[s].values[c];
            if (is_absent(value)) continue;
            Bar bar{s, c, &value, {}, value.number ? interval_of(chart.series[s], c) : std::nullopt};
            const Tone tone = canvas.tones().mark(s, c);
            if (wants_label(chart, s, c))
                bar.words =
                    canvas.measure(value_words(value, chart.format, label_unit(chart, bars.empty()), canvas.locale()),
                                   look.in(tone.text).sized(look.size + (tall ? kTallValue : 0) * canvas.unit()));
            bars.push_back(std::move(bar));
        }
    }
    return bars;
}

/// The largest scale on which all ends with their extra points fit between `left` and `right`. Zero is at `left` unless
/// bars go both ways. A cut takes its gap out of that room, and its interval out of the scale.
/// Cost: quadratic in the ends, since each pair of a left and a right end must fit.
ValueScale fitting_scale(const std::vector<End>& ends, const AxisCut& cut, double left, double right) {
    double large = 1e-300;
    for (const auto& end : ends) large = std::max(large, std::abs(cut.drawn(end.number)));
    right -= cut.gap;
    // In shares of the largest number, so that neither 1e300 nor 1e-300 overflows.
    double per_share = 1e9;
    double left_need = 0;
    const auto share = [&](const End& end) { return std::abs(cut.drawn(end.number)) / large; };
    const auto is_down = [](const End& end) { return end.number < 0; };
    for (const auto& up : ends) {
        if (is_down(up)) continue;
        if (share(up) > 0) per_share = std::min(per_share, (right - left - up.extra) / share(up));
        for (const auto& down : ends)
            if (is_down(down))
                per_share = std::min(per_share, (right - left - up.extra - down.extra) / (share(up) + share(down)));
    }
    for (const auto& down : ends)
        if (is_down(down)) per_share = std::min(per_share, (right - left - down.extra) / share(down));
    per_share = std::max(per_share == 1e9 ? 0 : per_share, 0.0);
    for (const auto& down : ends)
        if (is_down(down)) left_need = std::max(left_need, per_share * share(down) + down.extra);
    const double zero = left + left_need;
    return cut.applied({{0, large + cut.length()}, zero, zero + per_share + cut.gap, false});
}

/// The scale of panels that share it: up to the longest bar of all panels, with room for their widest words.
ValueScale common_scale(Canvas& canvas, const std::vector<End>& ends, double left, double right) {
    Interval reach{0, 0};
    double up = 1, down = 0;
    for (const auto& end : ends) {
        reach = {std::min(reach.lo, end.number), std::max(reach.hi, end.number)};
        (end.number < 0 ? down : up) = std::max(end.number < 0 ? down : up, end.extra);
    }
    reach = canvas.common("values", reach);
    const double from = left + canvas.common("before", down), to = right - canvas.common("after", up);
    const double per_unit = reach.hi > reach.lo ? std::max(to - from, 1.0) / (reach.hi - reach.lo) : 0;
    const double zero = from - reach.lo * per_unit;
    return {{0, std::max(reach.hi, 1e-300)}, zero, zero + std::max(reach.hi, 1e-300) * per_unit, false};
}

void draw_value(Canvas& canvas, const Bar& bar, const ValueScale& scale, double middle) {
    if (bar.words.empty()) return;
    const double number = bar.number(), at = scale(bar.reach());
    const double open = bar.value->number && is_open_ended(bar.value->qualifier) ? kOpenEnd + 1 : 0;
    const double x = number < 0 ? at - open - kValueGap : at + open + kValueGap;
    const Anchor anchor = number < 0 ? Anchor::right : Anchor::left;
    canvas.offer(bar.words, {x, middle + bar.words.cap / 2}, anchor);
}

/// Room for words under the rows: those of reference lines, and of an axis that the author asks for.
double foot_of_bars(const Canvas& canvas, const doc::Chart& chart) {
    const auto& asked = value_axis_of(chart);
    const double axis = has_axis(chart) && !asked.opposite ? kLevelFoot * canvas.unit() : 0;
    return std::max(height_of_level_words(canvas, chart), axis);
}

double draw_beside(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Rows& rows, double top) {
    const bool tall = rows.step >= kTallRow && rows.rows.front().bars == 1;
    const auto bars = bars_of(canvas, chart, tall);
    const double left = rows.label_width;
    const AxisCut cut = axis_cut(canvas, chart);
    const auto ends = ends_of(canvas, bars, chart);
    const auto& asked = value_axis_of(chart);
    const double aside = depth_of_variance(canvas, chart, Lie::level), right = frame.width - aside;
    const ValueScale scale = canvas.panel().common != nullptr ? common_scale(canvas, ends, left, right)
                                                              : fitting_scale(ends, cut, left, right);
    const double zero = scale.from;
    Interval reach{0, 0};
    for (const auto& end : ends) reach = {std::min(reach.lo, end.number), std::max(reach.hi, end.number)};
    for (const auto& row : rows.rows) {
        draw_row_words(canvas, row, top);
        const double depth = rows.bar / static_cast<double>(std::max<std::size_t>(row.bars, 1));
        std::size_t index = 0;
        for (const auto& bar : bars) {
            if (bar.category != row.category) continue;
            const double begin = top + row.middle - rows.bar / 2 + depth * static_cast<double>(index++);
            const Tone tone = canvas.tones().mark(bar.series, bar.category);
            const double deep = row.bars > 1 ? depth - kParting : depth;
            if (bar.value->number) {
                canvas.spot({scale(*bar.value->number), begin + deep / 2}, chart, bar.series, bar.category);
                draw_bar(
                    canvas,
                    {Lie::level, zero, scale(*bar.value->number), begin, deep, is_open_ended(bar.value->qualifier)},
                    look_of(tone, bar.value->status, canvas.tones()), tone.mark);
            }
            if (bar.interval)
                draw_whisker(canvas, Lie::level, scale(bar.interval->lo), scale(bar.interval->hi), begin + deep / 2,
                             std::min(deep * kWhiskerFoot, kMostFoot));
            if (bar.number() > cut.interval.lo && cut.is_cut())
                draw_break(canvas, Lie::level, scale, begin - 1.5, begin + deep + 1.5);
            draw_value(canvas, bar, scale, begin + deep / 2);
        }
    }
    for (const auto& [from, to] : rows.runs)
        canvas.add(Layer::rims, stroked(polyline({{zero, top + from}, {zero, top + to}}), canvas.inks().ink, 0.75));
    draw_variance(canvas, chart,
                  {Lie::level, right, aside, std::min(rows.bar * 0.5, 9.0),
                   [&](std::size_t c) {
                       for (const auto& row : rows.rows)
                           if (row.category == c) return std::optional(top + row.middle);
                       return std::optional<double>();
                   },
                   top, top + rows.height});
    draw_level_lines(canvas, chart, scale, top, top + rows.height);
    if (has_axis(chart))
        draw_level_axis(canvas, level_axis_on(canvas, chart.format, scale, reach, asked), top, top + rows.height);
    record_rows(canvas, rows, scale, reach, top);
    draw_row_references(canvas, chart, rows, scale, top);
    return top + rows.height + foot_of_bars(canvas, chart);
}

/// Names above their bars, values at the right edge; bars of percentages lie on a track to 100.
double draw_below(Canvas& canvas, const doc::Chart& chart, const Frame& frame, double top) {
    const double u = canvas.unit();
    const bool percent = chart.format.unit == "percent";
    const auto bars = bars_of(canvas, chart, true);
    double largest = percent ? 100 : 1e-300;
    for (const auto& end : ends_of(canvas, bars, chart)) largest = std::max(largest, std::abs(end.number));
    const bool sections = is_sectioned(chart);
    double y = top;
    std::size_t section = chart.series.size();
    for (const auto& bar : bars) {
        const Tone tone = canvas.tones().mark(bar.series, bar.category);
        if (sections && bar.series != section) {
            const Label head = canvas.measure(chart.series[bar.series].name, canvas.strong_look().in(tone.text));
            y += (section == chart.series.size() ? 0 : 5 * u) + head.cap + 1;
            canvas.offer(head, {0, y});
            y += 4 * u;
            section = bar.series;
        }
        const double words_room = frame.width - bar.words.width - 8;
        TextLook look = canvas.label_look().in(canvas.inks().ink);
        if (canvas.tones().category_loud(bar.category)) look = canvas.strong_look().in(canvas.inks().ink);
        const auto& name = chart.categories[bar.category];
        const auto lines =
            short_name(canvas, {name, look}, {words_room, kMostNameLines}, canvas.wrapped(name, look, words_room));
        for (const auto& line : lines) {
            y += &line == &lines.front() ? std::max(line.cap, bar.words.cap) + kNameRise : canvas.row_of(look);
            if (line.width > words_room + 0.01)
                canvas.dropped(line.text);
            else
                canvas.offer(line, {0, y});
        }
        canvas.offer(bar.words, {frame.width, y}, Anchor::right);
        y += kBarDrop * u;
        const double open = bar.value->number && is_open_ended(bar.value->qualifier) ? kOpenEnd : 0;
        const ValueScale scale{{0, largest}, 0, frame.width - open, false};
        if (percent) canvas.add(Layer::ground, filled(rectangle({0, y, frame.width, kTrack * u}), canvas.inks().track));
        if (bar.value->number) {
            canvas.spot({scale(std::abs(*bar.value->number)), y + kTrack * u / 2}, chart, bar.series, bar.category);
            draw_bar(canvas, {Lie::level, 0, scale(std::abs(*bar.value->number)), y, kTrack * u, open > 0},
                     look_of(tone, bar.value->status, canvas.tones()), tone.mark);
        }
        if (bar.interval)
            draw_whisker(canvas, Lie::level, scale(bar.interval->lo), scale(bar.interval->hi), y + kTrack * u / 2,
                         kTrack * u * 0.5);
        y += kTrack * u + kBelow * u;
    }
    y -= kBelow * u - 1;
    draw_level_lines(canvas, chart, {{0, largest}, 0, frame.width, false}, top, y);
    return y + height_of_level_words(canvas, chart);
}

double draw_bars_under(Canvas& canvas, const doc::Chart& chart, const Frame& frame, double top) {
    const bool stacked = chart.series.size() > 1 && chart.stack != vocabulary::Stack::none;
    const bool sections = !stacked && is_sectioned(chart);
    if (chart.series.size() > 1 && !sections) top += draw_series_key(canvas, chart, 0, top);
    if (variance_of(chart) != nullptr) top = std::max(top, canvas.row_of(canvas.label_look()) + 3);
    bool negative = false;
    for (const auto& series : chart.series)
        for (const auto& value : series.values) negative = negative || value.number.value_or(0) < 0;
    const bool single_bars = chart.series.size() == 1 || sections;
    const bool percent_tracks = sections && chart.format.unit == "percent";
    const bool tied = std::any_of(chart.annotations.begin(), chart.annotations.end(), [](const auto& annotation) {
        return annotation.kind == doc::Annotation::Kind::callout || annotation.kind == doc::Annotation::Kind::note ||
               !annotation.ends.empty();
    });
    const auto& asked = value_axis_of(chart);
    if (asked.opposite) top += kLevelFoot * canvas.unit();
    // Annotations tied to rows and scales shared by panels need rows with names at the left.
    const bool may_go_below = canvas.panel().common == nullptr && !tied && !negative && single_bars && !stacked &&
                              !has_axis(chart) && !canvas.exact_height();
    if (may_go_below && chart.cut.empty() && (percent_tracks || row_words_are_long(canvas, chart)))
        return draw_below(canvas, chart, frame, top);
    const double foot = foot_of_bars(canvas, chart);
    const Rows rows =
        rows_of(canvas, chart, frame.wish ? std::optional(*frame.wish - top - foot) : std::nullopt, frame.usual - foot);
    return stacked ? draw_stacked_bars(canvas, chart, frame, rows, top) : draw_beside(canvas, chart, frame, rows, top);
}

}  // namespace

double draw_bars(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    constexpr double kMostNoun = 0.2;  // of the width: a longer noun at the first label would shorten all bars
    const auto noun = value_axis_of(chart).is_set() ? std::string() : noun_of(chart.format);
    const Label word = canvas.measure(noun, canvas.label_look());
    if (noun.empty() || word.width < kMostNoun * frame.width) return draw_bars_under(canvas, chart, frame, 0);
    doc::Chart bare = chart;
    bare.format.symbol.clear();
    if (canvas.panel().row_words) canvas.offer(word, {0, word.cap});
    return draw_bars_under(canvas, bare, frame, word.cap + canvas.row_of(canvas.label_look()) * 0.7);
}

}  // namespace precis::chart
