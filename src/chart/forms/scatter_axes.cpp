// chart/forms/scatter_axes.cpp: ticks, grid, diagonals, levels and bands of two number axes.
// Stage: data extents -> SCATTER AXES -> scatter, bubble.
#include "chart/forms/scatter_axes.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/ratio_line.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/notes/references.h"

namespace precis::chart {
namespace {

constexpr double kPadding = 0.05;  // of the domain, on logarithmic axes

/// Powers of ten inside the domain, with the fives between where they are few.
std::vector<double> log_words(Interval domain) {
    std::vector<double> ticks;
    for (const double tick : log_ticks(domain).values)
        if (tick >= domain.lo && tick <= domain.hi) ticks.push_back(tick);
    if (ticks.size() > 3) return ticks;
    for (double power = std::pow(10.0, std::floor(std::log10(domain.lo))); power <= domain.hi; power *= 10)
        for (const double tick : {power, 5 * power})
            if (tick >= domain.lo && tick <= domain.hi) ticks.push_back(tick);
    std::sort(ticks.begin(), ticks.end());
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-9 * b; };
    ticks.erase(std::unique(ticks.begin(), ticks.end(), same), ticks.end());
    return ticks;
}

bool is_reference(const doc::Annotation& one) {
    return (one.kind == doc::Annotation::Kind::line && one.number) || is_value_band(one);
}

std::string figures_of(const Canvas& canvas, const doc::AxisFormat& format, double number) {
    return number_words(number, format, number == std::round(number) ? 0 : 1, Unit::bare, canvas.locale());
}

}  // namespace

NumberAxis number_axis(Canvas& canvas, NumberAxisWish wish) {
    const bool logarithmic = wish.kind == "log";
    const double from = wish.from, to = wish.to;
    auto& format = wish.format;
    NumberAxis axis;
    Interval data = canvas.common(wish.name, wish.data);
    if (logarithmic) {
        const double by = 1.05 * std::exp(std::min(kPadding * (std::log(data.hi) - std::log(data.lo)), 1.0));
        const Interval domain{data.lo / by, data.hi * by};
        axis.ticks = log_words(domain);
        axis.scale = {domain, from, to, true};
    } else {
        if (data.lo > 0 && data.lo < 0.6 * data.hi) data.lo = 0;
        if (data.hi < 0 && data.hi > 0.6 * data.lo) data.hi = 0;
        const int wanted = static_cast<int>(std::abs(to - from) / (38 * canvas.unit()));
        axis.ticks = nice_ticks(data, wanted).values;
        axis.scale = {{axis.ticks.front(), axis.ticks.back()}, from, to, false, wish.kind == "sqrt"};
    }
    format.decimals = -1;
    for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
        const bool last = i + 1 == axis.ticks.size();
        format.compact = format.compact || std::abs(axis.ticks[i]) >= 1e6;
        axis.words.push_back(
            canvas.measure(number_words(axis.ticks[i], format, -1, last ? Unit::symbol : Unit::bare, canvas.locale()),
                           canvas.label_look()));
    }
    return axis;
}

void draw_number_axes(Canvas& canvas, const NumberAxis& x, const NumberAxis& y, const base::Rect& plot) {
    const scene::Stroke grid{canvas.inks().grid, 0.5, {}, false};
    for (std::size_t i = 0; i < y.ticks.size(); ++i) {
        const double at = y.scale(y.ticks[i]);
        if (at < plot.bottom() - 0.5) canvas.rule(Layer::grid, {plot.x, at}, {plot.right(), at}, grid);
        const double middle = std::max(at + y.words[i].cap / 2, y.words[i].cap + 0.2);
        if (canvas.is_free(canvas.place(y.words[i], {plot.x - kScatterGutter, middle}, Anchor::right)))
            canvas.put(y.words[i], {plot.x - kScatterGutter, middle}, Anchor::right);
    }
    for (std::size_t i = 0; i < x.ticks.size(); ++i) {
        const double at = x.scale(x.ticks[i]), half = x.words[i].width / 2;
        if (at > plot.x + 0.5) canvas.rule(Layer::grid, {at, plot.y}, {at, plot.bottom()}, grid);
        const double center = std::clamp(at, half, std::max(half, canvas.width() - half));
        const base::Point baseline{center, plot.bottom() + kScatterDrop * canvas.unit()};
        // On logarithmic axes the words between the powers give way.
        const base::Rect place = canvas.place(x.words[i], baseline, Anchor::center);
        if (canvas.is_free({place.x - 3, place.y, place.width + 6, place.height}))
            canvas.put(x.words[i], baseline, Anchor::center);
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
        bool said = label.empty();
        // From the lower end up, clear of the names of points; where all is full, wherever it fits.
        for (std::size_t k = 0; k < 2 * line.size() && !said; ++k) {
            const std::size_t i = k % line.size();
            const double air = k < line.size() ? 5 : 0;
            const base::Point at{line[i].x, line[i].y + label.cap / 2};
            const base::Rect place = canvas.place(label, at, Anchor::center);
            if (place.x < plot.x + 2 || place.right() > canvas.width() || place.y < 0 ||
                place.bottom() > plot.bottom() - 2 ||
                !canvas.is_free({place.x - air, place.y - air, place.width + 2 * air, place.height + 2 * air}))
                continue;
            canvas.put(label, at, Anchor::center);
            said = true;
        }
        if (!said) canvas.dropped(annotation.text);
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
    for (const auto& one : chart.annotations) {
        if (!is_reference(one) || one.on_x != on_x) continue;
        for (const double end : {*one.number, one.to.value_or(*one.number)})
            data = {std::min(data.lo, end), std::max(data.hi, end)};
    }
    return data;
}

void draw_scatter_bands(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                        const base::Rect& plot) {
    for (const auto& one : chart.annotations) {
        if (!is_value_band(one)) continue;
        const ValueScale& scale = one.on_x ? x.scale : y.scale;
        const double a = scale(*one.number), b = scale(*one.to);
        base::Rect at = plot;
        (one.on_x ? at.x : at.y) = std::min(a, b);
        (one.on_x ? at.width : at.height) = std::abs(a - b);
        canvas.add(Layer::ground, filled(rectangle(at), canvas.inks().track));
    }
}

void draw_scatter_levels(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                         const base::Rect& plot) {
    for (const auto& one : chart.annotations) {
        if (!is_reference(one)) continue;
        const double at = (one.on_x ? x.scale : y.scale)(*one.number);
        if (is_value_band(one)) {
            const double end = (one.on_x ? x.scale : y.scale)(*one.to);
            base::Rect ground = plot;
            (one.on_x ? ground.x : ground.y) = std::min(at, end);
            (one.on_x ? ground.width : ground.height) = std::abs(at - end);
            put_band_words(canvas, one.text, ground);
            continue;
        }
        const std::string words = one.text.empty() ? figures_of(canvas, chart.format, *one.number)
                                                   : one.text + " " + figures_of(canvas, chart.format, *one.number);
        const Label label = canvas.measure(words, canvas.label_look().in(canvas.inks().text));
        const base::Point a = one.on_x ? base::Point{at, plot.y} : base::Point{plot.x, at};
        const base::Point b = one.on_x ? base::Point{at, plot.bottom()} : base::Point{plot.right(), at};
        std::vector<base::Point> spots;
        for (const double share : {1.0, 0.0, 0.5, 0.25, 0.75}) {
            const double along = one.on_x ? plot.y + (1 - share) * (plot.height - label.cap - 4) + label.cap + 2
                                          : plot.x + 2 + share * (plot.width - label.width - 4);
            if (one.on_x) {
                spots.push_back({at + 3, along});
                spots.push_back({at - 3 - label.width, along});
            } else {
                spots.push_back({along, at - 2.6});
                spots.push_back({along, at + 2.6 + label.cap});
            }
        }
        bool said = false;
        for (const auto& spot : spots) {
            const base::Rect place = canvas.place(label, spot, Anchor::left);
            if (said || place.x < plot.x || place.right() > canvas.width() || place.y < plot.y - 1 ||
                place.bottom() > plot.bottom() || !canvas.is_free(place))
                continue;
            canvas.put(label, spot);
            said = true;
        }
        if (!said) canvas.dropped(words);
        canvas.rule(Layer::rims, a, b, {canvas.inks().text, 0.8, {1.2, 1.8}, false});
    }
}

}  // namespace precis::chart
