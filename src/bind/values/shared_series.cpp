// Collects all x in order, then puts each row's y at their places.
#include "bind/values/shared_series.h"

#include <algorithm>
#include <map>

namespace precis::bind {

std::vector<std::vector<std::optional<double>>> on_shared_axis(
    const std::vector<std::vector<data::SeriesPoint>>& rows) {
    std::map<data::Cell, std::size_t, decltype(&data::is_before)> places(&data::is_before);
    std::size_t longest = 0;
    bool unique = true;  // false: a row has an x twice, and the second would have no place
    for (const auto& row : rows) {
        longest = std::max(longest, row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            places.emplace(row[i].x, 0);
            unique = unique && (i == 0 || data::is_before(row[i - 1].x, row[i].x));
        }
    }
    std::size_t next = 0;
    for (auto& place : places) place.second = next++;
    const bool shared = unique && places.size() <= 2 * longest;
    std::vector<std::vector<std::optional<double>>> placed(rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (rows[r].empty()) continue;
        placed[r].resize(shared ? places.size() : rows[r].size());
        for (std::size_t i = 0; i < rows[r].size(); ++i) {
            const auto& point = rows[r][i];
            placed[r][shared ? places.at(point.x) : i] = point.y;
        }
    }
    return placed;
}

}  // namespace precis::bind
