// Text fills page after page: columns are tried, levelled, then put on the page. Exhibits over all columns part the
// columns of a page into an upper and a lower half.
#include "layout/pages/place_flow.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "layout/ground/columns.h"
#include "layout/pages/lonely.h"
#include "layout/pages/spanning.h"

namespace precis::layout {
namespace {

// Numbers of lines were chosen by eye on the samples.
constexpr double kLeastLines = 5;   // a flow with room for fewer begins on the next page
constexpr double kLeastFilled = 2;  // the rest of a page with fewer lines stays empty
constexpr double kAboveFlow = 21;   // points; one and a half steps of the grid

struct Filled {
    Progress progress;
    std::vector<Column> columns;
    std::vector<int> notes;
    double reserved = 0;  // points for the notes at the page's foot
};

bool has_floats(const Pieces& pieces, std::size_t first, std::size_t end) {
    for (auto i = first; i < end; ++i) {
        if (pieces[i].floats) return true;
    }
    return false;
}

bool begins_section(const Pieces& pieces, std::size_t first, std::size_t end) {
    for (auto i = first; i < end; ++i) {
        if (!pieces[i].path.empty() && pieces[i].path.back().role == scene::Role::heading) return true;
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
        at_.y += at_.gap(std::max(band_.before, kAboveFlow));
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
            if (!at_.whole_page) {
                sides_.place_waiting(band_);
                fill_page();
            }
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

    // Fills the columns from the cursor to the page's foot, less `taken`, on trial.
    Filled fill_rest(double taken) const {
        const double step = at_.step();
        Filled trial;
        // Notes take room, which moves text to the next page, and its notes with it. What is reserved only grows.
        while (true) {
            trial.progress = progress_;
            Fill fill{left() - trial.reserved - taken, at_.at_top() && taken == 0};
            if (!waiting_.empty()) fill.hold_from = waiting_.front().at;  // floats after it wait too
            trial.columns = fill_columns(pieces_, trial.progress, column_count(), fill, step);
            trial.notes = notes_of(pieces_, trial.columns);
            const double needed = at_.notes.more(trial.notes);
            if (needed <= trial.reserved) break;
            trial.reserved = needed;
        }
        return trial;
    }

    // Puts the first waiting group at the page's foot, below columns that hold all floats before it. True if it did.
    bool put_at_foot() {
        const double step = at_.step();
        if (waiting_.empty() || progress_.waiting.empty() || is_next(waiting_, progress_)) return false;
        if (waiting_.front().group.front().turned) return false;
        auto& group = waiting_.front().group;
        const double h = std::ceil(height_of(group, 0, group.size()) / step) * step;
        const double taken = h + group.front().before;
        if (left() - taken < kLeastLines * step) return false;
        auto trial = fill_rest(taken);
        if (!trial.notes.empty() || !is_next(waiting_, trial.progress)) return false;
        if (begins_section(pieces_, trial.progress.next, waiting_.front().at)) return false;  // its own, further on
        const bool ends = trial.progress.done(pieces_);
        level_columns(pieces_, trial.columns, ends ? tallest(trial.columns) : left() - taken, step);
        commit(trial.columns);
        at_.y = ends ? at_.y + tallest(trial.columns) : at_.bottom() - taken;
        progress_ = trial.progress;
        put_spanning(at_, group, 0, group.size(), band_.strip.x);
        waiting_.pop_front();
        return true;
    }

    void fill_page() {
        const double step = at_.step();
        while (!progress_.done(pieces_)) {
            if (left() < step * kLeastFilled) return;
            if (put_at_foot()) return;
            auto filled = fill_rest(0);
            const auto next = filled.progress.next;
            if (next < pieces_.size() && pieces_[next].spans) {
                if (pieces_[next].turned)
                    place_turned(filled);
                else
                    place_span(std::move(filled));
                if (at_.whole_page) return;
                continue;
            }
            if (filled.progress == progress_) return;
            const bool ends = filled.progress.done(pieces_);
            level_columns(pieces_, filled.columns, ends ? tallest(filled.columns) : left() - filled.reserved, step);
            commit(filled.columns);
            progress_ = filled.progress;
            at_.notes.add(filled.notes);
            at_.y += tallest(filled.columns);
            if (!ends) return;
        }
    }

    // A table on its side has a page of its own: this one if it is blank, else the next, and the text goes on here.
    void place_turned(const Filled& filled) {
        const auto first = filled.progress.next;
        const auto end = group_end(pieces_, first);
        if (tallest(filled.columns) > 0 || !waiting_.empty() || !filled.progress.waiting.empty() || !at_.blank()) {
            waiting_.push_back({take_out(pieces_, first, end), first});
            return;
        }
        put_turned(at_, pieces_, first, end);
        progress_ = filled.progress;
        progress_.next = end;
    }

    // Places the group that the columns lead to: at the top of a fresh page, below the columns, or later.
    void place_span(Filled filled) {
        auto& [trial, columns, notes, reserved] = filled;
        const double step = at_.step();
        const double used = tallest(columns);
        const auto first = trial.next;
        const auto end = group_end(pieces_, first);
        const double height = height_of(pieces_, first, end);
        const double gap_above = used > 0 ? pieces_[first].before : 0;
        const bool in_order = waiting_.empty() && trial.waiting.empty();
        // A fresh page takes the exhibit at its top, where readers expect it, if the text before it still fits on the
        // page, no other exhibit comes before it, and its section has begun on an earlier page.
        if (in_order && progress_.waiting.empty() && at_.fresh && used > 0 &&
            !has_floats(pieces_, progress_.next, first) && !begins_section(pieces_, progress_.next, first) &&
            leads_to(first, height + step)) {
            auto group = take_out(pieces_, first, end);
            put_spanning(at_, group, 0, group.size(), band_.strip.x);
            return;
        }
        const bool fits = at_.y + used + gap_above + height + reserved <= at_.bottom() + kSlack;
        const bool begins = !fits && breaks_here(at_, pieces_, first, end, at_.y + used + gap_above + reserved);
        if (!in_order || (!fits && !begins)) {
            waiting_.push_back({take_out(pieces_, first, end), first});
            return;
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

    // True if the columns reach piece `goal` on this page with `taken` less of its height.
    bool leads_to(std::size_t goal, double taken) const {
        const double height = left() - taken;
        if (height < kLeastLines * at_.step()) return false;
        auto trial = progress_;
        (void)fill_columns(pieces_, trial, column_count(), {height}, at_.step());
        return trial.next >= goal && trial.waiting.empty();
    }

    void commit(const std::vector<Column>& columns) {
        at_.fresh = false;
        // Notes beside the text are read after the columns, so that no paragraph is parted.
        std::vector<std::pair<const SideNote*, double>> beside;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            std::vector<std::size_t> text;
            for (const auto& placed : columns[c].placed) {
                if (!pieces_[placed.piece].floats) text.push_back(placed.piece);
            }
            report_lonely(at_.s, pieces_, text);
            for (const auto& placed : columns[c].placed) {
                auto& piece = pieces_[placed.piece];
                const double x = band_.strip.column_x[c];
                if (placed.continued) {
                    double y = at_.y;
                    if (piece.continued) {
                        for (const auto& head : *piece.continued) {
                            at_.pages.put(head, x, y);
                            y += head.height;
                        }
                    }
                    if (piece.carried) at_.pages.put(piece.carried->brought, x, y);
                }
                at_.pages.take(piece, x, at_.y + placed.y);
                for (const auto& note : piece.sides) beside.emplace_back(&note, at_.y + placed.y);
            }
            if (columns[c].placed.empty()) continue;
            const auto next = columns[c].placed.back().piece + 1;
            if (next < pieces_.size() && pieces_[next].carried)
                at_.pages.put(pieces_[next].carried->forward, band_.strip.column_x[c], at_.y + columns[c].height);
        }
        for (const auto& [note, y] : beside) {
            sides_.add(*note);
            sides_.place_waiting(band_, y);
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
