// chart/color_scale.cpp: even, quantile or diverging classes on round numbers.
// Stage: data -> COLOR SCALE -> heatmap cells, points.
#include "chart/color_scale.h"

#include <algorithm>
#include <cmath>

namespace precis::chart {
namespace {

/// The round number at or below a positive value: 1, 1.5, 2, 2.5, 3, 4, 5 or 7.5 times a power of ten.
double round_below(double value) {
    constexpr double kRound[] = {1, 1.5, 2, 2.5, 3, 4, 5, 7.5};
    const double power = std::pow(10.0, std::floor(std::log10(value) + 1e-9));
    double best = power;
    for (const double one : kRound)
        if (one * power <= value * (1 + 1e-9)) best = one * power;
    return best;
}

std::vector<double> even_breaks(const std::vector<double>& sorted, std::size_t most) {
    const Ticks ticks = nice_ticks({sorted.front(), sorted.back()}, 6);
    std::vector<double> breaks(ticks.values.begin(), ticks.values.end() - 1);
    while (breaks.size() > most) breaks.erase(breaks.begin() + 1);
    return breaks;
}

std::vector<double> quantile_breaks(const std::vector<double>& sorted, std::size_t most) {
    std::vector<double> breaks{std::min(0.0, sorted.front())};
    for (std::size_t k = 1; k < most; ++k) {
        // The upper classes hold fewer, so that the few large values stand out.
        const double share = 1 - std::pow(1 - static_cast<double>(k) / static_cast<double>(most), 2);
        const double at = sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
        if (at <= 0) continue;
        const double one = round_below(at);
        if (one > breaks.back()) breaks.push_back(one);
    }
    return breaks;
}

/// Small counts have a class each, the lightest for none.
std::vector<double> count_breaks(const std::vector<double>& sorted, std::size_t most) {
    const auto whole = [](double value) { return value == std::floor(value); };
    std::vector<double> breaks;
    if (sorted.front() < 0 || sorted.back() < 1 || sorted.back() >= static_cast<double>(most)) return breaks;
    if (!std::all_of(sorted.begin(), sorted.end(), whole)) return breaks;
    for (double one = 0; one <= sorted.back(); ++one) breaks.push_back(one);
    return breaks;
}

std::vector<base::Color> spread(const std::vector<base::Color>& palette, std::size_t count) {
    std::vector<base::Color> colors;
    for (std::size_t i = 0; i < count; ++i)
        colors.push_back(palette[count > 1 ? i * (palette.size() - 1) / (count - 1) : palette.size() / 2]);
    return colors;
}

ColorScale diverging(double reach, const std::vector<base::Color>& palette) {
    const std::size_t half = (palette.size() - 1) / 2;
    // The outermost class begins half a step before its middle.
    const double step = nice_ticks({0, reach}, static_cast<int>(half)).step;
    ColorScale scale;
    scale.colors = palette;
    for (std::size_t i = 0; i < palette.size(); ++i)
        scale.breaks.push_back((static_cast<double>(i) - static_cast<double>(half) - 0.5) * step);
    return scale;
}

}  // namespace

const base::Color& ColorScale::operator()(double value) const {
    std::size_t at = 0;
    while (at + 1 < breaks.size() && value >= breaks[at + 1]) ++at;
    return colors[at];
}

ColorScale color_scale(std::vector<double> values, const style::ChartTheme& theme) {
    std::sort(values.begin(), values.end());
    const std::vector<base::Color> one{theme.primary};
    const auto& sequential = theme.sequential.empty() ? one : theme.sequential;
    if (values.front() < 0 && values.back() > 0 && theme.diverging.size() > 2)
        return diverging(std::max(-values.front(), values.back()), theme.diverging);
    const double middle = values[values.size() / 2];
    const bool skewed = values.front() >= 0 && values.size() >= 2 * sequential.size() && values.back() > 3 * middle;
    ColorScale scale;
    scale.breaks = count_breaks(values, sequential.size());
    if (scale.breaks.empty())
        scale.breaks = skewed ? quantile_breaks(values, sequential.size()) : even_breaks(values, sequential.size());
    scale.colors = spread(sequential, scale.breaks.size());
    return scale;
}

}  // namespace precis::chart
