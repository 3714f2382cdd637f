// Narrowing by marginal cost, then exchanges between pairs.
#include "layout/blocks/table_optimum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace precis::layout {
namespace {

// Points by which a column is narrowed on trial, and by which width is moved between two.
constexpr double kSteps[] = {128, 32, 8, 2}, kMoves[] = {128, 64, 32, 16, 8, 4, 2, 1};
constexpr double kTouch = 0.05;  // points: a word that is wider by less still fits
constexpr double kLess = 1e-9;   // lines
constexpr double kEach = 0.03;   // lines that a cell's line costs in a row that is no higher by it
constexpr int kMostExchanges = 200;

using Lines = std::vector<std::size_t>;

class Search {
  public:
    Search(const WrapRows& rows, double room) : rows_(rows), room_(room) {
        for (const auto& column : rows_.columns) {
            widths_.push_back(std::max(column.least, std::min(column.most, room)));
            lines_.push_back(lines_at_width(lines_.size(), widths_.back()));
        }
    }

    std::vector<double> run() {
        while (excess() > kTouch && narrow()) {
        }
        for (int i = 0; i < kMostExchanges && exchange(); ++i) {
        }
        return widths_;
    }

  private:
    double excess() const { return std::accumulate(widths_.begin(), widths_.end(), 0.0) - room_; }

    Lines lines_at_width(std::size_t c, double width) const {
        Lines lines;
        lines.reserve(rows_.weight.size());
        for (const auto& cell : rows_.columns[c].cells) lines.push_back(lines_at(cell, width));
        return lines;
    }

    // The lines of each row in the columns other than a and b.
    Lines others(std::size_t a, std::size_t b) const {
        Lines most(rows_.weight.size(), 1);
        for (std::size_t c = 0; c < lines_.size(); ++c) {
            for (std::size_t r = 0; c != a && c != b && r < most.size(); ++r) most[r] = std::max(most[r], lines_[c][r]);
        }
        return most;
    }

    double height(const Lines& others, const Lines& lines) const {
        double sum = 0;
        for (std::size_t r = 0; r < lines.size(); ++r)
            sum += rows_.weight[r] *
                   (static_cast<double>(std::max(others[r], lines[r])) + kEach * static_cast<double>(lines[r]));
        return sum;
    }

    void set(std::size_t c, double width) {
        widths_[c] = width;
        lines_[c] = lines_at_width(c, width);
    }

    // Narrows the column that pays the fewest lines for a point, and goes on while that costs nothing more.
    bool narrow() {
        double best_rate = std::numeric_limits<double>::infinity(), best_by = 0;
        std::size_t best = widths_.size();
        const double too_much = excess();
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            const double most = std::min(widths_[c] - rows_.columns[c].least, too_much);
            if (most <= 0) continue;
            const auto rest = others(c, c);
            const double now = height(rest, lines_[c]);
            double last = 0;
            for (const double step : kSteps) {
                const double by = std::min(step, most);
                if (by == last) continue;
                last = by;
                const double rate = (height(rest, lines_at_width(c, widths_[c] - by)) - now) / by;
                const bool wider = best < widths_.size() && widths_[c] > widths_[best];
                if (rate < best_rate - kLess ||
                    (rate < best_rate + kLess && (by > best_by || (by == best_by && wider))))
                    best_rate = rate, best_by = by, best = c;
            }
        }
        if (best == widths_.size()) return false;
        set(best, widths_[best] - best_by);
        return true;
    }

    // Moves width from one column to another if that saves lines.
    bool exchange() {
        for (std::size_t to = 0; to < widths_.size(); ++to) {
            for (std::size_t from = 0; from < widths_.size(); ++from) {
                if (from == to) continue;
                const auto rest = others(from, to);
                const auto both = [&](const Lines& a, const Lines& b) {
                    Lines most(rest);
                    double own = 0;
                    for (std::size_t r = 0; r < most.size(); ++r) {
                        most[r] = std::max(most[r], a[r]);
                        own += rows_.weight[r] * static_cast<double>(a[r]);
                    }
                    return height(most, b) + kEach * own;
                };
                const double now = both(lines_[from], lines_[to]);
                for (const double step : kMoves) {
                    const double spare = std::max(0.0, -excess());
                    const double by = std::min(step, rows_.columns[to].most - widths_[to]);
                    const double given = std::max(0.0, by - spare);
                    if (by <= kTouch || widths_[from] - given < rows_.columns[from].least) continue;
                    if (both(lines_at_width(from, widths_[from] - given), lines_at_width(to, widths_[to] + by)) >=
                        now - kLess)
                        continue;
                    set(from, widths_[from] - given);
                    set(to, widths_[to] + by);
                    return true;
                }
            }
        }
        return false;
    }

    const WrapRows& rows_;
    double room_;
    std::vector<double> widths_;
    std::vector<Lines> lines_;  // of each column's cells at its width
};

}  // namespace

std::size_t lines_at(const CellWords& cell, double width) {
    std::size_t lines = 0;
    for (std::size_t first = 0; first < cell.end.size();) {
        ++lines;
        const double limit = cell.begin[first] + width + kTouch;
        if (cell.end[first] > limit) {
            const double word = cell.end[first] - cell.begin[first];
            lines += static_cast<std::size_t>(std::ceil(word / std::max(width, 1.0))) - 1;
            ++first;
            continue;
        }
        const auto from = cell.end.begin() + static_cast<std::ptrdiff_t>(first);
        first = static_cast<std::size_t>(std::upper_bound(from, cell.end.end(), limit) - cell.end.begin());
    }
    return lines;
}

double lines_of_rows(const WrapRows& rows, const std::vector<double>& widths) {
    double sum = 0;
    for (std::size_t r = 0; r < rows.weight.size(); ++r) {
        std::size_t most = 1;
        for (std::size_t c = 0; c < rows.columns.size(); ++c)
            most = std::max(most, lines_at(rows.columns[c].cells[r], widths[c]));
        sum += rows.weight[r] * static_cast<double>(most);
    }
    return sum;
}

std::vector<double> lowest_rows(const WrapRows& rows, double room) {
    return Search(rows, room).run();
}

}  // namespace precis::layout
