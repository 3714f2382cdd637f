// chart/scales/dodge.cpp: subtracts rank × pitch from each place, so that "at least a pitch apart" becomes "not
// falling"; merges falling neighbours into blocks at their mean (pool adjacent violators); adds the pitch again.
// Stage: wanted places -> DODGE -> places. Never drops a label: the caller does, when there is no room.
#include "chart/scales/dodge.h"

#include <algorithm>
#include <numeric>

namespace precis::chart {

std::optional<std::vector<double>> dodge(const std::vector<double>& wanted, double pitch, Interval room) {
    const std::size_t n = wanted.size();
    if (n == 0) return std::vector<double>{};
    const double needed = pitch * static_cast<double>(n - 1);
    if (needed > room.hi - room.lo + 1e-9) return std::nullopt;

    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return wanted[a] < wanted[b]; });

    struct Block {
        double sum = 0;
        std::size_t count = 0;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Block> blocks;
    for (std::size_t rank = 0; rank < n; ++rank) {
        blocks.push_back({wanted[order[rank]] - pitch * static_cast<double>(rank), 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
            blocks[blocks.size() - 2].sum += blocks.back().sum;
            blocks[blocks.size() - 2].count += blocks.back().count;
            blocks.pop_back();
        }
    }
    std::vector<double> places(n);
    std::size_t rank = 0;
    for (const Block& block : blocks)
        for (std::size_t i = 0; i < block.count; ++i, ++rank)
            places[order[rank]] =
                std::clamp(block.mean(), room.lo, room.hi - needed) + pitch * static_cast<double>(rank);
    return places;
}

}  // namespace precis::chart
