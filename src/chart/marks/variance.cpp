// chart/marks/variance.cpp: bars in the data's colour for more, in the accent for less, hatched for forecasts.
// Stage: doc::Chart -> VARIANCE -> canvas.
#include "chart/marks/variance.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/scales/lookup.h"

namespace precis::chart {
namespace {

constexpr double kBar = 13, kWideBar = 26;  // length of the longest bar, upright and level; by eye
constexpr double kGap = 2.6, kAir = 6;      // from a bar to its words; from the strip to the plot

Label words_of(Canvas& canvas, const doc::Chart& chart, double variance) {
    const auto& theme = canvas.tones().theme();
    const base::Color color = variance < 0 ? theme.negative_text : theme.positive_text;
    return canvas.measure(change_words(variance, chart, canvas.locale()), canvas.value_look().in(color));
}

/// Maps a variance to the length of its bar: the largest one to the longest bar.
struct BarLength {
    double longest = 0, largest = 1e-300;
    double operator()(double variance) const { return longest * std::abs(variance) / largest; }
};
BarLength bar_length(const Canvas& canvas, const std::vector<std::optional<double>>& by_category, Lie lie) {
    BarLength length{(lie == Lie::upright ? kBar : kWideBar) * canvas.unit()};
    for (const auto& variance : by_category)
        if (variance) length.largest = std::max(length.largest, std::abs(*variance));
    return length;
}

/// Room on each side of the zero line: the longest bar and its words.
struct Sides {
    double up = 0, down = 0;
};
Sides sides_of(Canvas& canvas, const doc::Chart& chart, Lie lie) {
    const auto by_category = variances(chart);
    const BarLength length = bar_length(canvas, by_category, lie);
    Sides sides;
    for (const auto& variance : by_category) {
        if (!variance) continue;
        const Label words = words_of(canvas, chart, *variance);
        const double need = length(*variance) + kGap + (lie == Lie::upright ? words.cap + 1 : words.width);
        double& side = *variance < 0 ? sides.down : sides.up;
        side = std::max(side, need);
    }
    return sides;
}

}  // namespace

const doc::Annotation* variance_of(const doc::Chart& chart) {
    return annotation_of(chart, doc::Annotation::Kind::difference, true);
}

std::vector<std::optional<double>> variances(const doc::Chart& chart) {
    std::vector<std::optional<double>> by_category(chart.categories.size());
    const auto* asked = variance_of(chart);
    if (asked == nullptr || asked->ends.size() != 2) return by_category;
    const auto *from = series_named(chart, asked->ends[0]), *to = series_named(chart, asked->ends[1]);
    if (from == nullptr || to == nullptr) return by_category;
    for (std::size_t c = 0; c < by_category.size(); ++c) {
        const auto &a = from->values[c].number, &b = to->values[c].number;
        if (a && b) by_category[c] = *b - *a;
    }
    return by_category;
}

double depth_of_variance(Canvas& canvas, const doc::Chart& chart, Lie lie) {
    if (variance_of(chart) == nullptr) return 0;
    const Sides sides = sides_of(canvas, chart, lie);
    const double head = lie == Lie::upright ? canvas.row_of(canvas.label_look()) : 0;
    return sides.up + sides.down + head + 2 * kAir * canvas.unit();
}

void draw_variance(Canvas& canvas, const doc::Chart& chart, const VarianceStrip& strip) {
    const auto* asked = variance_of(chart);
    const auto by_category = variances(chart);
    if (asked == nullptr || asked->ends.size() != 2) return;
    const auto* to = series_named(chart, asked->ends[1]);
    const auto& theme = canvas.tones().theme();
    const bool upright = strip.lie == Lie::upright;
    const Sides sides = sides_of(canvas, chart, strip.lie);
    const double head = upright ? canvas.row_of(canvas.label_look()) : 0, air = kAir * canvas.unit();
    const double zero = upright ? strip.from + head + sides.up : strip.from + air + sides.down;
    const BarLength length = bar_length(canvas, by_category, strip.lie);
    canvas.annotating(true);
    const std::string title = asked->text.empty() ? asked->ends[1] + " − " + asked->ends[0] : asked->text;
    const Label name = canvas.measure(title, canvas.label_look());
    if (upright)
        canvas.offer(name, {strip.begin, strip.from + name.cap + 1});
    else
        canvas.offer(name, {std::min(zero + name.width / 2, canvas.width()), strip.begin - 4}, Anchor::right);
    for (std::size_t c = 0; c < by_category.size(); ++c) {
        const auto middle = strip.middle_of(c);
        if (!by_category[c] || !middle) continue;
        const double by = *by_category[c];
        const double end = upright == (by > 0) ? zero - length(by) : zero + length(by);  // more is up, or to the right
        const base::Color color = by < 0 ? theme.negative : theme.positive;
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
