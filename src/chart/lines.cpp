// chart/lines.cpp: lines and areas over time or categories, named at their ends.
// Stage: doc::Chart -> PRESET line, area, step -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/annotations.h"
#include "chart/axis_cut.h"
#include "chart/band_axis.h"
#include "chart/end_labels.h"
#include "chart/line_mark.h"
#include "chart/numbers.h"
#include "chart/presets.h"
#include "chart/series_key.h"
#include "chart/shapes.h"
#include "chart/stack.h"
#include "chart/thinned.h"
#include "chart/value_axis.h"

namespace precis::chart {
namespace {

constexpr double kLoud = 2, kPlain = 1.3;
constexpr double kNameGap = 6;
constexpr std::size_t kFewPoints = 3;  // each is labelled

struct Sheet {  // what the pieces of one drawing share
    const doc::Chart& chart;
    std::vector<std::vector<Part>> parts;  // stacked areas only
    std::vector<double> xs;                // of the categories
    ValueScale y;
    double height = 0;

    bool stacked() const { return !parts.empty(); }
    std::optional<base::Point> point(std::size_t s, std::size_t c) const {
        const auto& value = chart.series[s].values[c];
        if (stacked()) return base::Point{xs[c], y(parts[s][c].to)};
        if (!value.number) return std::nullopt;
        return base::Point{xs[c], y(*value.number)};
    }
    std::optional<std::size_t> last(std::size_t s) const {
        for (std::size_t c = chart.categories.size(); c-- > 0;)
            if (chart.series[s].values[c].number) return c;
        return std::nullopt;
    }
};

bool few(const doc::Chart& chart) {
    return chart.series.size() == 1 && chart.categories.size() <= kFewPoints && chart.labels == "auto";
}

std::string end_words(const Canvas& canvas, const doc::Chart& chart, std::size_t s, std::size_t c) {
    const auto& series = chart.series[s];
    const bool named = !series.name.empty() && chart.legend == "direct";
    if (chart.labels == "none") return named ? series.name : std::string();
    const std::string value =
        value_words(series.values[c], chart.format, named ? Unit::bare : Unit::symbol, canvas.locale());
    return named ? series.name + " " + value : value;
}

/// The ends of the interval at a line's last point, where there is one line only: "720", "500".
std::vector<std::pair<double, std::string>> interval_ends(const Canvas& canvas, const Sheet& sheet, std::size_t last) {
    std::vector<std::pair<double, std::string>> ends;
    if (sheet.chart.series.size() != 1 || sheet.stacked() || sheet.chart.labels == "none") return ends;
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

double width_of_ends(Canvas& canvas, const Sheet& sheet) {
    double width = 0;
    if (few(sheet.chart)) return 0;
    for (std::size_t s = 0; s < sheet.chart.series.size(); ++s) {
        const auto last = sheet.last(s);
        if (last)
            width =
                std::max(width, canvas.measure(end_words(canvas, sheet.chart, s, *last), canvas.value_look()).width);
        for (const auto& [number, words] :
             last ? interval_ends(canvas, sheet, *last) : std::vector<std::pair<double, std::string>>{})
            width = std::max(width, canvas.measure(words, canvas.label_look()).width);
    }
    return width > 0 ? std::min(width + kNameGap + 3, canvas.width() * 0.45) : 0;
}

std::vector<double> places_of(const doc::Chart& chart, const Slots& slots, double left, double right) {
    std::vector<double> xs;
    const double first = chart.periods.empty() ? 0 : chart.periods.front().begin_day;
    const double span = chart.periods.empty() ? 0 : chart.periods.back().begin_day - first;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        double share = 0.5;
        if (slots.kind == Slots::Kind::day && span > 0)
            share = (chart.periods[c].begin_day - first) / span;
        else if (slots.count > 1)
            share = static_cast<double>(slots.of[c]) / static_cast<double>(slots.count - 1);
        xs.push_back(left + (right - left) * std::clamp(share, 0.0, 1.0));
    }
    return xs;
}

std::size_t points_in(const std::vector<std::optional<LinePoint>>& points) {
    return static_cast<std::size_t>(
        std::count_if(points.begin(), points.end(), [](const auto& point) { return point.has_value(); }));
}

LineMark mark_of(const Canvas& canvas, const Sheet& sheet, std::size_t s) {
    const Tone& tone = canvas.tones().series(s);
    const auto& series = sheet.chart.series[s];
    LineMark mark;
    mark.color = tone.mark;
    mark.stepped = sheet.chart.type == "step";
    mark.width = tone.voice == Tone::Voice::loud || sheet.chart.series.size() == 1 ? kLoud : kPlain;
    if (tone.voice == Tone::Voice::plain && sheet.chart.series.size() <= 3) mark.width = 1.75;
    for (std::size_t c = 0; c < series.values.size(); ++c) {
        const auto at = sheet.point(s, c);
        if (!at)
            mark.points.emplace_back();
        else
            mark.points.push_back(LinePoint{*at, is_open(series.values[c].status)});
    }
    mark.count = points_in(mark.points);
    mark.points = thinned(std::move(mark.points));
    if (sheet.chart.type == "area" && sheet.chart.series.size() == 1) {
        mark.ground = sheet.y.base();
        mark.interval = !series.low.empty();
        mark.tint = sheet.chart.series.size() == 1 && tone.mark == canvas.tones().theme().primary
                        ? canvas.tones().theme().area
                        : base::mixed(tone.mark, canvas.inks().ground, 0.25);
    }
    return mark;
}

void draw_stacked_areas(Canvas& canvas, const Sheet& sheet) {
    for (std::size_t s = 0; s < sheet.chart.series.size(); ++s) {
        std::vector<base::Point> upper, lower;
        for (std::size_t c = 0; c < sheet.xs.size(); ++c) {
            upper.push_back({sheet.xs[c], sheet.y(sheet.parts[s][c].to)});
            lower.push_back({sheet.xs[c], sheet.y(sheet.parts[s][c].from)});
        }
        upper.insert(upper.end(), lower.rbegin(), lower.rend());
        scene::Path path;
        path.steps = polygon(upper);
        path.fill = canvas.tones().series(s).mark;
        path.stroke = scene::Stroke{canvas.inks().ground, 0.7, {}, false};
        canvas.add(Layer::marks, std::move(path));
    }
}

/// Intervals as a quiet ground behind their line, hatched where they are of a forecast.
void draw_intervals(Canvas& canvas, const Sheet& sheet, std::size_t s) {
    const auto& series = sheet.chart.series[s];
    if (series.low.size() != series.values.size() || series.high.size() != series.values.size()) return;
    std::vector<base::Point> upper, lower;
    bool open = false;
    for (std::size_t c = 0; c < series.values.size(); ++c) {
        const auto &low = series.low[c].number, &high = series.high[c].number, &value = series.values[c].number;
        if (!value && !(low && high)) continue;
        upper.push_back({sheet.xs[c], sheet.y(high ? *high : *value)});
        lower.push_back({sheet.xs[c], sheet.y(low ? *low : *value)});
        open = open || is_open(series.values[c].status);
    }
    if (upper.size() < 2) return;
    upper.insert(upper.end(), lower.rbegin(), lower.rend());
    const auto& color = canvas.tones().series(s).mark;
    const auto& ground = canvas.inks().ground;
    scene::Path path;
    path.steps = polygon(upper);
    if (open)
        path.hatch = scene::Hatch{base::mixed(color, ground, 0.42), base::mixed(color, ground, 0.08), 5.2, 0.9};
    else
        path.fill = base::mixed(color, ground, 0.16);
    canvas.add(Layer::marks, std::move(path));
}

/// A value beside its point: over it, under it, or aside, wherever nothing else is.
void label_point(Canvas& canvas, const Sheet& sheet, std::size_t s, std::size_t c, Unit unit) {
    const auto at = sheet.point(s, c);
    if (!at) return;
    const auto& value = sheet.chart.series[s].values[c];
    const Tone tone = canvas.tones().series(s);
    const TextLook look = canvas.value_look().in(tone.text);
    Label label = canvas.measure(value_words(value, sheet.chart.format, unit, canvas.locale()),
                                 few(sheet.chart) ? look.sized(look.size * 1.3) : look);
    if (few(sheet.chart) && is_open(value.status)) {
        std::string word = canvas.word(to_string(value.status));
        if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') word[0] = static_cast<char>(word[0] - 'A' + 'a');
        label = canvas.joined(canvas.measure(word, canvas.label_look().in(canvas.inks().text)), label, 3.5);
    }
    const double lift = 6.5;
    const bool first = c == 0, last = c + 1 == sheet.xs.size();
    const Anchor aside = first ? Anchor::left : last ? Anchor::right : Anchor::center;
    const double shift = first ? -2 : last ? 2 : 0;
    const base::Point tries[] = {{at->x + shift, at->y - lift},
                                 {at->x, at->y - lift},
                                 {at->x + shift, at->y + lift + label.cap},
                                 {at->x + shift, at->y - 2 * lift}};
    const Anchor anchors[] = {aside, Anchor::center, aside, aside};
    for (std::size_t i = 0; i < std::size(tries); ++i) {
        const base::Rect place = canvas.place(label, tries[i], anchors[i]);
        if (!canvas.is_free(place) || !canvas.is_inside(place, sheet.height) || place.bottom() > sheet.y.from) continue;
        return canvas.put(label, tries[i], anchors[i]);
    }
    canvas.dropped(label.text);
}

void label_points(Canvas& canvas, const Sheet& sheet) {
    const auto& wish = sheet.chart.labels;
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
            const bool ended = c == *last && !few(sheet.chart);  // has its label at the line's end
            const bool wanted = few(sheet.chart) || wish == "all" || (wish == "ends" && c == first) ||
                                (wish == "extremes" && (c == low || c == high));
            if (wanted && !ended) label_point(canvas, sheet, s, c, few(sheet.chart) ? Unit::symbol : Unit::bare);
        }
    }
}

void label_ends(Canvas& canvas, const Sheet& sheet, double plot_right) {
    if (few(sheet.chart)) return;
    std::vector<EndLabel> column;
    for (std::size_t s = 0; s < sheet.chart.series.size(); ++s) {
        const auto last = sheet.last(s);
        if (!last) continue;
        const std::string words = end_words(canvas, sheet.chart, s, *last);
        if (words.empty()) continue;
        const Tone& tone = canvas.tones().series(s);
        const base::Color color = tone.voice == Tone::Voice::quiet ? canvas.inks().quiet_text : tone.text;
        const TextLook look = canvas.strong_look().in(color);
        base::Point end = *sheet.point(s, *last);
        const double rank = std::abs(sheet.chart.series[s].values[*last].number.value_or(0));
        if (sheet.stacked()) end.y = (end.y + sheet.y(sheet.parts[s][*last].from)) / 2;
        const Label label = canvas.measure(words, look);
        // A line that ends early is named right there.
        const base::Point here{end.x + 5, end.y + label.cap / 2};
        if (end.x < plot_right - 12 && canvas.is_free(canvas.place(label, here, Anchor::left)) &&
            here.x + label.width < canvas.width()) {
            canvas.put(label, here);
            continue;
        }
        column.push_back({label, end, sheet.stacked() ? 0.0 : 2.2, tone.mark,
                          tone.voice == Tone::Voice::loud || sheet.chart.series.size() == 1, rank});
        for (const auto& [number, interval] : interval_ends(canvas, sheet, *last))
            column.push_back({canvas.measure(interval, canvas.label_look()),
                              {end.x, sheet.y(number)},
                              2.2,
                              canvas.inks().quiet_mark,
                              false,
                              0});
    }
    draw_end_labels(canvas, std::move(column), plot_right + kNameGap + 3,
                    {std::min(sheet.y.from, sheet.y.to) - 4, std::max(sheet.y.from, sheet.y.to)});
}

}  // namespace

double draw_lines(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double height = frame.wish.value_or(frame.usual), u = canvas.unit();
    Sheet sheet{chart, {}, {}, {}, height};
    const bool percent = chart.stack == "percent";
    if (chart.type == "area" && chart.series.size() > 1 && chart.stack != "none") sheet.parts = stacked_parts(chart);
    const double top = chart.legend == "top" && chart.series.size() > 1 ? draw_series_key(canvas, chart, 0, 0) : 0;
    const double aside = room_for_annotations(canvas, chart);
    const double right = frame.width - std::max(width_of_ends(canvas, sheet), 3.0) - (aside > 0 ? aside + 4 : 0) -
                         (few(chart) ? 9 * u : 0);
    const Slots slots = slots_of(chart);
    const auto band_step = [&](double left) {
        return slots.count > 1 ? (right - left) / static_cast<double>(slots.count - 1) : right - left;
    };
    const auto ticks = slots.kind == Slots::Kind::plain ? Ticks_at::years : Ticks_at::every_word;
    const BandAxis sized = band_axis(canvas, chart, slots, band_step(18 * u), ticks);
    const double bottom = height - sized.height;
    const Interval extent = percent && sheet.stacked() ? Interval{0, 100}
                            : sheet.stacked()          ? stacked_extent_of(chart)
                                                       : extent_of(chart, chart.type == "area");
    // A stream's width is what counts: it lies around the middle of its height and has no zero to stand on.
    const bool stream = sheet.stacked() && chart.stack == "stream";
    const ValueAxis axis = value_axis(canvas, chart, extent, top, bottom);
    const double half = extent.hi;
    sheet.y = stream ? ValueScale{{-half, half}, bottom - 2, top + 2} : axis.scale;
    const double left = (stream ? 0 : axis.words_width) + (few(chart) ? 14 : 6) * u;
    sheet.xs = places_of(chart, slots, left, right);
    if (!stream) draw_value_axis(canvas, axis, 0, right + (few(chart) ? 9 * u : 0));
    if (!stream && sheet.y.domain.lo <= 0 && sheet.y.domain.hi >= 0 && !sheet.y.logarithmic)
        draw_baseline(canvas, 0, right + (few(chart) ? 9 * u : 0), sheet.y.base());
    else
        draw_baseline(canvas, 0, right, bottom);

    if (sheet.stacked()) draw_stacked_areas(canvas, sheet);
    std::vector<LineMark> marks;
    for (std::size_t s = 0; s < chart.series.size() && !sheet.stacked(); ++s)
        marks.push_back(mark_of(canvas, sheet, s));
    // The loud ones lie on top.
    for (const bool loud : {false, true}) {
        for (std::size_t s = 0; s < marks.size(); ++s) {
            if ((canvas.tones().series(s).voice == Tone::Voice::loud) != loud) continue;
            draw_intervals(canvas, sheet, s);
            draw_line(canvas, marks[s]);
            take_line(canvas, marks[s]);
            const auto last = sheet.last(s);
            if (!last) continue;
            draw_dot(canvas, *sheet.point(s, *last), marks[s].width >= kLoud ? 2.6 : 2.2, marks[s].color,
                     is_open(chart.series[s].values[*last].status));
            for (std::size_t c = 0; c < *last; ++c) {
                // The last actual point before a forecast is marked; so is each of a few.
                const auto& values = chart.series[s].values;
                const bool turns = !is_open(values[c].status) && is_open(values[c + 1].status);
                if (sheet.point(s, c) && (few(chart) || turns))
                    draw_dot(canvas, *sheet.point(s, c), 2.6, marks[s].color, is_open(values[c].status));
            }
        }
    }
    if (sheet.y.is_cut()) draw_break(canvas, Lie::upright, sheet.y, left - 3, right + 3);
    std::size_t drawn = 0, given = 0;
    for (const auto& mark : marks) {
        given += mark.count;
        drawn += points_in(mark.points);
    }
    if (drawn < given) canvas.state(thinned_words(canvas, given, drawn));
    label_ends(canvas, sheet, right);
    label_points(canvas, sheet);
    const BandAxis words = band_axis(canvas, chart, slots, band_step(left), ticks);
    draw_band_axis(canvas, words, {bottom, height}, [&](std::size_t slot) {
        if (slots.kind == Slots::Kind::plain || slots.kind == Slots::Kind::day) return sheet.xs[slot];
        return left + (right - left) *
                          (slots.count > 1 ? static_cast<double>(slot) / static_cast<double>(slots.count - 1) : 0.5);
    });
    draw_annotations(canvas, chart, {[&](std::size_t c) { return sheet.xs[c]; }, sheet.y, 0, left, right, height});
    return height;
}

}  // namespace precis::chart
