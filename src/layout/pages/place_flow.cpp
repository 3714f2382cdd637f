// The text of a flow fills page after page: columns are tried, levelled, then put on the page; an exhibit over all
// columns stands where it is met, at the page's top or foot, or waits for the next page.
#include "layout/pages/place_flow.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "layout/ground/columns.h"
#include "layout/pages/spanning.h"

namespace precis::layout {
namespace {

constexpr double kLeastLines = 5;  // a flow that has room for fewer begins on the next page

struct Filled {
    Progress progress;
    std::vector<Column> columns;
    std::vector<int> notes;
    double reserved = 0;  // for the notes, at the page's foot
};

bool has_floats(const Pieces& pieces, std::size_t first, std::size_t end) {
    for (auto i = first; i < end; ++i) {
        if (pieces[i].floats) return true;
    }
    return false;
}

double tallest(const std::vector<Column>& columns) {
    double h = 0;
    for (const auto& c : columns) h = std::max(h, c.height);
    return h;
}

std::vector<int> notes_of(const Pieces& pieces, const std::vector<Column>& columns) {
    std::vector<int> notes;
    for (const auto& column : columns) {
        for (const auto& placed : column.placed) {
            const auto& more = pieces[placed.piece].footnotes;
            notes.insert(notes.end(), more.begin(), more.end());
        }
    }
    return notes;
}

class FlowPlacer {
  public:
    FlowPlacer(Cursor& at, SideColumn& sides, Band& band) : at_(at), sides_(sides), band_(band), pieces_(band.flow) {}

    void run() {
        bool labelled = false;
        at_.y += at_.gap(std::max(band_.before, 21.0));
        at_.y = at_.snapped(at_.y);
        if (left() < kLeastLines * at_.step()) at_.next_page();
        at_.flow_top = at_.y;
        while (true) {
            sides_.begin();
            if (!labelled && !band_.label.items.empty()) {
                sides_.put(band_, band_.label, at_.y);
                labelled = true;
            }
            put_waiting(at_, waiting_, progress_, band_.strip.x);
            sides_.carry(band_);
            fill_page();
            if (progress_.done(pieces_)) put_waiting(at_, waiting_, progress_, band_.strip.x);
            if (progress_.done(pieces_) && waiting_.empty()) break;
            at_.next_page();
        }
        at_.space = at_.step();
        sides_.finish(band_);
    }

  private:
    double left() const { return at_.bottom() - at_.y; }
    int column_count() const { return static_cast<int>(band_.strip.column_x.size()); }

    // The columns from here to the page's foot, less `taken`.
    Filled fill_rest(double taken) const {
        const double step = at_.step();
        Filled made;
        for (int round = 0; round < 4; ++round) {  // notes take room, which moves text, which moves notes
            made.progress = progress_;
            Fill fill{left() - made.reserved - taken, at_.at_top() && taken == 0};
            if (!waiting_.empty()) fill.hold_from = waiting_.front().at;  // what comes after it waits too
            made.columns = fill_columns(pieces_, made.progress, column_count(), fill, step);
            made.notes = notes_of(pieces_, made.columns);
            const double needed = at_.notes.more(made.notes);
            if (needed <= made.reserved) break;
            made.reserved = needed;
        }
        return made;
    }

    // A spanning exhibit waits for one that stands in these columns: it goes to the page's foot if that one finds its
    // place above.
    bool foot() {
        const double step = at_.step();
        if (waiting_.empty() || progress_.waiting.empty() || is_next(waiting_, progress_)) return false;
        auto& group = waiting_.front().group;
        const double h = std::ceil(height_of(group, 0, group.size()) / step) * step;
        const double taken = h + group.front().before;
        if (left() - taken < kLeastLines * step) return false;
        auto made = fill_rest(taken);
        if (!made.notes.empty() || !is_next(waiting_, made.progress)) return false;
        level_columns(pieces_, made.columns, made.progress.done(pieces_) ? tallest(made.columns) : left() - taken,
                      step);
        commit(made.columns);
        at_.y = made.progress.done(pieces_) ? at_.y + tallest(made.columns) : at_.bottom() - taken;
        progress_ = made.progress;
        put_spanning(at_, group, 0, group.size(), band_.strip.x);
        waiting_.pop_front();
        return true;
    }

    void fill_page() {
        const double step = at_.step();
        while (!progress_.done(pieces_)) {
            if (left() < step * 2) return;
            if (foot()) return;
            auto [trial, columns, notes, reserved] = fill_rest(0);
            const bool at_span = trial.next < pieces_.size() && pieces_[trial.next].spans;
            if (trial == progress_ && !at_span) return;
            if (!at_span) {
                const double target = trial.done(pieces_) ? tallest(columns) : left() - reserved;
                level_columns(pieces_, columns, target, step);
                commit(columns);
                progress_ = trial;
                at_.notes.add(notes);
                at_.y += tallest(columns);
                if (!progress_.done(pieces_)) return;
                continue;
            }
            const double used = tallest(columns);
            const auto first = trial.next;
            const auto end = group_end(pieces_, first);
            const double gap_above = used > 0 ? pieces_[first].before : 0;
            const bool in_order = waiting_.empty() && trial.waiting.empty();
            // A page that has no text yet takes the exhibit at its top, where the eye expects it, if the text that
            // leads to it stays on the page and no other exhibit comes before it.
            if (in_order && progress_.waiting.empty() && at_.fresh && used > 0 &&
                !has_floats(pieces_, progress_.next, first) && leads_to(first, height_of(pieces_, first, end) + step)) {
                auto group = taken_out(pieces_, first, end);
                put_spanning(at_, group, 0, group.size(), band_.strip.x);
                continue;
            }
            const bool fits =
                at_.y + used + gap_above + height_of(pieces_, first, end) + reserved <= at_.bottom() + 0.01;
            const bool begins = !fits && breaks_here(at_, pieces_, first, end, at_.y + used + gap_above + reserved);
            if (!in_order || (!fits && !begins)) {
                waiting_.push_back({taken_out(pieces_, first, end), first});
                continue;
            }
            level_columns(pieces_, columns, used, step);
            commit(columns);
            at_.y += used;
            if (begins) {
                at_.notes.add(notes);
                put_broken(at_, pieces_, first, end, band_.strip.x);
            } else {
                put_spanning(at_, pieces_, first, end, band_.strip.x);
                at_.notes.add(notes);
            }
            progress_ = trial;
            progress_.next = end;
        }
    }

    // Whether the columns still reach piece `goal` on this page when `taken` of its height is gone.
    bool leads_to(std::size_t goal, double taken) const {
        const double height = left() - taken;
        if (height < kLeastLines * at_.step()) return false;
        auto trial = progress_;
        (void)fill_columns(pieces_, trial, column_count(), {height}, at_.step());
        return trial.next >= goal && trial.waiting.empty();
    }

    void commit(const std::vector<Column>& columns) {
        at_.fresh = false;
        std::vector<std::pair<const SideNote*, double>>
            beside;  // read after the columns, so that no paragraph is parted
        for (std::size_t c = 0; c < columns.size(); ++c) {
            for (const auto& placed : columns[c].placed) {
                auto& piece = pieces_[placed.piece];
                const double x = band_.strip.column_x[c];
                if (placed.continued) {
                    double y = at_.y;
                    for (const auto& head : *piece.continued) {
                        at_.pages.put(head, x, y);
                        y += head.height;
                    }
                }
                at_.pages.take(piece, x, at_.y + placed.y);
                for (const auto& note : piece.sides) beside.emplace_back(&note, at_.y + placed.y);
            }
        }
        for (const auto& [note, y] : beside) {
            sides_.add(*note);
            sides_.carry(band_, y);
        }
    }

    Cursor& at_;
    SideColumn& sides_;
    Band& band_;
    Pieces& pieces_;
    Progress progress_;
    WaitingExhibits waiting_;
};

}  // namespace

void place_flow(Cursor& at, SideColumn& sides, Band& band) {
    FlowPlacer(at, sides, band).run();
}

}  // namespace precis::layout
