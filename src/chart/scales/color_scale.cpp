// chart/scales/color_scale.cpp: even, natural or diverging classes on round numbers.
// Stage: data -> COLOR SCALE -> heatmap cells, points.
#include "chart/scales/color_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace precis::chart {
namespace {

struct RoundNumber {
    double value = 0;
    int strange = 0;  // how much less round than a power of ten
};

/// Numbers that a reader takes for round, from the smallest positive value to the largest; whole ones for counts.
std::vector<RoundNumber> round_numbers(const std::vector<double>& sorted) {
    constexpr RoundNumber kRound[] = {{1, 0}, {1.5, 3}, {2, 1}, {2.5, 1}, {3, 3}, {4, 3}, {5, 1}, {7.5, 2}};
    const bool whole = std::all_of(sorted.begin(), sorted.end(), [](double v) { return v == std::floor(v); });
    const auto first = std::upper_bound(sorted.begin(), sorted.end(), 0.0);
    std::vector<RoundNumber> numbers;
    for (double power = std::floor(std::log10(*first)); power <= std::log10(sorted.back()); ++power) {
        for (const auto& digits : kRound) {
            const double number = digits.value * std::pow(10.0, power);
            if (number <= *first * (1 - 1e-9) || number > sorted.back() * (1 + 1e-9)) continue;
            if (!whole || std::abs(number - std::round(number)) < 1e-9) numbers.push_back({number, digits.strange});
        }
    }
    return numbers;
}

std::vector<double> even_breaks(const std::vector<double>& sorted, std::size_t most) {
    const Ticks ticks = nice_ticks({sorted.front(), sorted.back()}, 6);
    std::vector<double> breaks(ticks.values.begin(), ticks.values.end() - 1);
    while (breaks.size() > most) breaks.erase(breaks.begin() + 1);
    return breaks;
}

/// Natural breaks (Fisher and Jenks) on round numbers: of all ways to cut the values into at most `most` classes at
/// round numbers, that with the least squares within the classes; of nearly equal ways, that on rounder numbers. Roots
/// of the values are compared, so that neither a few large values nor the many small ones take all classes.
class NaturalBreaks {
  public:
    explicit NaturalBreaks(const std::vector<double>& sorted) : cuts_(round_numbers(sorted)) {
        double sum = 0, squares = 0;
        for (const double value : sorted) {
            sums_.push_back(sum), squares_.push_back(squares);
            sum += std::sqrt(value), squares += value;
        }
        sums_.push_back(sum), squares_.push_back(squares);
        for (const auto& cut : cuts_)
            at_.push_back(
                static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), cut.value) - sorted.begin()));
        at_.push_back(sorted.size());
        strangeness_ = within(0, sorted.size()) * 2e-3;
    }

    std::vector<double> operator()(std::size_t most) const {
        // best[k][c]: the least squares of the values under cut c in k + 1 classes; from[k][c]: the cut before it.
        const std::size_t cuts = at_.size();
        constexpr double kNever = std::numeric_limits<double>::infinity();
        std::vector<std::vector<double>> best{std::vector<double>(cuts)};
        std::vector<std::vector<std::size_t>> from(1, std::vector<std::size_t>(cuts));
        for (std::size_t c = 0; c < cuts; ++c) best[0][c] = at_[c] > 0 ? within(0, at_[c]) : kNever;
        for (std::size_t k = 1; k < std::min(most, cuts); ++k) {
            best.emplace_back(cuts, kNever);
            from.emplace_back(cuts);
            for (std::size_t c = k; c < cuts; ++c) {
                for (std::size_t before = k - 1; before < c; ++before) {
                    if (at_[before] == at_[c]) continue;  // no empty classes
                    const double squares =
                        best[k - 1][before] + within(at_[before], at_[c]) + strangeness_ * cuts_[before].strange;
                    if (squares < best[k][c]) best[k][c] = squares, from[k][c] = before;
                }
            }
        }
        while (best.size() > 1 && best.back().back() == kNever) best.pop_back();
        std::vector<double> breaks;
        for (std::size_t k = best.size() - 1, c = cuts - 1; k > 0; --k) {
            c = from[k][c];
            breaks.push_back(cuts_[c].value);
        }
        breaks.push_back(0);
        std::reverse(breaks.begin(), breaks.end());
        return breaks;
    }

  private:
    double within(std::size_t first, std::size_t end) const {
        if (first >= end) return 0;
        const double sum = sums_[end] - sums_[first];
        return squares_[end] - squares_[first] - sum * sum / static_cast<double>(end - first);
    }
    std::vector<RoundNumber> cuts_;
    std::vector<double> sums_, squares_;  // of the roots of the values before each
    double strangeness_ = 0;              // what a step away from round numbers costs
    std::vector<std::size_t> at_;         // the first value of the class that a cut begins; last: the end of all
};

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
        scale.breaks = skewed ? NaturalBreaks(values)(sequential.size()) : even_breaks(values, sequential.size());
    scale.colors = spread(sequential, scale.breaks.size());
    return scale;
}

}  // namespace precis::chart
