// chart/scales/color_scale.cpp: breaks of colour classes: even steps, natural breaks, or classes around zero.
// Stage: data -> COLOR SCALE -> heatmap and calendar cells.
#include "chart/scales/color_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace precis::chart {
namespace {

/// Evenly stepped breaks: the most ticks that nice_ticks gives.
constexpr int kEvenSteps = 6;
/// What one point of `oddness` costs, as a share of the squares within a single class of all values: it decides only
/// between breaks whose squares are nearly equal. Chosen by eye on the gallery.
constexpr double kOddnessCost = 2e-3;
/// Data are skewed if the largest value is over three medians: with even steps, half of the values would lie in the
/// first third of the classes.
constexpr double kSkewed = 3;

struct RoundNumber {
    double value = 0;
    int oddness = 0;  // how much less round than a power of ten
};

/// Numbers that a reader takes for round, from the smallest positive value to the largest; whole ones if all values
/// are whole.
std::vector<RoundNumber> round_numbers(const std::vector<double>& sorted) {
    // Halves and quarters of ten read as rounder than threes and fours.
    constexpr RoundNumber kRound[] = {{1, 0}, {1.5, 3}, {2, 1}, {2.5, 1}, {3, 3}, {4, 3}, {5, 1}, {7.5, 2}};
    const bool whole = std::all_of(sorted.begin(), sorted.end(), [](double v) { return v == std::floor(v); });
    const auto first = std::upper_bound(sorted.begin(), sorted.end(), 0.0);
    std::vector<RoundNumber> numbers;
    for (double power = std::floor(std::log10(*first)); power <= std::log10(sorted.back()); ++power) {
        for (const auto& digits : kRound) {
            const double number = digits.value * std::pow(10.0, power);
            if (number <= *first * (1 - 1e-9) || number > sorted.back() * (1 + 1e-9)) continue;
            if (!whole || std::abs(number - std::round(number)) < 1e-9) numbers.push_back({number, digits.oddness});
        }
    }
    return numbers;
}

std::vector<double> even_breaks(const std::vector<double>& sorted, std::size_t most) {
    const Ticks ticks = nice_ticks({sorted.front(), sorted.back()}, kEvenSteps);
    std::vector<double> breaks(ticks.values.begin(), ticks.values.end() - 1);
    while (breaks.size() > most) breaks.erase(breaks.begin() + 1);
    return breaks;
}

/// Natural breaks on round numbers: the cut into at most `most` classes that has the least sum of squared distances
/// from the class means, plus a cost for breaks that are less round. It compares square roots of the values, so that
/// neither a few large values nor many small ones take all classes.
/// Source: dynamic programming of W. D. Fisher, "On Grouping for Maximum Homogeneity", 1958, which G. F. Jenks (1967)
/// uses for maps. Departs from both: breaks lie on round numbers only, and the values enter by their roots.
/// Cost: classes × cuts², with at most eight cuts per power of ten.
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
        oddness_cost_ = within(0, sorted.size()) * kOddnessCost;
    }

    std::vector<double> operator()(std::size_t most) const {
        // best[k][c]: least cost of the values below cut c in k + 1 classes; from[k][c]: the cut before c in that case.
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
                    const double cost =
                        best[k - 1][before] + within(at_[before], at_[c]) + oddness_cost_ * cuts_[before].oddness;
                    if (cost < best[k][c]) best[k][c] = cost, from[k][c] = before;
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
    /// Sum of squared distances from their mean of the roots of values first … end − 1.
    double within(std::size_t first, std::size_t end) const {
        if (first >= end) return 0;
        const double sum = sums_[end] - sums_[first];
        return squares_[end] - squares_[first] - sum * sum / static_cast<double>(end - first);
    }
    std::vector<RoundNumber> cuts_;
    std::vector<double> sums_, squares_;  // running sums of the roots and of their squares, before each value
    double oddness_cost_ = 0;             // of one point of oddness
    std::vector<std::size_t> at_;         // index of the first value at or over each cut; last: the number of values
};

/// A class for each whole number, the lightest for 0; empty unless all values are counts below `most`.
std::vector<double> count_breaks(const std::vector<double>& sorted, std::size_t most) {
    const auto whole = [](double value) { return value == std::floor(value); };
    std::vector<double> breaks;
    if (sorted.front() < 0 || sorted.back() < 1 || sorted.back() >= static_cast<double>(most)) return breaks;
    if (!std::all_of(sorted.begin(), sorted.end(), whole)) return breaks;
    for (double count = 0; count <= sorted.back(); ++count) breaks.push_back(count);
    return breaks;
}

/// `count` colours spread evenly over the palette, both ends included.
std::vector<base::Color> spread(const std::vector<base::Color>& palette, std::size_t count) {
    std::vector<base::Color> colors;
    for (std::size_t i = 0; i < count; ++i)
        colors.push_back(palette[count > 1 ? i * (palette.size() - 1) / (count - 1) : palette.size() / 2]);
    return colors;
}

ColorScale diverging(double reach, const std::vector<base::Color>& palette) {
    const std::size_t half = (palette.size() - 1) / 2;
    // Class i has its middle at (i - half) steps, so that the middle class lies around zero.
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
    const std::vector<base::Color> single{theme.primary};
    const auto& sequential = theme.sequential.empty() ? single : theme.sequential;
    if (values.front() < 0 && values.back() > 0 && theme.diverging.size() > 2)
        return diverging(std::max(-values.front(), values.back()), theme.diverging);
    const double median = values[values.size() / 2];
    const bool skewed =
        values.front() >= 0 && values.size() >= 2 * sequential.size() && values.back() > kSkewed * median;
    ColorScale scale;
    scale.breaks = count_breaks(values, sequential.size());
    if (scale.breaks.empty())
        scale.breaks = skewed ? NaturalBreaks(values)(sequential.size()) : even_breaks(values, sequential.size());
    scale.colors = spread(sequential, scale.breaks.size());
    return scale;
}

}  // namespace precis::chart
