// Groups are put whole or broken, in the order of the exhibits.
#include "layout/pages/spanning.h"

#include <algorithm>
#include <iterator>

#include "layout/ground/grid.h"
#include "layout/ground/use_link.h"

namespace precis::layout {
std::size_t group_end(const Pieces& pieces, std::size_t first) {
    auto end = first + 1;
    // Words that index or notes lead to have anchors, too, but do not begin an exhibit.
    const auto begins = [](const Piece& piece) {
        return std::any_of(piece.anchors.begin(), piece.anchors.end(),
                           [](const auto& anchor) { return !is_place(anchor.name); });
    };
    while (end < pieces.size() && pieces[end].spans && !begins(pieces[end])) ++end;
    return end;
}

Pieces take_out(Pieces& pieces, std::size_t first, std::size_t end) {
    const auto from = pieces.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = pieces.begin() + static_cast<std::ptrdiff_t>(end);
    Pieces group(std::make_move_iterator(from), std::make_move_iterator(to));
    pieces.erase(from, to);
    return group;
}

double height_of(const Pieces& pieces, std::size_t first, std::size_t end) {
    double h = 0;
    for (auto i = first; i < end; ++i) h += pieces[i].height + (i > first ? pieces[i].before : 0);
    return h;
}

void put_spanning(Cursor& at, Pieces& pieces, std::size_t first, std::size_t end, double x) {
    at.y += at.at_flow_top() ? 0 : pieces[first].before;
    for (auto i = first; i < end; ++i) {
        if (i > first) at.y += pieces[i].before;
        at.pages.take(pieces[i], x, at.y);
        at.y += pieces[i].height;
    }
    at.y = at.snapped(at.y + pieces[end - 1].after);
}

namespace {

/// The height of what is repeated above a piece at the top of a page.
double repeated_height(const Piece& piece) {
    double height = piece.carried ? piece.carried->brought.height : 0;
    if (piece.continued)
        for (const auto& head : *piece.continued) height += head.height;
    return height;
}

}  // namespace

void put_broken(Cursor& at, Pieces& pieces, std::size_t first, std::size_t end, double x) {
    at.y += at.at_flow_top() ? 0 : pieces[first].before;
    for (auto i = first; i < end;) {
        std::size_t chain = i;
        const double h = chain_height(pieces, i, end, at.bottom() - at.top() - repeated_height(pieces[i]), chain);
        const bool fits = at.y + h <= at.bottom() + kSlack && foot_fits(pieces, chain, end, at.bottom() - at.y - h);
        if (!fits && !at.at_top()) {
            if (pieces[i].carried) at.pages.put(pieces[i].carried->forward, x, at.y);
            at.next_page();
            if (pieces[i].turned) at.turn();
            if (pieces[i].continued) {
                for (const auto& head : *pieces[i].continued) {
                    at.pages.put(head, x, at.y);
                    at.y += head.height;
                }
            }
            if (pieces[i].carried) {
                at.pages.put(pieces[i].carried->brought, x, at.y);
                at.y += pieces[i].carried->brought.height;
            }
        }
        for (; i < chain; ++i) {
            if (i > first && !at.at_top()) at.y += pieces[i].before;
            at.pages.take(pieces[i], x, at.y);
            at.y += pieces[i].height;
        }
    }
    at.y = at.snapped(at.y + pieces[end - 1].after);
}

BrokenEnd broken_end(const Pieces& pieces, std::size_t first, std::size_t end, double y, double first_bottom,
                     double height) {
    BrokenEnd at{1, y};
    double bottom = first_bottom;
    for (auto i = first; i < end;) {
        std::size_t chain = i;
        const double h = chain_height(pieces, i, end, bottom - repeated_height(pieces[i]), chain);
        const bool fits = at.y + h <= bottom + kSlack && foot_fits(pieces, chain, end, bottom - at.y - h);
        if (!fits && at.y > kSlack) {
            at = {at.pages + 1, 0};
            bottom = height;
            at.y += repeated_height(pieces[i]);
        }
        for (; i < chain; ++i) {
            if (i > first && at.y > kSlack) at.y += pieces[i].before;
            at.y += pieces[i].height;
        }
    }
    return at;
}

void put_turned(Cursor& at, Pieces& pieces, std::size_t first, std::size_t end) {
    if (!at.blank()) at.next_page();
    at.turn();
    const auto& layout = at.layout();
    put_broken(at, pieces, first, end, strip_of(layout, layout.master("page"), "full").x);
    at.whole_page = true;
}

bool breaks_here(const Cursor& at, const Pieces& pieces, std::size_t first, std::size_t end, double y) {
    const double page = at.bottom() - at.top();
    return height_of(pieces, first, end) > page && at.bottom() - y > page * kLeastOfTable;
}

bool is_next(const WaitingExhibits& waiting, const Progress& progress) {
    return !waiting.empty() && (progress.waiting.empty() || waiting.front().at <= progress.waiting.front());
}

void put_waiting(Cursor& at, WaitingExhibits& waiting, const Progress& progress, double x) {
    while (!at.whole_page && is_next(waiting, progress)) {
        auto& group = waiting.front().group;
        if (group.front().turned) {
            if (!at.blank()) return;
            put_turned(at, group, 0, group.size());
            waiting.pop_front();
            continue;
        }
        const double h = height_of(group, 0, group.size());
        if (at.y + h > at.bottom() + kSlack && !at.at_top()) return;
        if (h > at.bottom() - at.top())
            put_broken(at, group, 0, group.size(), x);
        else
            put_spanning(at, group, 0, group.size(), x);
        waiting.pop_front();
    }
}

}  // namespace precis::layout
