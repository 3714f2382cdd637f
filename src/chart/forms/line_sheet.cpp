// chart/forms/line_sheet.cpp: values beside points; names, last values and intervals at the ends of lines.
// Stage: line sheet -> LINE SHEET -> canvas.
#include "chart/forms/line_sheet.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/canvas/short_names.h"
#include "chart/labels/end_labels.h"

namespace precis::chart {

namespace {
constexpr std::size_t kFewPoints = 3;
constexpr double kFewSize = 1.3;    // of values, where there are few points
constexpr double kLift = 6.5;       // of a value over its point
constexpr double kEndDot = 2.2;     // radius
constexpr double kMostEnds = 0.45;  // of the width
}  // namespace

bool has_few_points(const doc::Chart& chart) {
    return chart.series.size() == 1 && chart.categories.size() <= kFewPoints &&
           chart.labels == vocabulary::Labels::automatic;
}

namespace {

bool names_ends(const LineSheet& sheet, std::size_t s) {
    return !sheet.chart.series[s].name.empty() && sheet.chart.legend == vocabulary::Legend::direct;
}

/// The value at the end of a line; empty if the author wants none.
std::string end_value(const Canvas& canvas, const LineSheet& sheet, std::size_t s, std::size_t c) {
    const auto& chart = sheet.chart;
    if (chart.labels == vocabulary::Labels::none) return {};
    const auto& value = chart.series[s].values[c];
    if (sheet.stacked() && chart.stack == vocabulary::Stack::percent)
        return part_words(chart, value, sheet.parts[s][c], canvas.locale(), Unit::symbol);
    return value_words(value, chart.format, names_ends(sheet, s) ? Unit::bare : unit_at_mark(chart.format),
                       canvas.locale());
}

/// The words at the end of each line: its name, cut if it has no room, and its last value. Empty without a number.
std::vector<std::string> end_words(Canvas& canvas, const LineSheet& sheet) {
    const std::size_t count = sheet.chart.series.size();
    const TextLook look = canvas.value_look();
    std::vector<std::string> names(count), values(count);
    std::vector<LongName> long_names;
    double value_width = 0, widest = 0;
    for (std::size_t s = 0; s < count; ++s) {
        const auto last = sheet.last(s);
        if (names_ends(sheet, s)) names[s] = sheet.chart.series[s].name;
        if (last) values[s] = end_value(canvas, sheet, s, *last);
        if (!names[s].empty() && !values[s].empty()) values[s] = " " + values[s];
        if (!last) names[s].clear();
        value_width = std::max(value_width, canvas.measure(values[s], look).width);
        widest = std::max(widest, canvas.measure(names[s], look).width);
        long_names.push_back({names[s], look});
    }
    const double room = canvas.width() * kMostEnds - kLineNameGap - 3 - value_width;
    if (widest > room) {
        const auto cut = short_names(canvas, long_names, {room, 1});
        for (std::size_t s = 0; s < count && cut.fits; ++s)
            if (!cut.lines[s].empty()) names[s] = cut.lines[s].front().text;
    }
    for (std::size_t s = 0; s < count; ++s) names[s] += values[s];
    return names;
}

/// Numbers and words of the interval's ends at the last point: "720", "500". Empty if there are several lines.
std::vector<std::pair<double, std::string>> interval_ends(const Canvas& canvas, const LineSheet& sheet,
                                                          std::size_t last) {
    std::vector<std::pair<double, std::string>> ends;
    if (sheet.chart.series.size() != 1 || sheet.stacked() || sheet.chart.labels == vocabulary::Labels::none)
        return ends;
    const auto& series = sheet.chart.series.front();
    for (const auto* list : {&series.high, &series.low}) {
        if (last >= list->size() || !(*list)[last].number) continue;
        const double number = *(*list)[last].number;
        if (number == series.values[last].number) continue;
        ends.emplace_back(
            number, number_words(number, sheet.chart.format, decimals_of(sheet.chart), Unit::bare, canvas.locale()));
    }
    return ends;
}

/// A value beside its point: over it, under it or farther over it, at the first place that is free.
void label_point(Canvas& canvas, const LineSheet& sheet, std::size_t s, std::size_t c, Unit unit) {
    const auto at = sheet.point(s, c);
    if (!at) return;
    const auto& value = sheet.chart.series[s].values[c];
    const Tone tone = canvas.tones().series(s);
    const TextLook look = canvas.value_look().in(tone.text);
    Label label = canvas.measure(value_words(value, sheet.chart.format, unit, canvas.locale()),
                                 has_few_points(sheet.chart) ? look.sized(look.size * kFewSize) : look);
    if (has_few_points(sheet.chart) && is_open(value.status)) {
        std::string word = canvas.word(name_of(value.status));
        if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') word[0] = static_cast<char>(word[0] - 'A' + 'a');
        label = canvas.joined(canvas.measure(word, canvas.label_look().in(canvas.inks().text)), label, 3.5);
    }
    const bool first = c == 0, last = c + 1 == sheet.xs.size();
    const Anchor aside = first ? Anchor::left : last ? Anchor::right : Anchor::center;
    const double shift = first ? -2 : last ? 2 : 0;
    const base::Point tries[] = {{at->x + shift, at->y - kLift},
                                 {at->x, at->y - kLift},
                                 {at->x + shift, at->y + kLift + label.cap},
                                 {at->x + shift, at->y - 2 * kLift}};
    const Anchor anchors[] = {aside, Anchor::center, aside, aside};
    for (std::size_t i = 0; i < std::size(tries); ++i) {
        const base::Rect place = canvas.place(label, tries[i], anchors[i]);
        if (!canvas.is_free(place) || !canvas.is_inside(place, sheet.height) || place.bottom() > sheet.y.from) continue;
        return canvas.put(label, tries[i], anchors[i]);
    }
    canvas.dropped(label.text);
}

}  // namespace

double width_of_ends(Canvas& canvas, const LineSheet& sheet) {
    double width = 0;
    if (has_few_points(sheet.chart)) return 0;
    const auto ends = end_words(canvas, sheet);
    for (std::size_t s = 0; s < sheet.chart.series.size(); ++s) {
        const auto last = sheet.last(s);
        if (last) width = std::max(width, canvas.measure(ends[s], canvas.value_look()).width);
        for (const auto& [number, words] :
             last ? interval_ends(canvas, sheet, *last) : std::vector<std::pair<double, std::string>>{})
            width = std::max(width, canvas.measure(words, canvas.label_look()).width);
    }
    return width > 0 ? std::min(width + kLineNameGap + 3, canvas.width() * kMostEnds) : 0;
}

void label_points(Canvas& canvas, const LineSheet& sheet) {
    const auto wish = sheet.chart.labels;
    for (std::size_t s = 0; s < sheet.chart.series.size(); ++s) {
        const auto& values = sheet.chart.series[s].values;
        const auto last = sheet.last(s);
        if (!last || sheet.stacked()) continue;
        std::size_t first = 0, low = *last, high = *last;
        while (!values[first].number) ++first;
        for (std::size_t c = 0; c <= *last; ++c) {
            if (!values[c].number) continue;
            if (*values[c].number < *values[low].number) low = c;
            if (*values[c].number > *values[high].number) high = c;
        }
        for (std::size_t c = 0; c <= *last; ++c) {
            const bool at_end = c == *last && !has_few_points(sheet.chart);  // label_ends() prints this value
            const bool wanted = has_few_points(sheet.chart) || !values[c].words.empty() ||
                                wish == vocabulary::Labels::all || (wish == vocabulary::Labels::ends && c == first) ||
                                (wish == vocabulary::Labels::extremes && (c == low || c == high));
            if (wanted && !at_end)
                label_point(canvas, sheet, s, c,
                            has_few_points(sheet.chart) ? unit_at_mark(sheet.chart.format) : Unit::bare);
        }
    }
}

void label_ends(Canvas& canvas, const LineSheet& sheet, const EndRoom& room) {
    const double plot_right = room.plot_right;
    if (has_few_points(sheet.chart)) return;
    std::vector<EndLabel> column;
    const auto ends = end_words(canvas, sheet);
    for (std::size_t s = 0; s < sheet.chart.series.size(); ++s) {
        const auto last = sheet.last(s);
        if (!last) continue;
        const std::string& words = ends[s];
        if (words.empty()) continue;
        const Tone& tone = canvas.tones().series(s);
        const base::Color color = tone.voice == Tone::Voice::quiet ? canvas.inks().quiet_text : tone.text;
        const TextLook look = canvas.strong_look().in(color);
        base::Point end = *sheet.point(s, *last);
        const double rank = std::abs(sheet.chart.series[s].values[*last].number.value_or(0));
        if (sheet.stacked()) end.y = (end.y + sheet.y(sheet.parts[s][*last].from)) / 2;
        const Label label = canvas.measure(words, look);
        // A line that ends before the others is named at its own end, not in the column at the right; an area has other
        // areas there.
        const base::Point here{end.x + 5, end.y + label.cap / 2};
        if (!sheet.stacked() && end.x < plot_right - 12 && canvas.is_free(canvas.place(label, here, Anchor::left)) &&
            here.x + label.width < canvas.width()) {
            canvas.put(label, here);
            continue;
        }
        column.push_back({label, end, sheet.stacked() ? 0.0 : kEndDot, tone.mark,
                          tone.voice == Tone::Voice::loud || sheet.chart.series.size() == 1, rank});
        for (const auto& [number, interval] : interval_ends(canvas, sheet, *last))
            column.push_back({canvas.measure(interval, canvas.label_look()),
                              {end.x, sheet.y(number)},
                              kEndDot,
                              canvas.inks().quiet_mark,
                              false,
                              0});
    }
    draw_end_labels(canvas, std::move(column), plot_right + room.axis + kLineNameGap + 3,
                    {std::min(sheet.y.from, sheet.y.to) - 4, std::max(sheet.y.from, sheet.y.to)});
}

}  // namespace precis::chart
