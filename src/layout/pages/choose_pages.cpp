// A layer for each page: every state that is kept is continued in every way, and the cheapest new states are kept.
#include "layout/pages/choose_pages.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "layout/blocks/exhibits.h"
#include "layout/pages/spanning.h"

namespace precis::layout {
namespace {

// What a page costs; docs/design/pages.md#costs explains each. Chosen by eye on the samples and on made-up documents.
constexpr double kPage = 20;            // each page; of the last, the share that is used
constexpr double kEmpty = 250;          // the square of its empty share
constexpr double kEmptyBefore = 750;    // the same where the flow begins on the next page only
constexpr double kEmptyAtEnd = 10;      // the same on the flow's last page, which other parts may fill
constexpr double kUnlevel = 20;         // the square of the share of the page by which a region's columns differ
constexpr double kLate = 6;             // an exhibit on a later page than the paragraph that names it
constexpr double kParted = 0.3;         // a region's text goes on on the next page
constexpr double kPartedTable = 5;      // a table that a page would hold goes on on the next page
constexpr double kStretched = 0.3;      // the square of a chart's growth, as a share of the most
constexpr double kTight = 0.6;          // the square of what it lacks of its own height, as a share of the most
constexpr std::size_t kKept = 8;        // states kept for each page
constexpr std::size_t kMostRounds = 3;  // until the footnotes' room settles

constexpr double kLeastLines = 5;     // of a region that begins at a page's foot, in steps of the grid
constexpr double kTallTable = 0.5;    // of a page: lower tables stay whole
constexpr double kFull = 0.94;        // of a page: nothing else is tried
constexpr double kSpare = 0.9;        // of a page: a last page that is emptier may be saved by lower charts
constexpr double kEndsEarly = 0.6;    // of a page; one that is emptier is not ended of free will
constexpr double kFillsAtEnd = 0.6;   // of a page; a last page that is fuller is filled by its charts
constexpr double kBetween = 1;        // steps of the grid from one region to the next
constexpr double kMostBetween = 1.5;  // more of them, to fill a page
constexpr std::size_t kMostWaiting = 2;
constexpr auto kEnd = std::numeric_limits<std::size_t>::max();

struct State {
    std::size_t region = 0;  // kEnd: none is left
    Reached reached;
    std::vector<std::size_t> waiting;  // regions over all columns that found no room
    double from = 0;
    bool goes_on = false;
    auto key() const { return std::tie(region, reached, waiting, from, goes_on); }
};

struct Draft {
    PagePlan page;
    State next;
    double y = 0;
    double cost = 0;
    bool text_alone = false;  // an exhibit waits, and none may pass it
    bool tight = false;       // charts have their least heights, until the page is settled
};

struct Way {
    PagePlan page;
    State next;
    double cost = 0;
};

class Chooser {
  public:
    Chooser(const Pieces& flow, std::vector<Region>& regions, const FlowRoom& room, const NotesHeight& notes)
        : flow_(flow), regions_(regions), end_(regions.size()), room_(room), notes_(notes) {
        lower_.reserve(flow.size());
        for (const auto& piece : flow) lower_.push_back(piece.elastic ? piece.elastic->lowest : piece.height);
        marks_notes_ =
            std::any_of(flow.begin(), flow.end(), [](const Piece& piece) { return !piece.footnotes.empty(); });
    }

    /// The cheapest pages; a second search with lower charts if the last page is rather empty.
    std::vector<PagePlan> run() {
        auto pages = searched();
        if (pages.size() < 2 || pages.back().end > room_.height * kSpare || !may_save_a_page(pages)) return pages;
        const double cost = cost_;
        saves_ = true;
        auto others = searched();
        return cost_ < cost ? others : pages;
    }

  private:
    // True if the pages' contents, with all charts in their own heights and then in the least that they might have, may
    // fit on a page less. Spares drawings.
    bool may_save_a_page(const std::vector<PagePlan>& pages) const {
        double content = -room_.from, spare = 0;
        for (const auto& page : pages) content += page.end;
        for (const auto& page : pages) {
            for (const auto& placed : page.placed) {
                std::vector<double> grown(room_.columns);
                for (const auto& spot : placed.filled.spots)
                    grown[spot.column] += std::max(0.0, spot.height - flow_[spot.piece].height);
                if (placed.how == How::columns) content -= *std::max_element(grown.begin(), grown.end());
            }
        }
        for (const auto& piece : flow_) spare += piece.elastic ? piece.height - piece.elastic->lowest : 0;
        const double others = static_cast<double>(pages.size()) - 2;
        return content - spare <= room_.first_bottom - room_.from + others * room_.height;
    }

    std::vector<PagePlan> searched() {
        nodes_.clear();
        State first;
        first.reached.text = regions_.empty() ? 0 : regions_.front().first;
        first.from = room_.from;
        nodes_.push_back({first, 0, 0, {}});
        std::vector<std::size_t> layer{0};
        std::optional<std::size_t> best;
        for (bool on_first = true; !layer.empty(); on_first = false) {
            std::vector<std::size_t> next;
            for (const auto at : layer) {
                for (auto& way : ways(nodes_[at].state, on_first)) {
                    const double cost = nodes_[at].cost + way.cost;
                    if (best && nodes_[*best].cost <= cost) continue;
                    nodes_.push_back({std::move(way.next), cost, at, std::move(way.page)});
                    const auto made = nodes_.size() - 1;
                    if (done(nodes_[made].state))
                        best = made;
                    else
                        keep(made, next);
                }
            }
            layer = std::move(next);
        }
        std::vector<PagePlan> pages;
        for (auto at = best.value_or(0); at != 0; at = nodes_[at].parent) pages.push_back(std::move(nodes_[at].page));
        std::reverse(pages.begin(), pages.end());
        cost_ = nodes_[best.value_or(0)].cost;
        return pages;
    }

    struct Node {
        State state;
        double cost = 0;
        std::size_t parent = 0;
        PagePlan page;  // that led here
    };

    bool done(const State& state) const { return state.region == kEnd && state.waiting.empty(); }

    // Keeps the cheapest way to each state, and of the states the cheapest few.
    void keep(std::size_t made, std::vector<std::size_t>& layer) const {
        for (auto& other : layer) {
            if (nodes_[other].state.key() != nodes_[made].state.key()) continue;
            if (nodes_[made].cost < nodes_[other].cost) other = made;
            return;
        }
        layer.push_back(made);
        if (layer.size() <= kKept) return;
        layer.erase(std::max_element(layer.begin(), layer.end(),
                                     [&](std::size_t a, std::size_t b) { return nodes_[a].cost < nodes_[b].cost; }));
    }

    // All ways to make the page that begins in `state`.
    std::vector<Way> ways(const State& state, bool on_first) {
        const double bottom = on_first ? room_.first_bottom : room_.height;
        double reserved = 0;
        for (std::size_t round = 1;; ++round) {
            ways_.clear();
            bottom_ = bottom - reserved;
            Draft draft;
            draft.page.goes_on = state.goes_on;
            draft.page.from = state.from;
            draft.next = state;
            draft.next.from = 0;
            draft.next.goes_on = false;
            draft.y = state.from;
            best_fill_ = 0;
            walk(draft);
            // Lower charts are tried where a page would stay emptier than it must, or to save a page.
            draft.tight = true;
            if (saves_ || best_fill_ < kFull) walk(std::move(draft));
            if (!marks_notes_) break;
            double needed = 0;
            for (const auto& way : ways_) needed = std::max(needed, notes_(notes_of(flow_, regions_, way.page)));
            if (needed <= reserved) break;
            if (round == kMostRounds) {  // a way whose notes find no room is none
                const auto lacks = [&](const Way& way) {
                    return notes_(notes_of(flow_, regions_, way.page)) > reserved;
                };
                if (!std::all_of(ways_.begin(), ways_.end(), lacks)) std::erase_if(ways_, lacks);
                break;
            }
            reserved = needed;
        }
        return std::move(ways_);
    }

    bool empty(const Draft& d) const { return d.page.placed.empty(); }
    bool at_top(const Draft& d) const { return empty(d) && d.y <= kSlack; }
    bool is_turned(const Region& region) const { return flow_[region.first].turned; }

    // True for text in one column whose exhibit stands elsewhere, and the text behind it: they are one.
    bool runs_on(const PlacedRegion& before, std::size_t region) const {
        if (room_.columns > 1 || before.how != How::columns || before.filled.spots.empty()) return false;
        const auto& first = flow_[regions_[region].first];
        return !flow_[before.filled.spots.back().piece].floats && !first.opens && !first.spans && !first.floats;
    }

    double gap_above(const Draft& d) const {
        if (empty(d)) return 0;
        const auto& last = d.page.placed.back();
        if (runs_on(last, d.next.region))
            return std::max(flow_[last.filled.spots.back().piece].after, flow_[regions_[d.next.region].first].before);
        const bool same = last.how == How::columns && last.region == d.next.region;  // its exhibits go on
        if (same || regions_[last.region].keeps_next) return same ? room_.step : 0;
        return room_.step * kBetween;
    }

    std::size_t behind(std::size_t region) const {
        const auto joined = behind_joined_.find(region);
        if (joined != behind_joined_.end()) return joined->second;
        return region + 1 < end_ ? region + 1 : kEnd;
    }
    void enter_next_region(Draft& d) const {
        d.next.region = behind(d.next.region);
        d.next.reached = {};
        if (d.next.region != kEnd) d.next.reached.text = regions_[d.next.region].first;
    }

    double group_height(const Region& region) const { return height_of(flow_, region.first, region.end); }

    // Of one exhibit over all columns.
    double least_height(const Region& region) const {
        return region.end - region.first == 1 ? lower_[region.first] : group_height(region);
    }

    // Walks down the page; each place where it may end is a way.
    void walk(Draft d) {
        if (!place_waiting(d)) return;
        while (d.next.region != kEnd) {
            const auto region = regions_[d.next.region];  // a copy: more may be joined
            if (d.text_alone && (region.spans || !region.exhibits.empty())) return end_page(std::move(d), false);
            if (region.spans) {
                if (!walk_group(d, region)) return;
            } else if (!walk_columns(d, region)) {
                return;
            }
        }
        end_page(std::move(d), true);
    }

    // False if the page is over.
    bool place_waiting(Draft& d) {
        while (!d.next.waiting.empty()) {
            const auto index = d.next.waiting.front();
            const auto& region = regions_[index];
            const double h = group_height(region), gap = empty(d) ? 0 : room_.step * kBetween;
            const bool fits = !is_turned(region) && d.y + gap + h <= bottom_ + kSlack;
            if (!fits && !at_top(d)) return end_page(std::move(d), false), false;
            d.next.waiting.erase(d.next.waiting.begin());
            d.cost += kLate / 2;
            if (!fits) return put_over_pages(d, index), false;
            put_group(d, index, gap, h);
        }
        return true;
    }

    void put_group(Draft& d, std::size_t index, double gap, double height) const {
        d.page.placed.push_back({index, How::group, d.y + gap, height, {}});
        d.y += gap + height;
    }

    // A table that needs pages: on its side, or broken between rows. The page plan ends with it.
    void put_over_pages(Draft& d, std::size_t index) {
        const auto& region = regions_[index];
        const double y = d.y + gap_above(d);
        const bool turned = is_turned(region);
        d.page.placed.push_back({index, turned ? How::turned : How::broken, y, bottom_ - y, {}});
        if (!turned) {
            const auto end = broken_end(flow_, region.first, region.end, y, bottom_, room_.height);
            d.next.from = end.y > room_.height - kLeastLines * room_.step ? 0 : end.y + room_.step * kBetween;
            d.next.goes_on = d.next.from > 0 && !done(d.next);
            if (!d.next.goes_on) d.next.from = 0;
            d.cost += kPage * static_cast<double>(end.pages - 1);
        }
        add_way(std::move(d));
    }

    bool walk_group(Draft& d, const Region& region) {
        const double gap = gap_above(d), natural = d.tight ? least_height(region) : group_height(region);
        const double room = bottom_ - d.y - gap;
        const double follows = region.keeps_next ? kLeastLines * room_.step : 0;
        const auto index = d.next.region;
        if (!is_turned(region) && natural + follows <= room + kSlack) {
            offer_end(d);
            enter_next_region(d);
            put_group(d, index, gap, natural);
            return true;
        }
        const double page = room_.height;
        const bool breaks = !is_turned(region) && natural > page * kTallTable && room > page * kLeastOfTable;
        if (at_top(d) || (breaks && natural > page)) {
            enter_next_region(d);
            put_over_pages(d, index);
            return false;
        }
        if (breaks && region.end - region.first > 1) {
            auto broken = d;
            broken.cost += kPartedTable;
            enter_next_region(broken);
            put_over_pages(broken, index);
        }
        if (!empty(d) || d.y > kSlack) {
            auto ends = d;
            end_page(std::move(ends), false);
        }
        if (d.next.waiting.size() >= kMostWaiting || region.keeps_next) return false;
        d.next.waiting.push_back(index);
        d.text_alone = true;
        enter_next_region(d);
        // Without text behind it, the way is that of a page that ends before it.
        const bool text =
            d.next.region != kEnd && !regions_[d.next.region].spans && regions_[d.next.region].exhibits.empty();
        return text;
    }

    bool walk_columns(Draft& d, const Region& region) {
        const double gap = gap_above(d), room = bottom_ - d.y - gap;
        if (d.next.reached.text >= region.end)
            if (const auto joined = joined_with_next(d.next)) {
                auto together = d;
                together.next.region = *joined;
                together.next.reached = {regions_[*joined].first, 0};
                together.cost += kLate;
                walk(std::move(together));
            }
        const RegionRoom space{room_.columns, room, room_.step, d.tight ? &lower_ : nullptr};
        if (auto whole = fill_whole(flow_, region, d.next.reached, space)) {
            offer_end(d);
            put_columns(d, region, gap, std::move(*whole));
            return true;
        }
        if (at_top(d) || room >= kLeastLines * room_.step) {
            walk_part(d, region, gap, space);
        }
        if (!empty(d) || d.y > kSlack) end_page(std::move(d), false);
        return false;
    }

    // The exhibits that are left of a region beside the text of the next one; nothing if there is no such text.
    std::optional<std::size_t> joined_with_next(const State& state) {
        const auto& region = regions_[state.region];
        const auto next = behind(state.region);
        if (next == kEnd || region.paired || region.spans || state.reached.exhibits >= region.exhibits.size())
            return std::nullopt;
        const auto& text = regions_[next];
        if (text.spans || text.paired || !text.has_text()) return std::nullopt;
        const auto known = joined_.find({state.region, state.reached.exhibits});
        if (known != joined_.end()) return known->second;
        Region both = text;
        const auto first = static_cast<std::ptrdiff_t>(state.reached.exhibits);
        both.exhibits.assign(region.exhibits.begin() + first, region.exhibits.end());
        both.exhibits.insert(both.exhibits.end(), text.exhibits.begin(), text.exhibits.end());
        both.named.insert(both.named.begin(), region.exhibits.size() - state.reached.exhibits, text.first);
        regions_.push_back(std::move(both));
        const auto made = regions_.size() - 1;
        joined_[{state.region, state.reached.exhibits}] = made;
        behind_joined_[made] = behind(next);
        return made;
    }

    // A page that ends in the region. What is left may be a row of exhibits, which the page still holds.
    void walk_part(const Draft& d, const Region& region, double gap, const RegionRoom& space) {
        const bool force = at_top(d);
        auto part = fill_part(flow_, region, d.next.reached, space, force);
        if (!(part.reached > d.next.reached) || part.spots.empty()) return;
        auto parted = d;
        parted.cost += kParted;
        put_columns(parted, region, gap, std::move(part));
        const bool exhibits_left = parted.next.region == d.next.region && parted.next.reached.text >= region.end;
        if (exhibits_left && parted.y + room_.step * kLeastLines < bottom_) return walk(std::move(parted));
        end_page(std::move(parted), false);
    }

    // Puts a region, whole or in part, and moves on to what is left.
    void put_columns(Draft& d, const Region& region, double gap, FilledRegion filled) const {
        const auto index = d.next.region;
        const bool goes_on = !empty(d) && d.page.placed.back().region == index;
        for (auto k = d.next.reached.exhibits; k < filled.reached.exhibits && !goes_on; ++k) {
            if (region.named[k] < d.next.reached.text) d.cost += kLate;
        }
        d.next.reached = filled.reached;
        if (filled.whole) enter_next_region(d);
        const double height = filled.height;
        d.page.placed.push_back({index, How::columns, d.y + gap, height, std::move(filled)});
        d.y += gap + height;
    }

    // A page that is full enough may end here, of free will.
    void offer_end(const Draft& d) {
        if (d.text_alone || d.y < bottom_ * kEndsEarly || empty(d) || regions_[d.page.placed.back().region].keeps_next)
            return;
        end_page(d, false);
    }

    // Lets the page's charts grow, and counts what it costs.
    void end_page(Draft d, bool last) {
        if (empty(d)) {
            if (d.y > kSlack) add_way(std::move(d));  // the flow begins on the next page
            return;
        }
        const bool over = last && done(d.next);
        settle(d, over);
        add_way(std::move(d), over);
    }

    double filled_share(const PagePlan& page) const {
        double sum = 0;
        for (std::size_t c = 0; c < room_.columns; ++c) {
            double lowest = page.from;
            for (const auto& placed : page.placed) {
                const bool columns = placed.how == How::columns && !regions_[placed.region].paired;
                const double end = columns ? placed.filled.ends[c] : placed.height;
                if (end > 0) lowest = std::max(lowest, placed.y + end);
            }
            sum += lowest;
        }
        return std::min(1.0, sum / static_cast<double>(room_.columns) / bottom_);
    }

    void add_way(Draft d, bool last = false) {
        d.cost += last && !room_.closes ? kPage * d.y / room_.height : kPage;
        if (!empty(d)) {
            const double share = filled_share(d.page), free = 1 - share;
            best_fill_ = std::max(best_fill_, last ? 1 : share);
            const bool over_pages = d.page.placed.back().how == How::broken || d.page.placed.back().how == How::turned;
            if (!over_pages) d.cost += (last ? kEmptyAtEnd : kEmpty) * free * free;
        } else {
            d.cost += kEmptyBefore * std::pow(1 - d.y / room_.height, 2);
        }
        for (const auto& placed : d.page.placed) {
            if (placed.how != How::columns) continue;
            const auto& ends = placed.filled.ends;
            const bool paired = regions_[placed.region].paired;
            const double differ = (placed.height - *std::min_element(ends.begin(), ends.end())) / room_.height;
            if (!paired) d.cost += kUnlevel * differ * differ;
            for (const auto& spot : placed.filled.spots) {
                const auto& piece = flow_[spot.piece];
                if (!piece.elastic || spot.height == piece.height) continue;
                const bool taller = spot.height > piece.height;
                const double limit = taller ? piece.elastic->most : piece.elastic->least;
                const double share = (spot.height - piece.height) / (limit - piece.height);
                d.cost += (taller ? kStretched : kTight) * share * share;
            }
        }
        d.page.end = d.y;
        ways_.push_back({std::move(d.page), std::move(d.next), d.cost});
    }

    // The most by which a placed region can grow.
    double growth(const PlacedRegion& placed) const {
        if (placed.how == How::columns) return most_growth(flow_, placed.filled);
        if (placed.how != How::group) return 0;
        const auto& elastic = flow_[regions_[placed.region].first].elastic;
        return elastic ? std::max(0.0, elastic->most - placed.height) : 0;
    }

    void grow(PlacedRegion& placed, double by) const {
        if (placed.how == How::columns) {
            stretch(flow_, placed.filled, placed.height + by, room_.step);
            placed.height = placed.filled.height;
        } else if (by > 0) {
            placed.height += by;
        }
    }

    // Columns of a region end level; then what is left of the page is shared among the regions that can grow.
    void settle(Draft& d, bool last) const {
        auto& placed = d.page.placed;
        for (auto& one : placed) grow(one, 0);
        const bool fills = !last || d.tight || (room_.closes && d.y >= bottom_ * kFillsAtEnd);
        const double step = room_.step;
        double left = std::floor((bottom_ - d.y) / step + 1e-6) * step;
        if (!fills || left < step) return;
        for (int round = 0; round < 2 && left >= step; ++round) {
            double all = 0;
            for (const auto& one : placed) all += growth(one);
            if (all < step) break;
            const double share = std::min(1.0, left / all);
            double moved = 0;
            for (auto& one : placed) {
                one.y += moved;
                const double can = growth(one);
                const double wish = round == 0 ? std::floor(can * share / step + 1e-6) * step : left;
                const double more = std::min({wish, can, left});
                if (more < step) continue;
                const double before = one.height;
                grow(one, more);
                left -= one.height - before, moved += one.height - before;
            }
            d.y += moved;
        }
        spread(d, bottom_ - d.y);
    }

    // What charts could not take goes between the regions, evenly, up to a limit.
    void spread(Draft& d, double left) const {
        auto& placed = d.page.placed;
        std::size_t gaps = 0;
        const auto opens = [&](std::size_t i) {
            return !regions_[placed[i - 1].region].keeps_next && !runs_on(placed[i - 1], placed[i].region);
        };
        for (std::size_t i = 1; i < placed.size(); ++i) gaps += opens(i) ? 1 : 0;
        if (gaps == 0) return;
        const double more = std::min(left / static_cast<double>(gaps), room_.step * kMostBetween);
        double moved = 0;
        for (std::size_t i = 1; i < placed.size(); ++i) {
            if (opens(i)) moved += more;
            placed[i].y += moved;
        }
        d.y += moved;
    }

    const Pieces& flow_;
    std::vector<Region>& regions_;  // joined ones come behind those of the flow
    std::size_t end_;               // of those of the flow
    const FlowRoom& room_;
    const NotesHeight& notes_;
    bool marks_notes_ = false;
    double bottom_ = 0;
    double best_fill_ = 0;  // of the ways found so far
    bool saves_ = false;    // every page is tried with lower charts
    std::vector<Way> ways_;
    std::vector<Node> nodes_;
    double cost_ = 0;            // of the last search
    std::vector<double> lower_;  // by piece: its least height, as far as is known
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> joined_;  // region and exhibits placed -> joined region
    std::map<std::size_t, std::size_t> behind_joined_;                   // joined region -> the one behind both
};

}  // namespace

std::vector<PagePlan> choose_pages(const Pieces& flow, std::vector<Region>& regions, const FlowRoom& room,
                                   const NotesHeight& notes) {
    return Chooser(flow, regions, room, notes).run();
}

std::vector<int> notes_of(const Pieces& flow, const std::vector<Region>& regions, const PagePlan& plan) {
    std::vector<int> notes;
    const auto add = [&](const Piece& piece) {
        notes.insert(notes.end(), piece.footnotes.begin(), piece.footnotes.end());
    };
    for (const auto& placed : plan.placed) {
        const auto& region = regions[placed.region];
        for (const auto& spot : placed.filled.spots) add(flow[spot.piece]);
        for (auto i = region.first; placed.how != How::columns && i < region.end; ++i) add(flow[i]);
    }
    return notes;
}

}  // namespace precis::layout
