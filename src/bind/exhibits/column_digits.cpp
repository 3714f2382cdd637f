// One number of decimals for a column. Numbers that differ a millionfold have none in common.
#include "bind/exhibits/column_digits.h"

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "bind/values/value.h"

namespace precis::bind {
namespace {

constexpr int kMostShared = 6;     // decimals
constexpr int kMostFigures = 6;    // of the largest number
constexpr double kNoise = 1e-9;    // of the largest number: a smaller difference comes from computing
constexpr double kLeastSteps = 2;  // of the last digit, between the smallest and the largest number

struct Extent {
    double least = 0, most = 0, largest = 0, smallest = 0;  // the last two: sizes of numbers that are not zero
    bool any = false;

    explicit Extent(const std::vector<double>& numbers) {
        for (const double number : numbers) {
            if (number == 0 || !std::isfinite(number)) continue;
            const double size = std::abs(number);
            least = any ? std::min(least, number) : number;
            most = any ? std::max(most, number) : number;
            largest = std::max(largest, size);
            smallest = any ? std::min(smallest, size) : size;
            any = true;
        }
    }
};

int most_wanted(const std::vector<double>& numbers, const std::string& unit) {
    if (unit == "percent" || unit == "pp") return 1;
    int most = 0;
    for (const double number : numbers) {
        Bound alone;
        alone.number = number;
        most = std::max(most, fewest_decimals(number, default_decimals(alone)));
    }
    return most;
}

}  // namespace

int with_cents(int decimals, const std::string& unit) {
    const auto currency = split_unit(unit).first;
    if (decimals <= 0 || !is_currency(currency)) return decimals;
    return std::max(decimals, locale::decimals_of_currency(currency));
}

int shared_decimals(const std::vector<double>& numbers, const std::string& unit) {
    const Extent extent(numbers);
    if (!extent.any) return unit == "percent" || unit == "pp" ? 1 : 0;
    const int figures_before = static_cast<int>(std::floor(std::log10(extent.largest))) + 1;
    const int most = std::max(0, kMostFigures - figures_before);
    int decimals = std::min(most_wanted(numbers, unit), most);
    while (decimals <= kMostShared && base::rounded(extent.smallest, decimals) == 0) ++decimals;
    const double spread = extent.most - extent.least;
    if (spread > kNoise * extent.largest) {
        int needed = 0;
        for (const double number : numbers) needed = std::max(needed, fewest_decimals(number, most));
        while (decimals < needed && std::pow(10.0, -decimals) * kLeastSteps > spread * (1 + kNoise)) ++decimals;
    }
    return decimals > kMostShared ? -1 : with_cents(decimals, unit);
}

}  // namespace precis::bind
