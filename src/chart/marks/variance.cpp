// chart/marks/variance.cpp: more in the data's colour, less in the accent, hatched where it is not yet so.
// Stage: doc::Chart -> VARIANCE -> canvas.
#include "chart/marks/variance.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {

constexpr double kBar = 13, kWideBar = 26, kGap = 2.6, kAir = 6;  // the longest bar, standing and lying

const doc::Chart::Series* named(const doc::Chart& chart, const std::string& name) {
    for (const auto& series : chart.series)
        if (series.name == name) return &series;
    return nullptr;
}

Label words_of(Canvas& canvas, const doc::Chart& chart, double by) {
    auto format = chart.format;
    if (format.unit == "percent") format.unit = "pp";
    const auto figures = number_words(std::abs(by), format, decimals_of(chart), Unit::bare, canvas.locale());
    const auto& theme = canvas.tones().theme();
    const base::Color color = by < 0 ? theme.highlight_text : canvas.tones().readable(theme.primary);
    return canvas.measure((by < 0 ? "−" : by > 0 ? "+" : "") + figures, canvas.value_look().in(color));
}

/// What lies on each side of the zero line: the longest bar and its words.
struct Sides {
    double up = 0, down = 0;
};
Sides sides_of(Canvas& canvas, const doc::Chart& chart, Lie lie) {
    double most = 1e-300;
    const auto all = variances(chart);
    for (const auto& by : all)
        if (by) most = std::max(most, std::abs(*by));
    Sides sides;
    for (const auto& by : all) {
        if (!by) continue;
        const Label words = words_of(canvas, chart, *by);
        const double bar = (lie == Lie::upright ? kBar : kWideBar) * canvas.unit() * std::abs(*by) / most;
        const double need = bar + kGap + (lie == Lie::upright ? words.cap + 1 : words.width);
        (*by < 0 ? sides.down : sides.up) = std::max(*by < 0 ? sides.down : sides.up, need);
    }
    return sides;
}

}  // namespace

const doc::Annotation* variance_of(const doc::Chart& chart) {
    for (const auto& annotation : chart.annotations)
        if (annotation.kind == doc::Annotation::Kind::difference && annotation.each_series) return &annotation;
    return nullptr;
}

std::vector<std::optional<double>> variances(const doc::Chart& chart) {
    std::vector<std::optional<double>> all(chart.categories.size());
    const auto* asked = variance_of(chart);
    if (asked == nullptr || asked->ends.size() != 2) return all;
    const auto *from = named(chart, asked->ends[0]), *to = named(chart, asked->ends[1]);
    if (from == nullptr || to == nullptr) return all;
    for (std::size_t c = 0; c < all.size(); ++c)
        if (from->values[c].number && to->values[c].number) all[c] = *to->values[c].number - *from->values[c].number;
    return all;
}

double depth_of_variance(Canvas& canvas, const doc::Chart& chart, Lie lie) {
    if (variance_of(chart) == nullptr) return 0;
    const Sides sides = sides_of(canvas, chart, lie);
    const double head = lie == Lie::upright ? canvas.row_of(canvas.label_look()) : 0;
    return sides.up + sides.down + head + 2 * kAir * canvas.unit();
}

void draw_variance(Canvas& canvas, const doc::Chart& chart, const VarianceStrip& strip) {
    const auto* asked = variance_of(chart);
    const auto all = variances(chart);
    if (asked == nullptr || asked->ends.size() != 2) return;
    const auto* to = named(chart, asked->ends[1]);
    const auto& theme = canvas.tones().theme();
    const bool upright = strip.lie == Lie::upright;
    const Sides sides = sides_of(canvas, chart, strip.lie);
    const double head = upright ? canvas.row_of(canvas.label_look()) : 0, air = kAir * canvas.unit();
    const double zero = upright ? strip.from + head + sides.up : strip.from + air + sides.down;
    double most = 1e-300;
    for (const auto& by : all)
        if (by) most = std::max(most, std::abs(*by));
    canvas.annotating(true);
    const std::string title = asked->text.empty() ? asked->ends[1] + " − " + asked->ends[0] : asked->text;
    const Label name = canvas.measure(title, canvas.label_look());
    if (upright)
        canvas.offer(name, {strip.begin, strip.from + name.cap + 1});
    else
        canvas.offer(name, {std::min(zero + name.width / 2, canvas.width()), strip.begin - 4}, Anchor::right);
    for (std::size_t c = 0; c < all.size(); ++c) {
        const auto middle = strip.middle_of(c);
        if (!all[c] || !middle) continue;
        const double by = *all[c], length = (upright ? kBar : kWideBar) * canvas.unit() * std::abs(by) / most;
        const double end = upright == (by > 0) ? zero - length : zero + length;  // up, or to the right, is more
        const base::Color color = by < 0 ? theme.highlight : theme.primary;
        const auto status = to->values[c].status;
        const Look look =
            look_of(color, is_ahead(status) ? data::Status::forecast : data::Status::actual, canvas.tones(), 2.6);
        draw_bar(canvas, {strip.lie, zero, end, *middle - strip.bar / 2, strip.bar, false}, look, color);
        const Label words = words_of(canvas, chart, by);
        if (upright)
            canvas.offer(words, {*middle, by < 0 ? end + kGap + words.cap : end - kGap}, Anchor::center);
        else
            canvas.offer(words, {by < 0 ? end - kGap : end + kGap, *middle + words.cap / 2},
                         by < 0 ? Anchor::right : Anchor::left);
    }
    const base::Point a = upright ? base::Point{strip.begin, zero} : base::Point{zero, strip.begin};
    const base::Point b = upright ? base::Point{strip.end, zero} : base::Point{zero, strip.end};
    canvas.add(Layer::rims, stroked(polyline({a, b}), canvas.inks().ink, 0.75));
    canvas.annotating(false);
}

}  // namespace precis::chart
