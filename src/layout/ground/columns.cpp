// Column filling by first fit; balancing by search from the average height up.
#include "layout/ground/columns.h"

#include <algorithm>
#include <cmath>

namespace precis::layout {
namespace {

// Levelling; both limits were chosen by eye on the samples.
constexpr std::size_t kMostSteps = 4;          // added to one column: 56 points on a grid of 14
constexpr std::size_t kMostStepsAtAPlace = 2;  // added at one place of it

// The end of the chain of pieces that must stay together, from `first` on.
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
    if (piece.carried) h += piece.carried->brought.height;
    return h;
}

// True if piece `i` and the one before it are lines of one paragraph.
bool continues_paragraph(const Pieces& pieces, std::size_t i) {
    if (i == 0 || i >= pieces.size()) return false;
    const auto& path = pieces[i].path;
    const auto& before = pieces[i - 1].path;
    return !path.empty() && !before.empty() && path.back().role == scene::Role::paragraph &&
           path.back().element == before.back().element && path.back().element != 0;
}

// True if the column's last piece is a paragraph's line whose neighbours before and after are in other columns.
bool lone_line(const Pieces& pieces, const Column& column, const Progress& progress) {
    if (column.placed.empty()) return false;
    const auto last = column.placed.back().piece;
    const bool follows = column.placed.size() > 1 && column.placed[column.placed.size() - 2].piece + 1 == last;
    return progress.next == last + 1 && !follows && continues_paragraph(pieces, last) &&
           continues_paragraph(pieces, last + 1);
}

bool is_heading(const Piece& piece) {
    return !piece.path.empty() && piece.path.back().role == scene::Role::heading;
}

}  // namespace

Column fill_column(const Pieces& pieces, Progress& progress, const Fill& fill) {
    const auto& [height, force, hold_from, most] = fill;
    const auto limit = std::min(most, pieces.size());
    Column column;
    double y = 0, space = 0;
    const auto put = [&](std::size_t i) {
        const auto& piece = pieces[i];
        bool continued = false;
        if (!column.placed.empty()) {
            y += std::max(space, piece.before);
        } else if ((piece.continued || piece.carried) && i > 0) {
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

    while (!progress.waiting.empty() && progress.waiting.front() < hold_from) {
        const auto i = progress.waiting.front();
        const bool fits = needed(i, i + 1) <= height + kSlack;
        if (!fits && !(force && column.placed.empty())) break;
        progress.waiting.pop_front();
        put(i);
    }
    while (progress.next < limit) {
        const auto first = progress.next;
        if (pieces[first].spans) break;
        if (pieces[first].floats && (first >= hold_from || !progress.waiting.empty())) {
            progress.waiting.push_back(first);
            ++progress.next;
            continue;
        }
        auto end = std::min(chain_end(pieces, first), limit);
        const double bottom = needed(first, end);
        if (bottom <= height + kSlack &&
            (column.placed.empty() || foot_fits(pieces, end, pieces.size(), height - bottom))) {
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
        // A chain taller than a column is broken: as many pieces as fit, at least one.
        end = first + 1;
        while (end < limit && needed(first, end + 1) <= height + kSlack && end < chain_end(pieces, first)) ++end;
        for (auto i = first; i < end; ++i) put(i);
        progress.next = end;
        break;
    }
    if (lone_line(pieces, column, progress) && !(force && column.placed.size() == 1)) {
        column.placed.pop_back();
        --progress.next;
        column.height = column.placed.empty() ? 0 : column.placed.back().y + pieces[column.placed.back().piece].height;
    }
    return column;
}

std::vector<Column> fill_columns(const Pieces& pieces, Progress& progress, int count, const Fill& fill, double step) {
    const auto start = progress;
    const auto filled = [&](double h, bool force, Progress& p) {
        std::vector<Column> columns;
        columns.reserve(static_cast<std::size_t>(std::max(count, 0)));
        for (int i = 0; i < count; ++i) columns.push_back(fill_column(pieces, p, {h, force, fill.hold_from, fill.end}));
        return columns;
    };
    auto columns = filled(fill.height, fill.force, progress);
    const bool ends = progress.next >= pieces.size() || pieces[progress.next].spans;
    const bool float_waits = !progress.waiting.empty() && progress.waiting.front() < fill.hold_from;
    if (!ends || float_waits || count < 2) return columns;

    double total = 0;
    for (const auto& c : columns) total += c.height;
    for (double h = std::max(step, std::floor(total / count / step) * step); h < fill.height; h += step) {
        auto trial = start;
        auto even = filled(h, false, trial);  // what stays together is not parted to end level
        const bool fits =
            std::all_of(even.begin(), even.end(), [&](const Column& c) { return c.height <= h + kSlack; });
        if (fits && trial == progress) return even;
    }
    return columns;
}

void level_columns(const Pieces& pieces, std::vector<Column>& columns, double target, double step) {
    for (auto& column : columns) {
        constexpr double kRounding = 0.1;  // points, so that a height just under a whole step counts as one
        const auto missing =
            static_cast<std::size_t>(std::max(0.0, std::floor((target - column.height + kRounding) / step)));
        if (missing == 0 || missing > kMostSteps || step <= 0) continue;
        // Places for a step: around floats first, because they are set apart from the text anyway.
        std::vector<std::size_t> places, headings;
        for (std::size_t k = 1; k < column.placed.size(); ++k) {
            const auto& piece = pieces[column.placed[k].piece];
            if (piece.floats || pieces[column.placed[k - 1].piece].floats)
                places.push_back(k);
            else if (is_heading(piece))
                headings.push_back(k);
        }
        places.insert(places.end(), headings.begin(), headings.end());
        if (places.size() * kMostStepsAtAPlace < missing) continue;
        for (std::size_t i = 0; i < missing; ++i) {
            for (auto k = places[i % places.size()]; k < column.placed.size(); ++k) column.placed[k].y += step;
        }
        column.height += static_cast<double>(missing) * step;
    }
}

}  // namespace precis::layout
