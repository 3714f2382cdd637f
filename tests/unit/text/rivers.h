// Rivers: gaps between words that stand under one another. A measure of justified text, for tests and comparisons.
#pragma once
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "text/setter.h"

namespace precis::text::test {

inline constexpr std::size_t kShortestRiver = 4;  // lines

/// The gaps of a line as pairs of left and right ends.
inline std::vector<std::pair<double, double>> gaps_of(const Line& line) {
    std::vector<std::pair<double, double>> gaps;
    for (const auto& run : line.runs) {
        std::size_t byte = 0;
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
            const bool space = run.glyphs[i].bytes == 1 && run.text[byte] == ' ';
            byte += run.glyphs[i].bytes;
            const double right = i + 1 < run.glyphs.size() ? run.glyphs[i + 1].x : run.width;
            if (space && right > run.glyphs[i].x)
                gaps.emplace_back(run.origin.x + run.glyphs[i].x, run.origin.x + right);
        }
    }
    return gaps;
}

/// How many chains of gaps run through at least four lines, each gap over the next by half of its width or more. A
/// chain that splits counts once.
inline std::size_t rivers(const Lines& lines) {
    std::size_t count = 0;
    std::vector<std::pair<double, double>> above;
    std::vector<std::size_t> lengths;
    for (const auto& line : lines.lines) {
        const auto gaps = gaps_of(line);
        std::vector<std::size_t> now(gaps.size(), 1);
        for (std::size_t i = 0; i < gaps.size(); ++i) {
            for (std::size_t k = 0; k < above.size(); ++k) {
                const double overlap =
                    std::min(gaps[i].second, above[k].second) - std::max(gaps[i].first, above[k].first);
                const double narrower = std::min(gaps[i].second - gaps[i].first, above[k].second - above[k].first);
                if (overlap >= narrower / 2) now[i] = std::max(now[i], lengths[k] + 1);
            }
            if (now[i] == kShortestRiver) ++count;
        }
        above = gaps;
        lengths = now;
    }
    return count;
}

}  // namespace precis::text::test
