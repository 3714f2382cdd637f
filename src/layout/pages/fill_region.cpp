// Heights are tried from the average up; each is filled as columns.h fills columns.
#include "layout/pages/fill_region.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/ground/columns.h"
#include "layout/ground/elastic.h"

namespace precis::layout {
namespace {

class Filler {
  public:
    Filler(const Pieces& flow, const Region& region, const Reached& from, const RegionRoom& room)
        : flow_(flow), region_(region), from_(from), room_(room) {
        for (auto k = from.exhibits; k < region.exhibits.size(); ++k) left_.push_back(region.exhibits[k]);
        while (from_.text < region.end && flow[from_.text].floats)
            ++from_.text;  // behind the last line, or without any
    }

    std::optional<FilledRegion> whole() const {
        if (from_.text >= region_.end) {
            auto row = exhibits_alone();
            if (row.whole && row.height <= room_.height + kSlack) return row;
            return std::nullopt;
        }
        const double stack = stack_height(0, left_.size()), words = text_height();
        const auto n = static_cast<double>(room_.columns);
        if ((stack + words) / (region_.paired ? 2 : n) > room_.height + room_.step) return std::nullopt;
        std::optional<FilledRegion> best;
        const auto take = [&](std::optional<FilledRegion> other) {
            if (other && (!best || other->height < best->height - kSlack)) best = std::move(other);
        };
        if (mixes()) {
            const double least = std::max(stack, (stack + words) / n - room_.step * (n + 1));
            for (double h = std::max(room_.step, std::floor(least / room_.step) * room_.step);
                 h <= room_.height + kSlack && !best; h += room_.step)
                take(filled(h, left_.size(), 0, false));
            // The last heights are no whole steps if the page has none.
            if (!best && !region_.keeps_next) take(filled(room_.height, left_.size(), 0, false));
        }
        for (auto top = left_.size() + 1; top-- > 0;) {
            if (left_.size() - top > 0 && !mixes()) break;
            take(filled(room_.height, top, left_.size() - top, true));
        }
        return best;
    }

    FilledRegion part(bool force) const {
        if (from_.text >= region_.end) {
            auto row = exhibits_alone();
            if (row.height <= room_.height + kSlack || force) return row;
            return {};
        }
        std::size_t top = 0;
        double stack = 0;
        while (top < left_.size() && room_.columns > 1) {  // in one column, they stand below the text's end
            const double more = (top > 0 ? room_.step : 0) + height_of(left_[top]);
            if (stack + more > room_.height + kSlack) break;
            stack += more, ++top;
        }
        while (true) {
            auto trial = fill(room_.height, top, 0, false, force);
            std::size_t named = 0;
            while (named < top && region_.named[from_.exhibits + named] < trial.reached.text) ++named;
            // A pair is not parted before its exhibit.
            if (region_.paired && named == 0 && !left_.empty() && !force) return {};
            if (named == top) return trial;
            top = named;
        }
    }

  private:
    /// True if text may go on below exhibits.
    bool mixes() const { return !region_.paired && room_.columns > 1; }
    double height_of(std::size_t piece) const { return room_.lower ? (*room_.lower)[piece] : flow_[piece].height; }
    double stack_height(std::size_t first, std::size_t count) const {
        double h = 0;
        for (std::size_t k = first; k < first + count; ++k) h += (k > first ? room_.step : 0) + height_of(left_[k]);
        return h;
    }
    // Of what is left, as one column; stops when it is more than the room's columns hold.
    double text_height() const {
        double h = 0;
        const double most = room_.height * static_cast<double>(room_.columns) + 1;
        for (auto i = from_.text; i < region_.end && h < most; ++i) {
            if (!flow_[i].floats) h += flow_[i].height + (i > from_.text ? flow_[i].before : 0);
        }
        return h;
    }

    std::optional<FilledRegion> filled(double height, std::size_t top, std::size_t below, bool first_column) const {
        auto trial = fill(height, top, below, first_column, false);
        if (!trial.whole || trial.height > height + kSlack) return std::nullopt;
        return trial;
    }

    void put_exhibits(std::size_t first, std::size_t count, std::size_t column, double& y, FilledRegion& into) const {
        for (std::size_t k = first; k < first + count; ++k) {
            if (y > 0) y += room_.step;
            const double h = height_of(left_[k]);
            into.spots.push_back({left_[k], column, y, h, false});
            y += h;
        }
    }

    // Text in columns of `height`; `top` exhibits over the text of the last one, `below` under the text of the first.
    // `first_column`: text has the first column alone.
    FilledRegion fill(double height, std::size_t top, std::size_t below, bool first_column, bool force) const {
        FilledRegion made;
        Progress progress;
        progress.next = from_.text;
        for (std::size_t c = 0; c < room_.columns; ++c) {
            const bool last = c + 1 == room_.columns && room_.columns > 1;
            double y = 0;
            if (last) put_exhibits(0, top, c, y, made);
            const bool takes_text = c == 0 || (!first_column && (!last || !region_.paired));
            const double gap = y > 0 ? room_.step : region_.paired ? kBelowPairRule : 0;
            if (takes_text && progress.next < region_.end && height - y - gap > 0) {
                const bool at_top = c == 0 && progress.next == from_.text;
                const auto column = fill_column(flow_, progress, {height - y - gap, force && at_top, 0, region_.end});
                for (const auto& placed : column.placed)
                    made.spots.push_back(
                        {placed.piece, c, y + gap + placed.y, flow_[placed.piece].height, placed.continued});
                if (!column.placed.empty()) y += gap + column.height;
            }
            if (c == 0 && below > 0) put_exhibits(left_.size() - below, below, c, y, made);
            if (room_.columns == 1) put_exhibits(0, top, c, y, made);
            made.ends.push_back(y);
        }
        made.height = *std::max_element(made.ends.begin(), made.ends.end());
        made.reached = {progress.next, from_.exhibits + top + below};
        made.whole = progress.next >= region_.end && top + below == left_.size();
        return made;
    }

    // A row of exhibits whose text has been placed before, one in each column; one alone stands over all columns.
    FilledRegion exhibits_alone() const {
        FilledRegion made;
        const auto count = region_.paired ? std::min<std::size_t>(left_.size(), 1)
                                          : std::min<std::size_t>(left_.size(), room_.columns);
        made.ends.assign(room_.columns, 0);
        for (std::size_t k = 0; k < count; ++k) {
            const auto c = region_.paired ? room_.columns - 1 : k;
            double y = 0;
            put_exhibits(k, 1, c, y, made);
            made.ends[c] = y;
        }
        if (count == 1 && flow_[left_.front()].elastic) {
            made.spots.front().wide = true;
            made.ends.assign(room_.columns, made.spots.front().height);
        }
        made.height = *std::max_element(made.ends.begin(), made.ends.end());
        made.reached = {from_.text, from_.exhibits + count};
        made.whole = count == left_.size();
        return made;
    }

    const Pieces& flow_;
    const Region& region_;
    Reached from_;
    RegionRoom room_;
    std::vector<std::size_t> left_;  // exhibits
};

double most_of(const Pieces& flow, const Spot& spot) {
    const auto& elastic = flow[spot.piece].elastic;
    return elastic ? std::max(elastic->most, spot.height) : spot.height;
}

// Points by which a column's charts can grow.
double growth(const Pieces& flow, const FilledRegion& filled, std::size_t column) {
    double h = 0;
    for (const auto& spot : filled.spots) {
        if (spot.column == column) h += most_of(flow, spot) - spot.height;
    }
    return h;
}

}  // namespace

std::optional<FilledRegion> fill_whole(const Pieces& flow, const Region& region, const Reached& from,
                                       const RegionRoom& room) {
    return Filler(flow, region, from, room).whole();
}

FilledRegion fill_part(const Pieces& flow, const Region& region, const Reached& from, const RegionRoom& room,
                       bool force) {
    return Filler(flow, region, from, room).part(force);
}

void stretch(const Pieces& flow, FilledRegion& filled, double target, double step) {
    if (step <= 0) return;
    constexpr double kRounding = 0.1;  // points, so that a height just under a whole step counts as one
    for (std::size_t c = 0; c < filled.ends.size(); ++c) {
        double left = std::floor((target - filled.ends[c] + kRounding) / step) * step;
        const double all = growth(flow, filled, c);
        left = std::min(left, all);
        if (left < step) continue;
        const double share = left / all;
        double moved = 0;
        // In proportion first, then whole steps to the first that can take them.
        for (int round = 0; round < 2; ++round) {
            moved = 0;
            for (auto& spot : filled.spots) {
                if (spot.column != c) continue;
                spot.y += moved;
                const double can = most_of(flow, spot) - spot.height;
                const double wish = round == 0 ? std::floor(can * share / step + 1e-6) * step : left;
                const double more = std::min({wish, can, left});
                if (more < step - kSlack) continue;
                spot.height += more, moved += more, left -= more;
            }
            filled.ends[c] += moved;
            if (!filled.spots.empty() && filled.spots.front().wide)
                filled.ends.assign(filled.ends.size(), filled.ends[c]);
        }
    }
    filled.height = *std::max_element(filled.ends.begin(), filled.ends.end());
}

double most_growth(const Pieces& flow, const FilledRegion& filled) {
    double most = 0;
    for (std::size_t c = 0; c < filled.ends.size(); ++c)
        most = std::max(most, filled.ends[c] + growth(flow, filled, c) - filled.height);
    return most;
}

}  // namespace precis::layout
