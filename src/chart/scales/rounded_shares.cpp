// chart/scales/rounded_shares.cpp: rounds all down, then gives what is left to the largest remainders.
// Stage: amounts -> ROUNDED SHARES -> forms.
#include "chart/scales/rounded_shares.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace precis::chart {
namespace {

constexpr int kMostDecimals = 2;
constexpr double kNoise = 1e-9;  // of one unit: a smaller difference comes from computing

}  // namespace

std::vector<long> largest_remainders(const std::vector<double>& amounts, long sum) {
    std::vector<long> units(amounts.size(), 0);
    const double most = amounts.empty() ? 0 : *std::max_element(amounts.begin(), amounts.end());
    if (!(most > 0)) return units;
    double whole = 0;  // in units of the largest, so that no sum is beyond what a double holds
    for (const double amount : amounts) whole += std::max(amount, 0.0) / most;
    std::vector<long> remainders(amounts.size(), 0);  // in units of noise, so that computing makes no difference
    std::vector<std::size_t> order;
    long given = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (!(amounts[i] > 0)) continue;
        const double exact = amounts[i] / most / whole * static_cast<double>(sum);
        units[i] = static_cast<long>(std::floor(exact + kNoise));
        remainders[i] = std::lround((exact - static_cast<double>(units[i])) / kNoise);
        given += units[i];
        order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; i < order.size() && given < sum; ++i, ++given) ++units[order[i]];
    return units;
}

RoundedShares rounded_shares(const std::vector<double>& amounts, int decimals) {
    long parts = 1;  // of a percent
    for (int i = 0; i < decimals; ++i) parts *= 10;
    RoundedShares shares{{}, decimals};
    for (const long units : largest_remainders(amounts, 100 * parts))
        shares.percent.push_back(static_cast<double>(units) / static_cast<double>(parts));
    return shares;
}

RoundedShares shares_over_zero(const std::vector<double>& amounts, int least) {
    auto shares = rounded_shares(amounts, least);
    const auto vanishes = [&] {
        for (std::size_t i = 0; i < amounts.size(); ++i)
            if (amounts[i] > 0 && shares.percent[i] == 0) return true;
        return false;
    };
    for (int decimals = least + 1; decimals <= kMostDecimals && vanishes(); ++decimals)
        shares = rounded_shares(amounts, decimals);
    return shares;
}

}  // namespace precis::chart
