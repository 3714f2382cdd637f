// Nearest names by optimal string alignment over bytes.
#include "base/nearest.h"

#include <algorithm>
#include <vector>

namespace precis::base {
namespace {

// Three rows of the table of distances are enough: a swap looks two rows back.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(above);
        above.swap(row);
    }
    return above[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates) {
    std::optional<std::string> best;
    std::size_t least = 0;
    for (const auto& candidate : candidates) {
        const auto longer = std::max(name.size(), candidate.size());
        const auto limit = std::min((longer + 2) / 3, longer - std::min<std::size_t>(longer, 1));
        if (longer - std::min(name.size(), candidate.size()) > limit) continue;
        const auto edits = distance(name, candidate);
        if (edits <= limit && (!best || edits < least)) {
            best = candidate;
            least = edits;
        }
    }
    return best;
}

}  // namespace precis::base
