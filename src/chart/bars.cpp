// chart/bars.cpp: lying bars: ranked, grouped, in sections, stacked; on tracks with words above where words are long.
// Stage: doc::Chart -> PRESET bar -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/bar_mark.h"
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

/// A value with the words at its end.
struct Bar {
    std::size_t series = 0, category = 0;
    const doc::Value* value = nullptr;
    Label words;
    double extra() const {  // beyond the value: open end, gap, words
        const double open = value->number && is_open_ended(value->qualifier) ? kOpenEnd + 1 : 0;
        return open + (words.empty() ? 1 : kValueGap + words.width);
    }
};

std::vector<Bar> bars_of(Canvas& canvas, const doc::Chart& chart, bool tall) {
    std::vector<Bar> bars;
    const TextLook look = canvas.value_look();
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto& value = chart.series[s].values[c];
            if (is_absent(value)) continue;
            Bar bar{s, c, &value, {}};
            const Tone tone = canvas.tones().mark(s, c);
            if (chart.labels != "none")
                bar.words = canvas.measure(value_words(value, chart.format, Unit::bare, canvas.locale()),
                                           look.in(tone.text).sized(look.size + (tall ? 1.4 : 0) * canvas.unit()));
            bars.push_back(std::move(bar));
        }
    }
    return bars;
}

/// The scale on which every bar with its words fits between `left` and `right`; zero stands inside where bars go both
/// ways.
ValueScale fitting_scale(const std::vector<Bar>& bars, double left, double right) {
    double most_up = 0, most_down = 0;
    for (const auto& bar : bars) {
        const double number = bar.value->number.value_or(0);
        most_up = std::max(most_up, number);
        most_down = std::max(most_down, -number);
    }
    // In shares of the largest, so that 1e300 and 1e-300 reckon alike.
    const double large = std::max({most_up, most_down, 1e-300});
    double per_share = 1e9;
    double left_need = 0;
    const auto share = [&](const Bar& bar) { return std::abs(bar.value->number.value_or(0)) / large; };
    const auto is_down = [](const Bar& bar) { return bar.value->number.value_or(0) < 0; };
    for (const auto& up : bars) {
        if (is_down(up)) continue;
        if (share(up) > 0) per_share = std::min(per_share, (right - left - up.extra()) / share(up));
        for (const auto& down : bars)
            if (is_down(down))
                per_share = std::min(per_share, (right - left - up.extra() - down.extra()) / (share(up) + share(down)));
    }
    for (const auto& down : bars)
        if (is_down(down)) per_share = std::min(per_share, (right - left - down.extra()) / share(down));
    per_share = std::max(per_share == 1e9 ? 0 : per_share, 0.0);
    for (const auto& down : bars)
        if (is_down(down)) left_need = std::max(left_need, per_share * share(down) + down.extra());
    const double zero = left + left_need;
    return {{0, large}, zero, zero + per_share, false};
}

void draw_value(Canvas& canvas, const Bar& bar, const ValueScale& scale, double middle) {
    if (bar.words.empty()) return;
    const double number = bar.value->number.value_or(0), at = scale(number);
    const double open = bar.value->number && is_open_ended(bar.value->qualifier) ? kOpenEnd + 1 : 0;
    const double x = number < 0 ? at - open - kValueGap : at + open + kValueGap;
    const Anchor anchor = number < 0 ? Anchor::right : Anchor::left;
    canvas.offer(bar.words, {x, middle + bar.words.cap / 2}, anchor);
}

double draw_beside(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Rows& rows, double top) {
    const bool tall = rows.step >= 19 && rows.rows.front().bars == 1;
    const auto bars = bars_of(canvas, chart, tall);
    const double left = rows.label_width;
    const ValueScale scale = fitting_scale(bars, left, frame.width);
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
            draw_value(canvas, bar, scale, begin + deep / 2);
        }
    }
    for (const auto& [from, to] : rows.runs)
        canvas.add(Layer::rims, stroked(polyline({{zero, top + from}, {zero, top + to}}), canvas.inks().ink, 0.75));
    return top + rows.height;
}

/// Words over each bar, the value at the right edge; percent runs on a track to 100.
double draw_below(Canvas& canvas, const doc::Chart& chart, const Frame& frame, double top) {
    const double u = canvas.unit();
    const bool percent = chart.format.unit == "percent";
    const auto bars = bars_of(canvas, chart, true);
    double largest = percent ? 100 : 1e-300;
    for (const auto& bar : bars) largest = std::max(largest, std::abs(bar.value->number.value_or(0)));
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
        y += kTrack * u + 8.5 * u;
    }
    return y - 8.5 * u + 1;
}

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
    const ValueScale scale{{least, most}, rows.label_width, frame.width - total_width, false};
    for (const auto& row : rows.rows) {
        draw_row_words(canvas, row, top);
        double furthest = scale.base();
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
            if (chart.labels == "none" || look.hatch) continue;
            const auto ground = look.fill.value_or(canvas.inks().ground);
            const Label label = canvas.measure(part_words(chart, value, part, canvas.locale()),
                                               canvas.value_look().in(word_on(ground, canvas.inks())));
            if (label.width + 4 <= std::abs(b - a) && label.cap + 2 <= rows.bar)
                canvas.put(label, {(a + b + shift) / 2, top + row.middle + label.cap / 2}, Anchor::center);
        }
        if (totals) {
            const Label& total = words[row.category];
            canvas.offer(total, {furthest + kValueGap, top + row.middle + total.cap / 2});
        }
    }
    for (const auto& [from, to] : rows.runs)
        canvas.add(Layer::rims,
                   stroked(polyline({{scale.base(), top + from}, {scale.base(), top + to}}), canvas.inks().ink, 0.75));
    return top + rows.height;
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
    if (!negative && one_each && !stacked && (percent_tracks || row_words_are_long(canvas, chart)))
        return draw_below(canvas, chart, frame, top);
    const Rows rows = rows_of(canvas, chart, frame.wish ? std::optional(*frame.wish - top) : std::nullopt, frame.usual);
    return stacked ? draw_stacked(canvas, chart, frame, rows, top) : draw_beside(canvas, chart, frame, rows, top);
}

}  // namespace precis::chart
