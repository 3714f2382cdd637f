// deck/align.h: which entries of two lists are the same thing, in order. Private to the room. Pure.
#pragma once
#include <cstddef>
#include <utility>
#include <vector>

namespace precis::deck {

/// Pairs (i, j), ascending in both, with the largest sum of `likeness(i, j)`; pairs of 0 or less are none.
/// Cost: n × m calls; none, and no pairs, for lists that are longer than any slide's. Source: Needleman and Wunsch, "A
/// general method applicable to the search for similarities", 1970, without a cost of gaps.
template <class Likeness>
std::vector<std::pair<std::size_t, std::size_t>> aligned(std::size_t n, std::size_t m, const Likeness& likeness) {
    constexpr std::size_t kMost = 40'000'000;  // cells: nobody writes so much on a slide
    if (n > 0 && m > kMost / n) return {};
    const auto at = [&](std::size_t i, std::size_t j) { return i * (m + 1) + j; };
    std::vector<float> best((n + 1) * (m + 1), 0), own(n * m, 0);
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;) {
            const float like = static_cast<float>(likeness(i, j));
            own[i * m + j] = like;
            auto sum = best[at(i + 1, j)] > best[at(i, j + 1)] ? best[at(i + 1, j)] : best[at(i, j + 1)];
            if (like > 0 && like + best[at(i + 1, j + 1)] > sum) sum = like + best[at(i + 1, j + 1)];
            best[at(i, j)] = sum;
        }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        const float like = own[i * m + j];
        if (like > 0 && best[at(i, j)] == like + best[at(i + 1, j + 1)])
            pairs.emplace_back(i++, j++);
        else if (best[at(i, j)] == best[at(i + 1, j)])
            ++i;
        else
            ++j;
    }
    return pairs;
}

}  // namespace precis::deck
