// chart/bars.cpp: lying bars: ranked, grouped, in sections, stacked; on tracks with words above where words are long.
// Stage: doc::Chart -> PRESET bar -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axis_cut.h"
#include "chart/bar_mark.h"
#include "chart/level_lines.h"
#include "chart/numbers.h"
#include "chart/presets.h"
#include "chart/rows.h"
#include "chart/scale.h"
#include "chart/series_key.h"
#include "chart/shapes.h"
#include "chart/stack.h"

namespace precis::chart {
namespace {

constexpr double kValueGap = 4;
constexpr double kTrack = 7.5;

/// A value with the words at its end, beyond its interval if it has one.
struct Bar {
    std::size_t series = 0, category = 0;
    const doc::Value* value = nullptr;
    Label words;
    std::optional<Interval> interval;
    double number() const { return value->number.value_or(0); }
    double reach() const {  // the end that has the words
        if (!interval) return number();
        return number() < 0 ? std::min(number(), interval->lo) : std::max(number(), interval->hi);
    }
    double extra() const {  // beyond the value: open end, gap, words
        const double open = value->number && is_open_ended(value->qualifier) ? kOpenEnd + 1 : 0;
        return open + (words.empty() ? 1 : kValueGap + words.width);
    }
};

/// How far something reaches from zero, and what it needs beyond, in points.
struct End {
    double number = 0, extra = 1;
};

std::vector<End> ends_of(Canvas& canvas, const std::vector<Bar>& bars, const doc::Chart& chart) {
    std::vector<End> ends;
    for (const auto& bar : bars) {
        ends.push_back({bar.reach(), bar.extra()});
        if (bar.interval) ends.push_back({bar.number() < 0 ? bar.interval->hi : bar.interval->lo, 1});
    }
    for (const double end : chart.domain) {  // as if a bar with its words reached there
        const Label words = canvas.measure(
            number_words(end, chart.format, decimals_of(chart), Unit::bare, canvas.locale()), canvas.value_look());
        ends.push_back({end, end == 0 || chart.labels == "none" ? 1 : kValueGap + words.width});
    }
    for (const auto& annotation : chart.annotations)
        if (annotation.kind == doc::Annotation::Kind::line && annotation.number)
            ends.push_back({*annotation.number, 2});
    return ends;
}

std::optional<Interval> interval_of(const doc::Chart::Series& series, std::size_t c) {
    if (c >= series.low.size() || c >= series.high.size() || !series.low[c].number || !series.high[c].number)
        return std::nullopt;
    return Interval{*series.low[c].number, *series.high[c].number};
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
            if (chart.labels != "none")
                bar.words = canvas.measure(value_words(value, chart.format, Unit::bare, canvas.locale()),
                                           look.in(tone.text).sized(look.size + (tall ? 1.4 : 0) * canvas.unit()));
            bars.push_back(std::move(bar));
        }
    }
    return bars;
}

/// The scale on which all that is drawn fits between `left` and `right`; zero stands inside where bars go both ways.
/// A cut takes its gap out of that room, and the numbers between its ends out of the scale.
ValueScale fitting_scale(const std::vector<End>& ends, const AxisCut& cut, double left, double right) {
    double large = 1e-300;
    for (const auto& end : ends) large = std::max(large, std::abs(cut.drawn(end.number)));
    right -= cut.gap;
    // In shares of the largest, so that 1e300 and 1e-300 reckon alike.
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

void draw_value(Canvas& canvas, const Bar& bar, const ValueScale& scale, double middle) {
    if (bar.words.empty()) return;
    const double number = bar.number(), at = scale(bar.reach());
    const double open = bar.value->number && is_open_ended(bar.value->qualifier) ? kOpenEnd + 1 : 0;
    const double x = number < 0 ? at - open - kValueGap : at + open + kValueGap;
    const Anchor anchor = number < 0 ? Anchor::right : Anchor::left;
    canvas.offer(bar.words, {x, middle + bar.words.cap / 2}, anchor);
}

double draw_beside(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Rows& rows, double top) {
    const bool tall = rows.step >= 19 && rows.rows.front().bars == 1;
    const auto bars = bars_of(canvas, chart, tall);
    const double left = rows.label_width;
    const AxisCut cut = axis_cut(canvas, chart);
    const ValueScale scale = fitting_scale(ends_of(canvas, bars, chart), cut, left, frame.width);
    const double zero = scale.from;
    for (const auto& row : rows.rows) {
        draw_row_words(canvas, row, top);
        const double depth = rows.bar / static_cast<double>(std::max<std::size_t>(row.bars, 1));
        std::size_t index = 0;
        for (const auto& bar : bars) {
            if (bar.category != row.category) continue;
            const double begin = top + row.middle - rows.bar / 2 + depth * static_cast<double>(index++);
            const Tone tone = canvas.tones().mark(bar.series, bar.category);
            const double deep = row.bars > 1 ? depth - 0.7 : depth;
            if (bar.value->number)
                draw_bar(
                    canvas,
                    {Lie::level, zero, scale(*bar.value->number), begin, deep, is_open_ended(bar.value->qualifier)},
                    look_of(tone.mark, bar.value->status, canvas.tones()), tone.mark);
            if (bar.interval)
                draw_whisker(canvas, Lie::level, scale(bar.interval->lo), scale(bar.interval->hi), begin + deep / 2,
                             std::min(deep * 0.4, 7.0));
            if (bar.number() > cut.interval.lo && cut.is_cut())
                draw_break(canvas, Lie::level, scale, begin - 1.5, begin + deep + 1.5);
            draw_value(canvas, bar, scale, begin + deep / 2);
        }
    }
    for (const auto& [from, to] : rows.runs)
        canvas.add(Layer::rims, stroked(polyline({{zero, top + from}, {zero, top + to}}), canvas.inks().ink, 0.75));
    draw_level_lines(canvas, chart, scale, top, top + rows.height);
    return top + rows.height + height_of_level_words(canvas, chart);
}

/// Words over each bar, the value at the right edge; percent runs on a track to 100.
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
        const auto lines = canvas.wrapped(chart.categories[bar.category], look, words_room);
        for (const auto& line : lines) {
            y += &line == &lines.front() ? std::max(line.cap, bar.words.cap) + 2.5 : canvas.row_of(look);
            if (line.width > words_room + 0.01)
                canvas.dropped(line.text);
            else
                canvas.offer(line, {0, y});
        }
        canvas.offer(bar.words, {frame.width, y}, Anchor::right);
        y += 3.4 * u;
        const double open = bar.value->number && is_open_ended(bar.value->qualifier) ? kOpenEnd : 0;
        const ValueScale scale{{0, largest}, 0, frame.width - open, false};
        if (percent) canvas.add(Layer::ground, filled(rectangle({0, y, frame.width, kTrack * u}), canvas.inks().track));
        if (bar.value->number)
            draw_bar(canvas, {Lie::level, 0, scale(std::abs(*bar.value->number)), y, kTrack * u, open > 0},
                     look_of(tone.mark, bar.value->status, canvas.tones()), tone.mark);
        if (bar.interval)
            draw_whisker(canvas, Lie::level, scale(bar.interval->lo), scale(bar.interval->hi), y + kTrack * u / 2,
                         kTrack * u * 0.5);
        y += kTrack * u + 8.5 * u;
    }
    y -= 8.5 * u - 1;
    draw_level_lines(canvas, chart, {{0, largest}, 0, frame.width, false}, top, y);
    return y + height_of_level_words(canvas, chart);
}

/// The furthest part of a row to one side; no label: it stands inside.
struct Outer {
    double end = 0;
    Label label;
};

double draw_stacked(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Rows& rows, double top) {
    const auto parts = stacked_parts(chart);
    const bool percent = chart.stack == "percent", totals = chart.totals || chart.stack == "total";
    double most = percent ? 100 : 1e-300, least = 0, total_width = 0;
    std::vector<Label> words;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            most = std::max(most, parts[s][c].to);
            least = std::min({least, parts[s][c].to, parts[s][c].from});
        }
        words.push_back(canvas.measure(
            number_words(total_of(chart, c), chart.format, decimals_of(chart), Unit::bare, canvas.locale()),
            canvas.value_look()));
        if (totals) total_width = std::max(total_width, words.back().width + kValueGap);
    }
    const Interval reach = percent ? Interval{least, most} : with_level_lines(chart, {least, most});
    const ValueScale scale{reach, rows.label_width, frame.width - total_width, false};
    for (const auto& row : rows.rows) {
        draw_row_words(canvas, row, top);
        double furthest = scale.base();
        Outer before{scale.base(), {}}, behind = before;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto& value = chart.series[s].values[row.category];
            const Part& part = parts[s][row.category];
            const double a = scale(part.from), b = scale(part.to);
            furthest = std::max({furthest, a, b});
            if (!value.number || std::abs(b - a) < 0.05) continue;
            const Tone& tone = canvas.tones().series(s);
            const Look look = look_of(tone.mark, value.status, canvas.tones());
            const double shift = std::abs(b - a) > 1.4 ? (b > a ? -0.7 : 0.7) : 0;
            draw_bar(canvas, {Lie::level, a, b + shift, top + row.middle - rows.bar / 2, rows.bar, false}, look,
                     tone.mark);
            if (chart.labels == "none") continue;
            const std::string number = part_words(chart, value, part, canvas.locale());
            const bool back = b < a;
            Outer& outer = back ? before : behind;
            if (back ? b <= outer.end : b >= outer.end)
                outer = {b, canvas.measure(number, canvas.value_look().in(tone.text))};
            if (look.hatch) continue;
            const auto ground = look.fill.value_or(canvas.inks().ground);
            const Label label = canvas.measure(number, canvas.value_look().in(word_on(ground, canvas.inks())));
            if (label.width + 4 > std::abs(b - a) || label.cap + 2 > rows.bar) continue;
            canvas.put(label, {(a + b + shift) / 2, top + row.middle + label.cap / 2}, Anchor::center);
            outer.label = {};
        }
        // The part at either end has room beside it for a number that it can't hold.
        for (const auto* outer : {&before, &behind}) {
            const bool back = outer == &before;
            const base::Point at{outer->end + (back ? -kValueGap : kValueGap), top + row.middle + outer->label.cap / 2};
            const Anchor anchor = back ? Anchor::right : Anchor::left;
            const base::Rect place = canvas.place(outer->label, at, anchor);
            if (percent || (totals && !back) || place.x < rows.label_width || place.right() > frame.width) continue;
            if (canvas.is_free(place)) canvas.put(outer->label, at, anchor);
        }
        if (totals) {
            const Label& total = words[row.category];
            canvas.offer(total, {furthest + kValueGap, top + row.middle + total.cap / 2});
        }
    }
    for (const auto& [from, to] : rows.runs)
        canvas.add(Layer::rims,
                   stroked(polyline({{scale.base(), top + from}, {scale.base(), top + to}}), canvas.inks().ink, 0.75));
    draw_level_lines(canvas, chart, scale, top, top + rows.height);
    return top + rows.height + height_of_level_words(canvas, chart);
}

}  // namespace

double draw_bars(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const bool stacked = chart.series.size() > 1 && chart.stack != "none";
    const bool sections = !stacked && is_sectioned(chart);
    double top = 0;
    if (chart.series.size() > 1 && !sections) top = draw_series_key(canvas, chart, 0, 0);
    bool negative = false;
    for (const auto& series : chart.series)
        for (const auto& value : series.values) negative = negative || value.number.value_or(0) < 0;
    const bool one_each = chart.series.size() == 1 || sections;
    const bool percent_tracks = sections && chart.format.unit == "percent";
    if (!negative && one_each && !stacked && chart.cut.empty() && (percent_tracks || row_words_are_long(canvas, chart)))
        return draw_below(canvas, chart, frame, top);
    const double foot = height_of_level_words(canvas, chart);
    const Rows rows =
        rows_of(canvas, chart, frame.wish ? std::optional(*frame.wish - top - foot) : std::nullopt, frame.usual - foot);
    return stacked ? draw_stacked(canvas, chart, frame, rows, top) : draw_beside(canvas, chart, frame, rows, top);
}

}  // namespace precis::chart
