// Column filling: greedy with the last allowed break; balancing by trying lower heights.
#include "layout/columns.h"

#include <algorithm>
#include <cmath>

namespace precis::layout {
namespace {

constexpr double kSlack = 0.01;  // points; sums of heights are not exact

// Pieces of a chain that must stay together, starting at `first`: the index behind it.
std::size_t chain_end(const Pieces& pieces, std::size_t first) {
    auto i = first;
    while (i + 1 < pieces.size() && pieces[i].keep_next && !pieces[i].spans && !pieces[i + 1].spans) ++i;
    return i + 1;
}

double continued_height(const Piece& piece) {
    double h = 0;
    if (piece.continued) {
        for (const auto& p : *piece.continued) h += p.height;
    }
    return h;
}

}  // namespace

Column fill_column(const Pieces& pieces, Progress& progress, double height, bool force) {
    Column column;
    double y = 0, space = 0;
    const auto put = [&](std::size_t i) {
        const auto& piece = pieces[i];
        bool continued = false;
        if (!column.placed.empty()) {
            y += std::max(space, piece.before);
        } else if (piece.continued && i > 0) {
            continued = true;
            y += continued_height(piece);
        }
        column.placed.push_back({i, y, continued});
        y += piece.height;
        space = piece.after;
        column.height = y;
    };
    const auto needed = [&](std::size_t first, std::size_t end) {
        double h = y, gap = space;
        for (auto i = first; i < end; ++i) {
            const bool top = column.placed.empty() && i == first;
            h += top ? (first > 0 ? continued_height(pieces[i]) : 0) : std::max(gap, pieces[i].before);
            h += pieces[i].height;
            gap = pieces[i].after;
        }
        return h;
    };

    while (!progress.waiting.empty()) {
        const auto i = progress.waiting.front();
        const bool fits = needed(i, i + 1) <= height + kSlack;
        if (!fits && !(force && column.placed.empty())) break;
        progress.waiting.pop_front();
        put(i);
    }
    while (progress.next < pieces.size()) {
        const auto first = progress.next;
        if (pieces[first].spans) break;
        auto end = chain_end(pieces, first);
        if (needed(first, end) <= height + kSlack) {
            for (auto i = first; i < end; ++i) put(i);
            progress.next = end;
            continue;
        }
        if (pieces[first].floats && !column.placed.empty()) {
            progress.waiting.push_back(first);
            ++progress.next;
            continue;
        }
        if (!force || !column.placed.empty()) break;
        // A chain taller than a column: as much of it as goes in, at least one piece.
        end = first + 1;
        while (end < pieces.size() && needed(first, end + 1) <= height + kSlack && end < chain_end(pieces, first))
            ++end;
        for (auto i = first; i < end; ++i) put(i);
        progress.next = end;
        break;
    }
    return column;
}

std::vector<Column> fill_columns(const Pieces& pieces, Progress& progress, int count, double height, double step,
                                 bool force) {
    const auto start = progress;
    const auto fill = [&](double h, Progress& p) {
        std::vector<Column> columns;
        for (int i = 0; i < count; ++i) columns.push_back(fill_column(pieces, p, h, force));
        return columns;
    };
    auto columns = fill(height, progress);
    const bool ends = progress.next >= pieces.size() || pieces[progress.next].spans;
    if (!ends || !progress.waiting.empty() || count < 2) return columns;

    double total = 0;
    for (const auto& c : columns) total += c.height;
    for (double h = std::max(step, std::floor(total / count / step) * step); h < height; h += step) {
        auto trial = start;
        auto even = fill(h, trial);
        const bool fits =
            std::all_of(even.begin(), even.end(), [&](const Column& c) { return c.height <= h + kSlack; });
        if (fits && trial == progress) return even;
    }
    return columns;
}

}  // namespace precis::layout
