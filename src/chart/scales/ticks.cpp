// chart/scales/ticks.cpp: tries every round step around the wanted one and keeps the step with the best score.
// Stage: bound chart -> scale -> TICKS -> scene items. Never sees points: the caller says how many steps it would like.
#include "chart/scales/ticks.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace precis::chart {
namespace {

// The paper's list of round steps, in its order of preference.
constexpr double kSteps[] = {1, 5, 2, 2.5, 4, 3};
// Weights of the paper: 0.25 simplicity, 0.2 coverage, 0.5 density, 0.05 legibility. Two departures:
// - Coverage has a tenth of its weight. The outer ticks always enclose the data, so coverage can only measure how far
//   they overshoot. At 0.2 an overshoot of half the data's extent would cost 2.5, more than simplicity and density can
//   give together, and steps would become finer than wanted. At 0.02 it costs 0.25: rounder steps may overshoot.
// - Legibility is left out: it depends on the type size, which the caller has put into the number of wanted steps.
constexpr double kSimplicityWeight = 0.25, kCoverageWeight = 0.02, kDensityWeight = 0.5;
constexpr int kMostWanted = 6;
constexpr double kMostSteps = 7;  // a bound; docs/design/looks.md#charts asks for three to five gridlines
constexpr double kWholeFrom = 3;  // an interval between whole numbers that is this long has whole ticks
constexpr double kSlack = 1e-9;   // of a step: 0.3 / 0.1 is 2.9999999999999996
constexpr int kMostDecades = 6;   // of a logarithmic axis, before powers of ten are left out

struct Candidate {
    double first = 0, last = 0;  // multiples of the step
    double step = 1;
    double score = -1e9;
};

/// Higher for steps earlier in the list and for axes with zero. The paper's last term (labels skipped) is constant
/// here.
double simplicity(std::size_t index, bool has_zero) {
    return 1 - static_cast<double>(index) / (std::size(kSteps) - 1) + (has_zero ? 1 : 0) - 0.5;
}

/// 1 if the outer ticks lie at the ends of the data; falls with the square of the overshoot, in tenths of the extent.
double coverage(const Interval& data, double lo, double hi) {
    constexpr double kTenth = 0.01;  // squared
    const double extent = data.hi - data.lo;
    const double above = (hi - data.hi) / extent, below = (lo - data.lo) / extent;
    const double over = above * above + below * below;
    return 1 - 0.5 * over / kTenth;
}

/// 1 for the wanted number of steps, less for more or fewer.
double density(double steps, double wanted) {
    return 2 - std::max(steps / wanted, wanted / steps);
}

int decimals_of(double step) {
    for (int decimals = 0; decimals < 15; ++decimals) {
        const double scaled = step * std::pow(10, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled) return decimals;
    }
    return 15;
}

Interval widened(Interval data) {
    if (data.hi > data.lo) return data;
    if (data.lo > 0) return {0, data.hi};
    if (data.lo < 0) return {data.lo, 0};
    return {0, 1};
}

/// Round ticks, the last of them at most at `ceiling`.
Ticks round_ticks(Interval given, int wanted, double ceiling) {
    const Interval data = widened(given);
    wanted = std::clamp(wanted, 1, kMostWanted);
    const double extent = data.hi - data.lo;
    const int power = static_cast<int>(std::floor(std::log10(extent / wanted)));
    // Counts of people or commits are whole numbers, so their axis has no halves.
    const bool whole = data.lo == std::floor(data.lo) && data.hi == std::floor(data.hi) && extent >= kWholeFrom;
    Candidate best;
    for (int k = power - 1; k <= power + 2; ++k) {
        for (std::size_t q = 0; q < std::size(kSteps); ++q) {
            const double step = kSteps[q] * std::pow(10.0, k);
            if (!(step > 0) || !std::isfinite(step)) continue;
            if (whole && step < 10 && step != std::floor(step)) continue;
            const double first = std::floor(data.lo / step + kSlack), last = std::ceil(data.hi / step - kSlack);
            const double steps = last - first;
            if (steps < 1 || steps > kMostSteps || last * step > ceiling) continue;
            const double score = kSimplicityWeight * simplicity(q, first <= 0 && last >= 0) +
                                 kCoverageWeight * coverage(data, first * step, last * step) +
                                 kDensityWeight * density(steps, wanted);
            if (score > best.score + 1e-12) best = {first, last, step, score};
        }
    }
    Ticks ticks;
    ticks.step = best.step;
    ticks.decimals = decimals_of(best.step);
    for (double i = best.first; i <= best.last; ++i) ticks.values.push_back(i * best.step);
    return ticks;
}

}  // namespace

Ticks nice_ticks(Interval data, int wanted) {
    return round_ticks(data, wanted, std::numeric_limits<double>::infinity());
}

Ticks percent_ticks(Interval data, int wanted) {
    constexpr double kWhole = 100;
    return data.hi > kWhole || data.lo >= kWhole ? nice_ticks(data, wanted)
                                                 : round_ticks(data, wanted, kWhole * (1 + kSlack));
}

Ticks stepped_ticks(Interval data, double step) {
    constexpr double kMost = 1000;
    Ticks ticks;
    ticks.step = step;
    ticks.decimals = decimals_of(step);
    const double first = std::floor(data.lo / step + kSlack);
    const double last = std::max(first + 1, std::ceil(data.hi / step - kSlack));
    for (double i = first; i <= std::min(last, first + kMost); ++i) ticks.values.push_back(i * step);
    return ticks;
}

Ticks log_ticks(Interval data) {
    const int lo = static_cast<int>(std::floor(std::log10(data.lo) + kSlack));
    const int hi = std::max(lo + 1, static_cast<int>(std::ceil(std::log10(data.hi) - kSlack)));
    Ticks ticks;
    const int each = (hi - lo + kMostDecades - 1) / kMostDecades;  // decades from tick to tick
    for (int k = lo; k <= hi; k += each) {
        ticks.values.push_back(std::pow(10.0, k));
        if (hi - lo > 2 || k == hi) continue;
        ticks.values.push_back(2 * std::pow(10.0, k));
        ticks.values.push_back(5 * std::pow(10.0, k));
    }
    if (ticks.values.back() < data.hi * (1 - kSlack))
        ticks.values.push_back(ticks.values.back() * std::pow(10.0, each));
    while (ticks.values.size() > 2 && ticks.values[1] <= data.lo) ticks.values.erase(ticks.values.begin());
    while (ticks.values.size() > 2 && ticks.values[ticks.values.size() - 2] >= data.hi) ticks.values.pop_back();
    ticks.step = ticks.values.front();
    ticks.decimals = std::max(0, -lo);
    return ticks;
}

}  // namespace precis::chart
