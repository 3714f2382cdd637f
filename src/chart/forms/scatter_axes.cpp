// chart/forms/scatter_axes.cpp: ticks and grid of two number axes, and the lines and bands that are laid over them.
// Stage: data extents -> SCATTER AXES -> scatter, bubble.
#include "chart/forms/scatter_axes.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/level_axis.h"
#include "chart/axes/ratio_line.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/notes/references.h"

namespace precis::chart {
namespace {

// Logarithmic axes reach beyond the data by a twentieth of their length, at least by 5 % and at most by a factor of e.
constexpr double kPadding = 0.05, kLeastPadding = 1.05;
constexpr double kStepLength = 38;  // between gridlines, in units of the canvas
constexpr double kNearZero = 0.6;   // as on value axes: data that come near zero include it
constexpr std::size_t kFewTicks = 3;
constexpr double kWordAir = 3;  // least space between two words under the plot

/// Powers of ten inside the domain, with five times each if there are only up to three.
std::vector<double> log_words(Interval domain) {
    std::vector<double> ticks;
    for (const double tick : log_ticks(domain).values)
        if (tick >= domain.lo && tick <= domain.hi) ticks.push_back(tick);
    if (ticks.size() > kFewTicks) return ticks;
    for (double power = std::pow(10.0, std::floor(std::log10(domain.lo))); power <= domain.hi; power *= 10)
        for (const double tick : {power, 5 * power})
            if (tick >= domain.lo && tick <= domain.hi) ticks.push_back(tick);
    std::sort(ticks.begin(), ticks.end());
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-9 * b; };
    ticks.erase(std::unique(ticks.begin(), ticks.end(), same), ticks.end());
    return ticks;
}

bool is_reference(const doc::Annotation& annotation) {
    return (annotation.kind == doc::Annotation::Kind::line && annotation.number) || is_value_band(annotation);
}

/// The part of the plot that a band covers.
base::Rect band_in(const base::Rect& plot, const ValueScale& scale, const doc::Annotation& band) {
    const double a = scale(*band.number), b = scale(*band.to);
    base::Rect at = plot;
    (band.on_x ? at.x : at.y) = std::min(a, b);
    (band.on_x ? at.width : at.height) = std::abs(a - b);
    return at;
}

std::string figures_of(const Canvas& canvas, const doc::AxisFormat& format, double number) {
    return number_words(number, format, number == std::round(number) ? 0 : 1, Unit::bare, canvas.locale());
}

/// A reference line across the plot, by its x or its y.
struct Level {
    double at = 0;
    bool upright = false;
};

/// Prints the words of a level beside it, at the first of ten places along it that is free.
void put_level_words(Canvas& canvas, const std::string& words, const Level& level, const base::Rect& plot) {
    const Label label = canvas.measure(words, canvas.label_look().in(canvas.inks().text));
    std::vector<base::Point> spots;
    for (const double share : {1.0, 0.0, 0.5, 0.25, 0.75}) {
        if (level.upright) {
            const double y = plot.y + (1 - share) * (plot.height - label.cap - 4) + label.cap + 2;
            spots.push_back({level.at + 3, y});
            spots.push_back({level.at - 3 - label.width, y});
        } else {
            const double x = plot.x + 2 + share * (plot.width - label.width - 4);
            spots.push_back({x, level.at - 2.6});
            spots.push_back({x, level.at + 2.6 + label.cap});
        }
    }
    for (const auto& spot : spots) {
        const base::Rect place = canvas.place(label, spot, Anchor::left);
        if (place.x < plot.x || place.right() > canvas.width() || place.y < plot.y - 1 ||
            place.bottom() > plot.bottom() || !canvas.is_free(place))
            continue;
        return canvas.put(label, spot);
    }
    canvas.dropped(words);
}

}  // namespace

NumberAxis number_axis(Canvas& canvas, NumberAxisWish wish) {
    const bool logarithmic = wish.kind == vocabulary::Scale::log;
    const double from = wish.from, to = wish.to;
    auto& format = wish.format;
    NumberAxis axis;
    axis.opposite = wish.asked.opposite;
    Interval data = canvas.common(wish.name, wish.data);
    for (const double end : wish.domain) data = {std::min(data.lo, end), std::max(data.hi, end)};
    if (logarithmic) {
        const double by = kLeastPadding * std::exp(std::min(kPadding * (std::log(data.hi) - std::log(data.lo)), 1.0));
        const Interval domain{data.lo / by, data.hi * by};
        axis.ticks = log_words(domain);
        axis.scale = {domain, from, to, true};
    } else {
        const bool free = wish.domain.empty();
        if (free && data.lo > 0 && data.lo < kNearZero * data.hi) data.lo = 0;
        if (free && data.hi < 0 && data.hi > kNearZero * data.lo) data.hi = 0;
        const int wanted = static_cast<int>(std::abs(to - from) / (kStepLength * canvas.unit()));
        axis.ticks = (wish.asked.step            ? stepped_ticks(data, *wish.asked.step)
                      : format.unit == "percent" ? percent_ticks(data, wanted)
                                                 : nice_ticks(data, wanted))
                         .values;
        axis.scale = {{axis.ticks.front(), axis.ticks.back()}, from, to, false, wish.kind == vocabulary::Scale::sqrt};
    }
    const TickWords words(axis.ticks, format, -1, true, canvas.locale());
    for (std::size_t i = 0; i < axis.ticks.size(); ++i)
        axis.words.push_back(canvas.measure(
            words.of(axis.ticks[i], i + 1 == axis.ticks.size() ? Unit::symbol : Unit::bare), canvas.label_look()));
    if (!has_noun(format) || to < from) return axis;
    // Across, a noun at the last tick takes the room of the words before it.
    const Label& last = axis.words.back();
    const double left = canvas.center_inside(axis.scale(axis.ticks.back()), last) - last.width / 2 - kWordAir;
    for (std::size_t i = 0; i + 1 < axis.words.size(); ++i)
        if (axis.scale(axis.ticks[i]) + axis.words[i].width / 2 + kWordAir > left)
            axis.words[i] = canvas.measure("", canvas.label_look());
    return axis;
}

void draw_number_axes(Canvas& canvas, const NumberAxis& x, const NumberAxis& y, const base::Rect& plot) {
    const scene::Stroke grid{canvas.inks().grid, 0.5, {}, false};
    for (std::size_t i = 0; i < y.ticks.size(); ++i) {
        const double at = y.scale(y.ticks[i]);
        if (at < plot.bottom() - 0.5) canvas.rule(Layer::grid, {plot.x, at}, {plot.right(), at}, grid);
        const double middle = std::max(at + y.words[i].cap / 2, y.words[i].cap + 0.2);
        const Anchor anchor = y.opposite ? Anchor::left : Anchor::right;
        const base::Point place{y.opposite ? plot.right() + kScatterGutter : plot.x - kScatterGutter, middle};
        if (canvas.is_free(canvas.place(y.words[i], place, anchor))) canvas.put(y.words[i], place, anchor);
    }
    for (std::size_t i = 0; i < x.ticks.size(); ++i) {
        const double at = x.scale(x.ticks[i]);
        if (at > plot.x + 0.5) canvas.rule(Layer::grid, {at, plot.y}, {at, plot.bottom()}, grid);
        const double baseline =
            x.opposite ? plot.y - kLevelRise * canvas.unit() : plot.bottom() + kScatterDrop * canvas.unit();
        put_tick_word(canvas, x.words[i], {at, baseline}, kWordAir);
    }
    canvas.add(Layer::rims,
               stroked(polyline({{plot.x, plot.bottom()}, {plot.right(), plot.bottom()}}), canvas.inks().ink, 0.75));
}

void draw_ratios(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                 const base::Rect& plot) {
    for (const auto& annotation : chart.annotations) {
        if (annotation.kind != doc::Annotation::Kind::ratio || !annotation.number) continue;
        const auto line = ratio_line(x.scale, y.scale, *annotation.number, plot);
        if (line.size() < 2) {
            canvas.dropped(annotation.text);
            continue;
        }
        const Label label = canvas.measure(annotation.text, canvas.label_look());
        bool done = label.empty();
        // At the first place along the line that has air around it; if there is none, at the first that is free.
        for (std::size_t k = 0; k < 2 * line.size() && !done; ++k) {
            const std::size_t i = k % line.size();
            const double air = k < line.size() ? 5 : 0;
            const base::Point at{line[i].x, line[i].y + label.cap / 2};
            const base::Rect place = canvas.place(label, at, Anchor::center);
            if (place.x < plot.x + 2 || place.right() > canvas.width() || place.y < 0 ||
                place.bottom() > plot.bottom() - 2 ||
                !canvas.is_free({place.x - air, place.y - air, place.width + 2 * air, place.height + 2 * air}))
                continue;
            canvas.put(label, at, Anchor::center);
            done = true;
        }
        if (!done) canvas.dropped(annotation.text);
        const scene::Stroke dotted{canvas.inks().quiet_mark, 0.7, {1.2, 1.8}, false};
        const bool straight = x.scale.logarithmic == y.scale.logarithmic && !x.scale.rooted && !y.scale.rooted;
        if (straight) {
            canvas.rule(Layer::grid, line.front(), line.back(), dotted);
            continue;
        }
        for (std::size_t i = 1; i < line.size(); ++i) canvas.rule(Layer::grid, line[i - 1], line[i], dotted);
    }
}

Interval with_references(const doc::Chart& chart, bool on_x, Interval data) {
    for (const auto& annotation : chart.annotations) {
        if (!is_reference(annotation) || annotation.on_x != on_x) continue;
        for (const double end : {*annotation.number, annotation.to.value_or(*annotation.number)})
            data = {std::min(data.lo, end), std::max(data.hi, end)};
    }
    return data;
}

void draw_scatter_bands(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                        const base::Rect& plot) {
    for (const auto& band : chart.annotations) {
        if (!is_value_band(band)) continue;
        const base::Rect at = band_in(plot, band.on_x ? x.scale : y.scale, band);
        canvas.add(Layer::ground, filled(rectangle(at), canvas.inks().track));
    }
}

void draw_scatter_levels(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                         const base::Rect& plot) {
    for (const auto& annotation : chart.annotations) {
        if (!is_reference(annotation)) continue;
        const ValueScale& scale = annotation.on_x ? x.scale : y.scale;
        if (is_value_band(annotation)) {
            put_band_words(canvas, annotation.text, band_in(plot, scale, annotation));
            continue;
        }
        const double at = scale(*annotation.number);
        const std::string figures = figures_of(canvas, chart.format, *annotation.number);
        const std::string words = annotation.text.empty() ? figures : annotation.text + " " + figures;
        put_level_words(canvas, words, {at, annotation.on_x}, plot);
        const base::Point a = annotation.on_x ? base::Point{at, plot.y} : base::Point{plot.x, at};
        const base::Point b = annotation.on_x ? base::Point{at, plot.bottom()} : base::Point{plot.right(), at};
        canvas.rule(Layer::rims, a, b, {canvas.inks().text, 0.8, {1.2, 1.8}, false});
    }
}

}  // namespace precis::chart
