// Collects all x in order, then puts each row's y at their places.
#include "bind/values/shared_series.h"

#include <algorithm>
#include <map>

#include "bind/values/absent_periods.h"
#include "locale/locale.h"

namespace precis::bind {
namespace {

using Numbers = std::vector<std::optional<double>>;

/// The x, and the periods without a point between them, in order.
std::vector<data::Cell> with_absent(std::vector<data::Cell> xs) {
    std::vector<doc::Period> periods;
    for (const auto& x : xs) {
        const auto* text = std::get_if<std::string>(&x);
        const auto days = text != nullptr ? locale::parse_period(*text) : std::nullopt;
        if (!days) return xs;
        periods.push_back({days->begin, days->end});
    }
    for (auto& key : absent_periods(periods)) xs.emplace_back(std::move(key));
    std::sort(xs.begin(), xs.end(), data::is_before);
    return xs;
}

/// The numbers of a row at the places of `xs`, which hold all of its x once, in order.
Numbers put(const std::vector<data::SeriesPoint>& row, const std::vector<data::Cell>& xs) {
    if (row.empty()) return {};
    Numbers placed(xs.size());
    for (const auto& point : row) {
        const auto at = std::lower_bound(xs.begin(), xs.end(), point.x, data::is_before);
        placed[static_cast<std::size_t>(at - xs.begin())] = point.y;
    }
    return placed;
}

Numbers on_own_axis(const std::vector<data::SeriesPoint>& row) {
    const auto rises = [](const auto& a, const auto& b) { return !data::is_before(a.x, b.x); };
    if (std::adjacent_find(row.begin(), row.end(), rises) == row.end()) {
        std::vector<data::Cell> xs;
        for (const auto& point : row) xs.push_back(point.x);
        return put(row, with_absent(std::move(xs)));
    }
    Numbers numbers;
    for (const auto& point : row) numbers.push_back(point.y);
    return numbers;
}

}  // namespace

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
    const bool shared = unique && places.size() <= 2 * longest;
    std::vector<data::Cell> all;
    for (const auto& [x, place] : places) all.push_back(x);
    if (shared) all = with_absent(std::move(all));
    std::vector<std::vector<std::optional<double>>> placed;
    for (const auto& row : rows) placed.push_back(shared ? put(row, all) : on_own_axis(row));
    return placed;
}

}  // namespace precis::bind
