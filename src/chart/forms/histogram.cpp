// chart/forms/histogram.cpp: touching bars over a number axis, as high as the values in each bin are many.
// Stage: doc::Chart -> FORM histogram -> canvas.
#include "chart/forms/histogram.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/level_axis.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/notes/level_lines.h"

namespace precis::chart {
namespace {

constexpr int kMostWanted = 60;
constexpr double kMostBins = 200;   // data far from their extent's round edges would need more
constexpr double kSlack = 1e-9;     // of a bin
constexpr double kWordAir = 5;      // between the words of edges
constexpr double kEdgeDrop = 10.8;  // from the axis to the baseline of its words, in units of the canvas

/// Decimals that the edges need: those of the width's first digit, one more for widths such as 2.5.
int edge_decimals(const Bins& bins) {
    const double power = std::floor(std::log10(bins.width));
    const bool fraction = std::fmod(bins.width / std::pow(10, power) + kSlack, 1) > 1e-6;
    return std::clamp(static_cast<int>(-std::floor(std::log10(bins.width) + kSlack)) + (fraction ? 1 : 0), 0, 6);
}

/// The words of all edges, the unit at the last one.
std::vector<Label> edge_words(Canvas& canvas, const Bins& bins, const doc::AxisFormat& format) {
    std::vector<double> edges;
    for (std::size_t i = 0; i <= bins.counts.size(); ++i)  // adding widths leaves rounding errors at zero: 5.6e-17
        edges.push_back(std::abs(bins.edge(i)) < bins.width * kSlack ? 0 : bins.edge(i));
    const TickWords ticks(edges, format, edge_decimals(bins), true, canvas.locale());
    std::vector<Label> words;
    for (std::size_t i = 0; i < edges.size(); ++i)
        words.push_back(
            canvas.measure(ticks.of(edges[i], i + 1 == edges.size() ? Unit::symbol : Unit::bare), canvas.label_look()));
    return words;
}

/// Ticks and words at the edges of bins, every second or third if they have no room.
void draw_edges(Canvas& canvas, const Bins& bins, const std::vector<Label>& words, const ValueScale& x, double bottom) {
    double width = 0;
    for (const auto& word : words) width = std::max(width, word.width);
    std::size_t every = 1;
    while ((x(bins.edge(every)) - x(bins.edge(0))) < width + kWordAir && every < bins.counts.size()) ++every;
    for (std::size_t i = 0; i < words.size() && canvas.panel().foot_words; i += every) {
        const double at = x(bins.edge(i));
        canvas.add(Layer::rims, stroked(polyline({{at, bottom}, {at, bottom + 3}}), canvas.inks().ink, 0.6));
        put_tick_word(canvas, words[i], {at, bottom + kEdgeDrop * canvas.unit()}, 0);
    }
}

/// The numbers of all series.
std::vector<double> numbers_of(const doc::Chart& chart) {
    std::vector<double> numbers;
    for (const auto& series : chart.series)
        for (const auto& value : series.values)
            if (value.number) numbers.push_back(*value.number);
    return numbers;
}

}  // namespace

Bins bins_of(const std::vector<double>& values, int wanted) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return bins_over(values, {*low, *high}, values.size(), wanted);
}

Bins bins_over(const std::vector<double>& values, Interval extent, std::size_t count, int wanted) {
    const double low = extent.lo, high = extent.hi;
    const double values_counted = static_cast<double>(count);
    const int bin_count =
        wanted > 0 ? std::clamp(wanted, 1, kMostWanted) : 1 + static_cast<int>(std::ceil(std::log2(values_counted)));
    Bins bins;
    const double half_extent = high / 2 - low / 2;  // halved, so that ±1e300 does not overflow
    if (!(half_extent > 0)) {
        bins.width = 1;
        bins.first = std::floor(low);
        if (bins.first + bins.width <= low) bins.width = std::abs(low);  // too large to have neighbours 1 apart
    } else {
        // The round width that is nearest to the exact one, by their ratio.
        const double wish = half_extent / bin_count * 2, power = std::pow(10.0, std::floor(std::log10(wish)));
        bins.width = power;
        for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0})
            if (std::abs(std::log(step * power / wish)) < std::abs(std::log(bins.width / wish)))
                bins.width = step * power;
        bins.first = std::floor(low / bins.width + kSlack) * bins.width;
    }
    const double needed = std::ceil((high - bins.first) / bins.width - kSlack);
    const auto n = static_cast<std::size_t>(std::clamp(needed, 1.0, kMostBins));
    bins.counts.resize(n);
    for (const double value : values) {
        const double at = std::floor((value - bins.first) / bins.width + kSlack);
        ++bins.counts[static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(n - 1)))];
    }
    return bins;
}

double draw_histogram(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit(), height = frame.wish.value_or(frame.usual);
    const auto values = numbers_of(chart);
    const auto [least, largest] = std::minmax_element(values.begin(), values.end());
    const Interval extent = canvas.common("across", Interval{*least, *largest});
    const auto count = static_cast<std::size_t>(canvas.common("values", static_cast<double>(values.size())));
    const Bins bins = bins_over(values, extent, count, chart.bins);
    const double most =
        canvas.common("highest", static_cast<double>(*std::max_element(bins.counts.begin(), bins.counts.end())));
    const double bottom = height - canvas.foot_room(kLevelFoot * u);
    const Tone& tone = canvas.tones().series(0);

    // Counts are printed over their bars if all fit; if not, the chart has an axis of counts.
    std::vector<Label> counts;
    double widest = 0;
    for (const std::size_t in_bin : bins.counts) {
        counts.push_back(canvas.measure(number_words(static_cast<double>(in_bin), {}, 0, Unit::bare, canvas.locale()),
                                        canvas.value_look().in(tone.text)));
        widest = std::max(widest, counts.back().width);
    }
    const double n = static_cast<double>(bins.counts.size());
    widest = canvas.common("counts", widest);
    const bool alone = canvas.panel().common == nullptr;
    const bool labelled =
        chart.labels == vocabulary::Labels::all ||
        (alone && chart.labels == vocabulary::Labels::automatic && widest + 3 < canvas.width() * 0.97 / n);
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
    const auto edges = edge_words(canvas, bins, chart.format);
    const ValueScale x{with_level_lines(chart, {bins.edge(0), bins.edge(bins.counts.size())}), left, right, false};
    for (std::size_t i = 0; i < bins.counts.size(); ++i) {
        if (bins.counts[i] == 0) continue;
        const double a = x(bins.edge(i)), b = x(bins.edge(i + 1)), y = axis.scale(static_cast<double>(bins.counts[i]));
        canvas.add(Layer::marks, filled(rectangle({a + 0.35, y, std::max(b - a - 0.7, 0.3), bottom - y}), tone.mark));
        if (canvas.has_spots())
            canvas.spot({(a + b) / 2, y}, edges[i].text + "–" + edges[i + 1].text + "\t" + counts[i].text);
        if (labelled) canvas.offer(counts[i], {(a + b) / 2, y - 3.1}, Anchor::center);
    }
    draw_baseline(canvas, labelled ? left : 0, canvas.width(), bottom);
    // Reference lines print their words first: words of edges that would meet them are left out.
    draw_level_lines(canvas, chart, x, canvas.value_look().size * 0.8 + 4, bottom);
    draw_edges(canvas, bins, edges, x, bottom);
    return height;
}

}  // namespace precis::chart
