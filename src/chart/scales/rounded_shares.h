// chart/scales/rounded_shares.h: whole numbers that add up to a given sum, as near to the shares of amounts as
// possible. Stage: amounts -> ROUNDED SHARES -> donut, pie, waffle, stacks to 100 %, columns of shares. Pure numbers.
//
// In: amounts, 0 or more, at least one over 0. Out: a number for each of them; an amount of 0 gets 0.
// Of equal remainders the first is rounded up, so that the result depends on nothing but the amounts and their order.
// Errors: none; without an amount over 0 all results are 0. Cost: n log n.
// Source: the method of largest remainders (Hare and Hamilton).
#pragma once
#include <vector>

namespace precis::chart {

/// Pairs with `amounts` and adds up to `sum`.
[[nodiscard]] std::vector<long> largest_remainders(const std::vector<double>& amounts, long sum);

struct RoundedShares {
    std::vector<double> percent;  // pairs with the amounts and adds up to 100
    int decimals = 0;             // that they are rounded to
};
/// Shares of 100 with one number of decimals.
[[nodiscard]] RoundedShares rounded_shares(const std::vector<double>& amounts, int decimals);
/// With as many decimals as it takes to round no share to 0: from `least` to two.
[[nodiscard]] RoundedShares shares_over_zero(const std::vector<double>& amounts, int least);

}  // namespace precis::chart
