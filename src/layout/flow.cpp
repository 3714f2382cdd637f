// The page loop: one cursor down the page; a band's rows or its columns take what is left of it.
#include "layout/flow.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>
#include <vector>

#include "layout/columns.h"
#include "layout/footnotes.h"

namespace precis::layout {
namespace {

constexpr double kBandPadding = 14;
constexpr double kMostApart = 17.5;
constexpr double kLowOnPage = 0.75;     // of the text's height
constexpr double kLeastOfTable = 0.35;  // of a page that is left for the first rows of a table
constexpr double kLeastLines = 5;       // a flow that has room for fewer begins on the next page

/// An exhibit over all columns that found no room yet.
struct Waiting {
    Pieces group;        // its rows, or the one chart
    std::size_t at = 0;  // where it stood among the flow's pieces: what floats from there on comes after it
};

class Placer {
  public:
    Placer(Setting& s, Pages& pages) : s_(s), pages_(pages), notes_(s) { next_page(); }

    /// A band, or several side by side.
    void place(std::vector<Band>& bands, std::size_t first, std::size_t end) {
        last_ = end == bands.size();
        if (taken_) next_page();
        if (end - first > 1) return side_by_side(bands, first, end);
        auto& band = bands[first];
        if (band.whole_page) return whole_page(band);
        if (band.break_before && !at_top()) next_page();
        fresh_ = at_top();
        if (!band.rows.empty()) rows(band);
        if (!band.flow.empty()) flow(band);
    }

    /// The lowest point reached, less what a band that fills could still grow unnoticed.
    double finish() {
        const double reached = y_ - slack_ + notes_.height();
        notes_.put(pages_);
        return reached;
    }

  private:
    double top() const { return text_top(s_.layout); }
    /// Of the text, above the page's notes.
    double bottom() const { return text_bottom(s_.layout) - notes_.height(); }
    bool at_top() const { return y_ <= top() + 0.01; }
    double gap(double wanted) const { return at_top() ? 0 : std::max(wanted, space_); }

    void next_page() {
        if (!pages_.empty()) notes_.put(pages_);
        pages_.begin();
        y_ = top();
        space_ = 0;
        fresh_ = true;
        taken_ = false;
        flow_top_ = 0;
    }

    void whole_page(Band& band) {
        if (!at_top()) next_page();
        pages_.bare();
        const auto& size = s_.layout.page;
        if (band.ground) pages_.ground(filled({0, 0, size.width, size.height}, *band.ground));
        for (auto& row : band.rows) pages_.take(row, 0, 0);
        taken_ = true;
    }

    // ---- rows

    // Of the pieces from `first` on that stay together, before `limit`; `end` becomes the one behind them.
    static double chain_height(const Pieces& rows, std::size_t first, std::size_t limit, std::size_t& end) {
        double h = 0;
        end = first;
        do {
            h += (end > first ? std::max(rows[end].before, rows[end - 1].after) : 0) + rows[end].height;
        } while (rows[end++].keep_next && end < limit);
        return h;
    }

    void rows(Band& band) {
        const double pad = band.ground ? kBandPadding : 0;
        double ground_top = 0;
        bool open = false;
        const auto close = [&] {
            if (!open || !band.ground) return;
            double end = y_ + pad;
            // A band that ends near the text's foot, or ends the document low on its page, bleeds to the page's edge.
            const double foot = last_ ? top() + (bottom() - top()) * kLowOnPage : bottom() - s_.layout.grid.baseline;
            if (end > foot && notes_.height() == 0) end = s_.layout.page.height;
            pages_.ground(filled({0, ground_top, s_.layout.page.width, end - ground_top}, *band.ground));
            y_ += pad;
            open = false;
        };
        for (std::size_t i = 0; i < band.rows.size();) {
            std::size_t end = i;
            const double chain = chain_height(band.rows, i, band.rows.size(), end);
            const double before = open ? std::max(band.rows[i].before, space_) : gap(band.before) + pad;
            const auto marked = notes_of(band.rows, i, end);
            if (y_ + before + chain + pad + notes_.more(marked) > bottom() + 0.01 && !(at_top() && !open)) {
                close();
                next_page();
                continue;
            }
            notes_.add(marked);
            if (!open) {
                y_ += gap(band.before);
                ground_top = y_;
                y_ += pad;
                open = true;
            } else {
                y_ += before;
            }
            for (auto j = i; j < end; ++j) {
                if (j > i) y_ += std::max(band.rows[j].before, band.rows[j - 1].after);
                pages_.take(band.rows[j], 0, y_);
                y_ += band.rows[j].height;
            }
            space_ = band.rows[end - 1].after;
            i = end;
        }
        close();
    }

    // ---- side by side

    static double rows_height(const Pieces& rows) {
        double h = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            h += (i > 0 ? std::max(rows[i].before, rows[i - 1].after) : 0) + rows[i].height;
        }
        return h;
    }

    void side_by_side(std::vector<Band>& bands, std::size_t first, std::size_t end) {
        double height = 0, before = 0;
        for (auto i = first; i < end; ++i) {
            height = std::max(height, rows_height(bands[i].rows));
            before = std::max(before, bands[i].before);
        }
        std::vector<int> marked;
        for (auto i = first; i < end; ++i) {
            const auto more = notes_of(bands[i].rows, 0, bands[i].rows.size());
            marked.insert(marked.end(), more.begin(), more.end());
        }
        if (y_ + gap(before) + height + notes_.more(marked) > bottom() + 0.01 && !at_top()) next_page();
        notes_.add(marked);
        const double from = y_ + gap(before);
        for (auto i = first; i < end; ++i) {
            auto& rows = bands[i].rows;
            const double left = height - rows_height(rows);
            if (bands[i].fills) slack_ += left;
            // The first row is a label, which stays with what it names.
            const double apart = bands[i].spread && rows.size() > 2
                                     ? std::min(left / static_cast<double>(rows.size() - 2), kMostApart)
                                     : 0;
            y_ = from;
            for (std::size_t k = 0; k < rows.size(); ++k) {
                if (k > 0) y_ += std::max(rows[k].before, rows[k - 1].after) + (k > 1 ? apart : 0);
                pages_.take(rows[k], 0, y_);
                y_ += rows[k].height;
            }
        }
        y_ = from + height;
        space_ = 0;
    }

    // ---- flows

    void flow(Band& band) {
        auto& pieces = band.flow;
        const double step = s_.layout.grid.baseline;
        Progress progress;
        std::deque<Waiting> waiting;
        bool labelled = false;
        y_ += gap(std::max(band.before, 21.0));
        y_ = snapped(y_);
        if (bottom() - y_ < kLeastLines * step) next_page();
        flow_top_ = y_;
        while (true) {
            side_y_ = y_;
            if (!labelled && !band.label.items.empty()) {
                put_side(band, band.label, y_);
                labelled = true;
            }
            place_waiting(waiting, progress, band);
            carry_sides(band);
            fill_page(band, pieces, progress, waiting);
            if (progress.done(pieces)) place_waiting(waiting, progress, band);
            if (progress.done(pieces) && waiting.empty()) break;
            next_page();
        }
        space_ = step;
        while (!sides_.empty()) {  // notes that never found room beside the text
            next_page();
            side_y_ = y_;
            const auto before = sides_.size();
            carry_sides(band);
            if (sides_.size() == before) break;
            y_ = std::max(y_, side_y_);
        }
    }

    double snapped(double y) const {
        const double step = s_.layout.grid.baseline;
        return step > 0 ? top() + std::ceil((y - top()) / step - 1e-6) * step : y;
    }

    // The end of the group of spanning pieces that begins at `first`: an exhibit's rows, or one chart.
    static std::size_t group_end(const Pieces& pieces, std::size_t first) {
        auto end = first + 1;
        while (end < pieces.size() && pieces[end].spans && pieces[end].anchors.empty()) ++end;
        return end;
    }

    static double height_of(const Pieces& pieces, std::size_t first, std::size_t end) {
        double h = 0;
        for (auto i = first; i < end; ++i) h += pieces[i].height + (i > first ? pieces[i].before : 0);
        return h;
    }

    void put_spanning(Pieces& pieces, std::size_t first, std::size_t end, const Band& band) {
        y_ += at_top() || y_ <= flow_top_ + 0.01 ? 0 : pieces[first].before;
        for (auto i = first; i < end; ++i) {
            if (i > first) y_ += pieces[i].before;
            pages_.take(pieces[i], band.strip.x, y_);
            y_ += pieces[i].height;
        }
        y_ = snapped(y_ + pieces[end - 1].after);
    }

    // A table taller than a page: rows until the page is full, then the head again.
    void put_broken(Pieces& pieces, std::size_t first, std::size_t end, const Band& band) {
        y_ += at_top() || y_ <= flow_top_ + 0.01 ? 0 : pieces[first].before;
        for (auto i = first; i < end;) {
            std::size_t chain = i;
            const double h = chain_height(pieces, i, end, chain);
            if (y_ + h > bottom() + 0.01 && !at_top()) {
                next_page();
                if (pieces[i].continued) {
                    for (const auto& head : *pieces[i].continued) {
                        pages_.put(head, band.strip.x, y_);
                        y_ += head.height;
                    }
                }
            }
            for (; i < chain; ++i) {
                if (i > first && !at_top()) y_ += pieces[i].before;
                pages_.take(pieces[i], band.strip.x, y_);
                y_ += pieces[i].height;
            }
        }
        y_ = snapped(y_ + pieces[end - 1].after);
    }

    // Whether a table that no page can hold had better begin at y: at least a share of the page is left for it.
    bool breaks_here(const Pieces& pieces, std::size_t first, std::size_t end, double y) const {
        const double page = bottom() - top();
        return height_of(pieces, first, end) > page && bottom() - y > page * kLeastOfTable;
    }

    // Exhibits keep their order: one that waits for a column's top goes before one that spans and comes after it.
    static bool is_next(const std::deque<Waiting>& waiting, const Progress& progress) {
        return !waiting.empty() && (progress.waiting.empty() || waiting.front().at <= progress.waiting.front());
    }

    void place_waiting(std::deque<Waiting>& waiting, const Progress& progress, const Band& band) {
        while (is_next(waiting, progress)) {
            auto& group = waiting.front().group;
            const double h = height_of(group, 0, group.size());
            if (y_ + h > bottom() + 0.01 && !at_top()) return;
            if (h > bottom() - top())
                put_broken(group, 0, group.size(), band);
            else
                put_spanning(group, 0, group.size(), band);
            waiting.pop_front();
        }
    }

    static Pieces taken_out(Pieces& pieces, std::size_t first, std::size_t end) {
        const auto from = pieces.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = pieces.begin() + static_cast<std::ptrdiff_t>(end);
        Pieces group(std::make_move_iterator(from), std::make_move_iterator(to));
        pieces.erase(from, to);
        return group;
    }

    struct Filled {
        Progress progress;
        std::vector<Column> columns;
        std::vector<int> notes;
        double reserved = 0;  // for the notes, at the page's foot
    };

    // The columns from here to the page's foot, less `taken`.
    Filled fill_rest(const Band& band, const Pieces& pieces, const Progress& progress,
                     const std::deque<Waiting>& waiting, double taken) const {
        const double step = s_.layout.grid.baseline;
        const auto count = static_cast<int>(band.strip.column_x.size());
        Filled made;
        for (int round = 0; round < 4; ++round) {  // notes take room, which moves text, which moves notes
            made.progress = progress;
            Fill fill{bottom() - y_ - made.reserved - taken, at_top() && taken == 0};
            if (!waiting.empty()) fill.hold_from = waiting.front().at;  // what comes after it waits too
            made.columns = fill_columns(pieces, made.progress, count, fill, step);
            made.notes = notes_of(pieces, made.columns);
            const double needed = notes_.more(made.notes);
            if (needed <= made.reserved) break;
            made.reserved = needed;
        }
        return made;
    }

    // A spanning exhibit waits for one that stands in these columns: it goes to the page's foot if that one finds its
    // place above.
    bool foot(const Band& band, Pieces& pieces, Progress& progress, std::deque<Waiting>& waiting) {
        const double step = s_.layout.grid.baseline;
        if (waiting.empty() || progress.waiting.empty() || is_next(waiting, progress)) return false;
        auto& group = waiting.front().group;
        const double h = std::ceil(height_of(group, 0, group.size()) / step) * step;
        const double taken = h + group.front().before;
        if (bottom() - y_ - taken < kLeastLines * step) return false;
        auto made = fill_rest(band, pieces, progress, waiting, taken);
        if (!made.notes.empty() || !is_next(waiting, made.progress)) return false;
        level_columns(pieces, made.columns, made.progress.done(pieces) ? tallest(made.columns) : bottom() - y_ - taken,
                      step);
        commit(band, pieces, made.columns);
        y_ = made.progress.done(pieces) ? y_ + tallest(made.columns) : bottom() - taken;
        progress = made.progress;
        put_spanning(group, 0, group.size(), band);
        waiting.pop_front();
        return true;
    }

    void fill_page(Band& band, Pieces& pieces, Progress& progress, std::deque<Waiting>& waiting) {
        const double step = s_.layout.grid.baseline;
        while (!progress.done(pieces)) {
            if (bottom() - y_ < step * 2) return;
            if (foot(band, pieces, progress, waiting)) return;
            auto [trial, columns, notes, reserved] = fill_rest(band, pieces, progress, waiting, 0);
            const bool at_span = trial.next < pieces.size() && pieces[trial.next].spans;
            if (trial == progress && !at_span) return;
            if (!at_span) {
                const double target = trial.done(pieces) ? tallest(columns) : bottom() - y_ - reserved;
                level_columns(pieces, columns, target, step);
                commit(band, pieces, columns);
                progress = trial;
                notes_.add(notes);
                y_ += tallest(columns);
                if (!progress.done(pieces)) return;
                continue;
            }
            const double used = tallest(columns);
            const auto first = trial.next;
            const auto end = group_end(pieces, first);
            const double gap_above = used > 0 ? pieces[first].before : 0;
            const bool in_order = waiting.empty() && trial.waiting.empty();
            // A page that has no text yet takes the exhibit at its top, where the eye expects it, if the text that
            // leads to it stays on the page and no other exhibit comes before it.
            if (in_order && progress.waiting.empty() && fresh_ && used > 0 &&
                !has_floats(pieces, progress.next, first) &&
                leads_to(band, pieces, progress, first, height_of(pieces, first, end) + step)) {
                auto group = taken_out(pieces, first, end);
                put_spanning(group, 0, group.size(), band);
                continue;
            }
            const bool fits = y_ + used + gap_above + height_of(pieces, first, end) + reserved <= bottom() + 0.01;
            const bool begins = !fits && breaks_here(pieces, first, end, y_ + used + gap_above + reserved);
            if (!in_order || (!fits && !begins)) {
                waiting.push_back({taken_out(pieces, first, end), first});
                continue;
            }
            level_columns(pieces, columns, used, step);
            commit(band, pieces, columns);
            y_ += used;
            if (begins) {
                notes_.add(notes);
                put_broken(pieces, first, end, band);
            } else {
                put_spanning(pieces, first, end, band);
                notes_.add(notes);
            }
            progress = trial;
            progress.next = end;
        }
    }

    static bool has_floats(const Pieces& pieces, std::size_t first, std::size_t end) {
        for (auto i = first; i < end; ++i) {
            if (pieces[i].floats) return true;
        }
        return false;
    }

    // Whether the columns still reach piece `goal` on this page when `taken` of its height is gone.
    bool leads_to(const Band& band, const Pieces& pieces, Progress progress, std::size_t goal, double taken) const {
        const double left = bottom() - y_ - taken;
        if (left < kLeastLines * s_.layout.grid.baseline) return false;
        const auto count = static_cast<int>(band.strip.column_x.size());
        (void)fill_columns(pieces, progress, count, {left}, s_.layout.grid.baseline);
        return progress.next >= goal && progress.waiting.empty();
    }

    static double tallest(const std::vector<Column>& columns) {
        double h = 0;
        for (const auto& c : columns) h = std::max(h, c.height);
        return h;
    }

    static std::vector<int> notes_of(const Pieces& pieces, std::size_t first, std::size_t end) {
        std::vector<int> notes;
        for (auto i = first; i < end; ++i)
            notes.insert(notes.end(), pieces[i].footnotes.begin(), pieces[i].footnotes.end());
        return notes;
    }

    static std::vector<int> notes_of(const Pieces& pieces, const std::vector<Column>& columns) {
        std::vector<int> notes;
        for (const auto& column : columns) {
            for (const auto& placed : column.placed) {
                const auto& more = pieces[placed.piece].footnotes;
                notes.insert(notes.end(), more.begin(), more.end());
            }
        }
        return notes;
    }

    void commit(const Band& band, Pieces& pieces, const std::vector<Column>& columns) {
        fresh_ = false;
        std::vector<std::pair<const SideNote*, double>>
            beside;  // read after the columns, so that no paragraph is parted
        for (std::size_t c = 0; c < columns.size(); ++c) {
            for (const auto& placed : columns[c].placed) {
                auto& piece = pieces[placed.piece];
                const double x = band.strip.column_x[c];
                if (placed.continued) {
                    double y = y_;
                    for (const auto& head : *piece.continued) {
                        pages_.put(head, x, y);
                        y += head.height;
                    }
                }
                pages_.take(piece, x, y_ + placed.y);
                for (const auto& note : piece.sides) beside.emplace_back(&note, y_ + placed.y);
            }
        }
        for (const auto& [note, y] : beside) {
            sides_.push_back(*note);
            carry_sides(band, y);
        }
    }

    // ---- the side column

    void put_side(const Band& band, const SideNote& note, double y) {
        auto items = note.items;
        shift(items, band.side->x, y);
        pages_.put({}, std::move(items));
        side_y_ = y + note.height + s_.layout.grid.baseline;
    }

    // Places waiting notes in order, each at `wanted` or below the one before, or as low as still fits.
    void carry_sides(const Band& band, double wanted = 0) {
        while (!sides_.empty() && band.side) {
            const auto& note = sides_.front();
            double y = snapped(std::max(side_y_, wanted));
            if (y + note.height > bottom()) y = bottom() - note.height;
            if (y < side_y_ - 0.01) return;
            put_side(band, note, y);
            sides_.pop_front();
        }
    }

    Setting& s_;
    Pages& pages_;
    Footnotes notes_;
    double y_ = 0, space_ = 0;
    double slack_ = 0;     // by which bands that fill are lower than what stands beside them
    double flow_top_ = 0;  // of the flow that begins on this page, below its heading
    bool last_ = false;    // the document's last band
    bool taken_ = false;   // by a band that wants the page for itself
    bool fresh_ = true;    // nothing but spanning exhibits stands on the page
    double side_y_ = 0;
    std::deque<SideNote> sides_;
};

}  // namespace

double place_bands(Setting& s, std::vector<Band>& bands, Pages& pages) {
    Placer placer(s, pages);
    for (std::size_t first = 0; first < bands.size();) {
        auto end = first + 1;
        while (end < bands.size() && bands[end].beside) ++end;
        placer.place(bands, first, end);
        first = end;
    }
    return placer.finish();
}

}  // namespace precis::layout
