// chart/forms/histogram.cpp: bars that touch over a number axis: how many values fall where.
// Stage: doc::Chart -> PRESET histogram -> canvas.
#include "chart/forms/histogram.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/level_axis.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/presets.h"
#include "chart/notes/level_lines.h"

namespace precis::chart {

Bins bins_of(const std::vector<double>& values, int wanted) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return bins_over(values, {*low, *high}, values.size(), wanted);
}

Bins bins_over(const std::vector<double>& values, Interval over, std::size_t of, int wanted) {
    const double low = over.lo, high = over.hi;
    const int count =
        wanted > 0 ? std::clamp(wanted, 1, 60) : 1 + static_cast<int>(std::ceil(std::log2(static_cast<double>(of))));
    Bins bins;
    const double extent = high / 2 - low / 2;
    if (!(extent > 0)) {
        bins.width = 1;
        bins.first = std::floor(low);
        if (bins.first + bins.width <= low) bins.width = std::abs(low);  // beyond whole numbers
    } else {
        // The round width nearest to the wished one.
        const double wish = extent / count * 2, power = std::pow(10.0, std::floor(std::log10(wish)));
        bins.width = power;
        for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0})
            if (std::abs(std::log(step * power / wish)) < std::abs(std::log(bins.width / wish)))
                bins.width = step * power;
        bins.first = std::floor(low / bins.width + 1e-9) * bins.width;
    }
    const auto n = static_cast<std::size_t>(std::clamp(std::ceil((high - bins.first) / bins.width - 1e-9), 1.0, 200.0));
    bins.counts.resize(n);
    for (const double value : values) {
        const double at = std::floor((value - bins.first) / bins.width + 1e-9);
        ++bins.counts[static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(n - 1)))];
    }
    return bins;
}

double draw_histogram(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit(), height = frame.wish.value_or(frame.usual);
    std::vector<double> values;
    for (const auto& series : chart.series)
        for (const auto& value : series.values)
            if (value.number) values.push_back(*value.number);
    const auto [least, largest] = std::minmax_element(values.begin(), values.end());
    const Interval over = canvas.common("across", Interval{*least, *largest});
    const auto of = static_cast<std::size_t>(canvas.common("values", static_cast<double>(values.size())));
    const Bins bins = bins_over(values, over, of, chart.bins);
    const double most =
        canvas.common("highest", static_cast<double>(*std::max_element(bins.counts.begin(), bins.counts.end())));
    const double bottom = height - canvas.foot_room(kLevelFoot * u);
    const Tone& tone = canvas.tones().series(0);

    // Counts stand over their bars where they fit; else the axis tells them.
    std::vector<Label> counts;
    double widest = 0;
    for (const std::size_t count : bins.counts) {
        counts.push_back(canvas.measure(number_words(static_cast<double>(count), {}, 0, Unit::bare, canvas.locale()),
                                        canvas.value_look().in(tone.text)));
        widest = std::max(widest, counts.back().width);
    }
    const double n = static_cast<double>(bins.counts.size());
    widest = canvas.common("counts", widest);
    const bool alone = canvas.panel().common == nullptr;
    const bool labelled =
        chart.labels == "all" || (alone && chart.labels == "auto" && widest + 3 < canvas.width() * 0.97 / n);
    doc::Chart counted;
    counted.labels = chart.labels;
    ValueAxis axis = value_axis(canvas, counted, {0, most}, 0, bottom);
    double left = 2;
    if (labelled)
        axis.scale = {{0, most}, bottom, canvas.value_look().size * 0.8 + 4, false};
    else
        left = canvas.left_room(axis.words_width + 5 * u);
    if (!labelled) draw_value_axis(canvas, axis, 0, canvas.width());
    const double right = canvas.width() - 2;
    const ValueScale x{with_level_lines(chart, {bins.edge(0), bins.edge(bins.counts.size())}), left, right, false};
    for (std::size_t i = 0; i < bins.counts.size(); ++i) {
        if (bins.counts[i] == 0) continue;
        const double a = x(bins.edge(i)), b = x(bins.edge(i + 1)), y = axis.scale(static_cast<double>(bins.counts[i]));
        canvas.add(Layer::marks, filled(rectangle({a + 0.35, y, std::max(b - a - 0.7, 0.3), bottom - y}), tone.mark));
        if (labelled) canvas.offer(counts[i], {(a + b) / 2, y - 3.1}, Anchor::center);
    }
    draw_baseline(canvas, labelled ? left : 0, canvas.width(), bottom);
    // What a reference line says comes before the words at the edges of bins, as many as there is room for.
    doc::AxisFormat format = chart.format;
    format.decimals = -1;
    format.compact = format.compact || std::abs(bins.edge(bins.counts.size())) >= 1e6;
    std::vector<Label> words;
    double word_width = 0;
    for (std::size_t i = 0; i <= bins.counts.size(); ++i) {
        // Steps of the width leave dust behind: 0.30000000000000004.
        const double edge = std::abs(bins.edge(i)) < bins.width * 1e-9 ? 0 : bins.edge(i);
        const int decimals = std::clamp(
            static_cast<int>(-std::floor(std::log10(bins.width) + 1e-9)) +
                (std::fmod(bins.width / std::pow(10, std::floor(std::log10(bins.width))) + 1e-9, 1) > 1e-6 ? 1 : 0),
            0, 6);
        words.push_back(canvas.measure(
            number_words(edge, format, decimals, i == bins.counts.size() ? Unit::symbol : Unit::bare, canvas.locale()),
            canvas.label_look()));
        word_width = std::max(word_width, words.back().width);
    }
    draw_level_lines(canvas, chart, x, canvas.value_look().size * 0.8 + 4, bottom);
    std::size_t every = 1;
    while ((x(bins.edge(every)) - x(bins.edge(0))) < word_width + 5 && every < bins.counts.size()) ++every;
    for (std::size_t i = 0; i < words.size() && canvas.panel().foot_words; i += every) {
        const double half = words[i].width / 2;
        const double at = std::clamp(x(bins.edge(i)), half, std::max(half, canvas.width() - half));
        canvas.add(Layer::rims, stroked(polyline({{x(bins.edge(i)), bottom}, {x(bins.edge(i)), bottom + 3}}),
                                        canvas.inks().ink, 0.6));
        const base::Point place{at, bottom + 10.8 * u};
        if (canvas.is_free(canvas.place(words[i], place, Anchor::center))) canvas.put(words[i], place, Anchor::center);
    }
    return height;
}

}  // namespace precis::chart
