// A chapter of charts: as many in a row as the strip has text columns. The rows are dealt out to pages so that all
// pages are about equally full, then the charts grow until they are full. Text and tables have rows of their own, and
// so have exhibits with `width: full`.
#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/blocks/exhibits.h"
#include "layout/parts/bands.h"
#include "layout/parts/find_footnotes.h"

namespace precis::layout {
namespace {

// Shares chosen by eye on the gallery's chart sheets.
constexpr double kLeastPlot = 0.8;   // of the layout's chart height: plots begin lower, so that a page holds a row more
constexpr double kMostPlot = 1.6;    // of the layout's chart height: plots grow no further
constexpr double kFullEnough = 0.7;  // of a page: a last page that is emptier keeps its rows, and text may follow
constexpr double kLastPageWeight = 0.1;  // of the empty space on a chapter's last page, which text may fill
constexpr int kGrowRounds = 3;           // space that one row cannot use is offered to the others again

struct Row {
    std::vector<const doc::Exhibit*> charts;  // empty: the row is `pieces`
    double width = 0;                         // of one chart
    double wish = 0;                          // height asked for the plots
    double head = 0, plot = 0;                // the tallest among its charts
    double height = 0;
    Pieces pieces;
};

const doc::Chart& chart_of(const doc::Exhibit& e) {
    return std::get<doc::Chart>(e.content);
}

// Space above a row.
double space_above(const Setting& s, const Row& row) {
    return row.charts.empty() && !row.pieces.empty() ? row.pieces.front().before : s.layout.grid.baseline;
}

class Rows {
  public:
    Rows(Setting& s, const scene::Mark& root, const Band& band) : s_(s), root_(root), strip_(band.strip) {}

    /// Adds a section as rows: its body with the exhibits in their places, asides, inner sections.
    void add(const doc::Section& section, bool chapter = false) {
        const auto& body = section.body;
        for (std::size_t i = 0; i < body.size(); ++i) {
            if (const auto* at = place(body[i])) {
                add(section.exhibits[at->index]);
                continue;
            }
            std::vector<doc::Block> text;
            for (; i < body.size() && !place(body[i]); ++i) text.push_back(body[i]);
            --i;
            const double width = columns_width(s_.layout, 1, kChapterColumns);
            add_blocks(s_, text, &section, {root_}, {width, width, 0}, text_row().pieces);
        }
        auto asides = section;
        asides.body.clear(), asides.sections.clear();
        auto measure = whole();
        measure.takeaway = !chapter;  // the chapter's stands in its head
        const bool takes = !chapter && !asides.takeaway.empty();
        if (!asides.asides.empty() || takes) add_section_text(s_, asides, {root_}, measure, text_row().pieces);
        for (const auto& inner : section.sections) {
            auto heading = inner;
            heading.body.clear(), heading.sections.clear(), heading.asides.clear(), heading.takeaway.clear();
            add_section(s_, heading, {root_}, whole(), text_row().pieces);
            add(inner);
        }
    }

    bool has_footnotes() const {
        return std::any_of(rows_.begin(), rows_.end(), [](const Row& row) {
            return std::any_of(row.pieces.begin(), row.pieces.end(), marks_footnotes);
        });
    }

    /// Deals the rows out to pages and appends their pieces. The chapter's first page has `first_page` points, the
    /// others `page`.
    void deal(double first_page, double page, Pieces& out) {
        for (auto& row : rows_) measure(row);
        const auto starts = page_starts(first_page, page);
        for (std::size_t p = 0; p < starts.size(); ++p) {
            const auto end = p + 1 < starts.size() ? starts[p + 1] : rows_.size();
            grow(starts[p], end, p == 0 ? first_page : page);
            for (auto i = starts[p]; i < end; ++i) put(rows_[i], page, out);
        }
    }

  private:
    static const doc::ExhibitPlace* place(const doc::Block& block) {
        return std::get_if<doc::ExhibitPlace>(&block.content);
    }
    Measure whole() const { return {strip_.width, strip_.width, 0}; }

    Row& text_row() {
        rows_.emplace_back();
        return rows_.back();
    }

    void add(const doc::Exhibit& e) {
        if (!std::holds_alternative<doc::Chart>(e.content)) {
            add_exhibit(s_, e, {root_}, whole(), text_row().pieces);
            return;
        }
        const auto most = e.width == vocabulary::Width::full ? 1 : strip_.column_x.size();
        const double width = most > 1 ? strip_.column_width : strip_.width;
        const bool joins = !rows_.empty() && !rows_.back().charts.empty() && rows_.back().charts.size() < most &&
                           rows_.back().charts.back()->width != vocabulary::Width::full;
        if (!joins) {
            rows_.emplace_back();
            rows_.back().width = width;
        }
        rows_.back().charts.push_back(&e);
    }

    // Measures a row at the height that the layout or its exhibits ask for.
    void measure(Row& row) {
        if (!row.charts.empty()) {
            double wish = 0;
            for (const auto* e : row.charts)
                wish = std::max(wish, e->height.value_or(s_.layout.chart.height * kLeastPlot));
            return measure(row, wish);
        }
        for (std::size_t i = 0; i < row.pieces.size(); ++i) {
            const auto& piece = row.pieces[i];
            row.height += piece.height + (i > 0 ? std::max(piece.before, row.pieces[i - 1].after) : 0);
        }
    }

    // Measures a row of charts whose plots are asked to be `wish` points high; some forms set their own height.
    void measure(Row& row, double wish) {
        Trial trial(s_);
        double notes = 0;
        row.wish = wish;
        row.head = row.plot = 0;
        for (const auto* e : row.charts) {
            const auto set = set_chart(trial.setting(), *e, chart_of(*e), row.width, {0, wish, 0});
            row.head = std::max(row.head, set.head);
            row.plot = std::max(row.plot, set.plot);
            notes = std::max(notes, set.height - set.head - set.plot);
        }
        row.height = on_grid(s_, row.head + row.plot + notes);
    }

    double height_of(std::size_t first, std::size_t end) const {
        double h = 0;
        for (auto i = first; i < end; ++i) h += rows_[i].height + (i > first ? space_above(s_, rows_[i]) : 0);
        return h;
    }

    // The first row of each page.
    // Choose breaks: fewest pages first, then the least sum of squared empty space, by dynamic programming: the best
    // deal of the first n rows extends the best deal of fewer rows by one page. Cost: rows times the rows of a page.
    // Source of the method: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
    // Experience 11, 1981; here for rows and pages, with the squared empty space in place of their demerits.
    std::vector<std::size_t> page_starts(double first_page, double page) const {
        struct Best {
            std::size_t pages = 0;
            double waste = 0;      // sum of squared empty space, square points
            std::size_t from = 0;  // first row of the last page
        };
        constexpr auto kNone = std::numeric_limits<std::size_t>::max();
        std::vector<Best> best(rows_.size() + 1, {kNone, 0, 0});
        best[0] = {0, 0, 0};
        for (std::size_t end = 1; end <= rows_.size(); ++end) {
            for (std::size_t from = end; from-- > 0;) {
                const double room = from == 0 ? first_page : page;
                const double left = room - height_of(from, end);
                if (left < -kSlack && from + 1 < end) break;  // a row taller than a page has a page of its own
                const double weight = end == rows_.size() ? kLastPageWeight : 1;
                const Best candidate{best[from].pages + 1, best[from].waste + weight * left * left, from};
                if (best[end].pages == kNone || candidate.pages < best[end].pages ||
                    (candidate.pages == best[end].pages && candidate.waste < best[end].waste)) {
                    best[end] = candidate;
                }
            }
        }
        std::vector<std::size_t> starts;
        for (auto end = rows_.size(); end > 0; end = best[end].from) starts.push_back(best[end].from);
        std::reverse(starts.begin(), starts.end());
        return starts;
    }

    // Lets the plots of a page's rows grow by the space that is left, in proportion to their heights and in whole steps
    // of the baseline grid.
    void grow(std::size_t first, std::size_t end, double room) {
        double left = room - height_of(first, end);
        const bool last = end == rows_.size();
        if (left <= 0 || (last && room - left < room * kFullEnough)) return;
        const double step = std::max(s_.layout.grid.baseline, 1.0), most = s_.layout.chart.height * kMostPlot;
        for (int round = 0; round < kGrowRounds && left >= step; ++round) {
            double plots = 0;
            for (auto i = first; i < end; ++i) plots += rows_[i].plot < most ? rows_[i].plot : 0;
            const double growth = plots > 0 ? left / plots : 0;
            for (auto i = first; i < end; ++i) {
                auto& row = rows_[i];
                const double share = std::max(std::floor(row.plot * growth / step + 1e-6) * step, step);
                const double more = std::min(std::min(share, left), most - row.plot);
                if (row.charts.empty() || more < 1) continue;
                auto taller = row;
                measure(taller, row.plot + more);
                if (taller.height <= row.height || taller.height > row.height + left) continue;
                left -= taller.height - row.height;
                row = std::move(taller);
            }
        }
    }

    void put(Row& row, double page, Pieces& out) {
        if (row.charts.empty()) {
            // Keeps the row whole, so that a table does not begin in the space that the page before has left.
            const bool whole = row.height <= page;
            for (std::size_t i = 0; i < row.pieces.size(); ++i) {
                auto& piece = row.pieces[i];
                if (whole && i + 1 < row.pieces.size()) piece.keep_next = true;
                const double x = piece.turned ? 0 : strip_.x;  // a page on its side has its own frames
                shift(piece.items, x, 0);
                for (auto& anchor : piece.anchors) anchor.at.x += x;
                piece.spans = piece.floats = false;
                out.push_back(std::move(piece));
            }
            return;
        }
        Piece piece;
        piece.path = {root_};
        piece.before = s_.layout.grid.baseline;
        for (std::size_t i = 0; i < row.charts.size(); ++i) {
            const auto& e = *row.charts[i];
            const double x =
                row.charts.size() > 1 || e.width != vocabulary::Width::full ? strip_.column_x[i] : strip_.x;
            auto set = set_chart(s_, e, chart_of(e), row.width, {row.head, row.wish, row.plot});
            auto part = mark(s_, scene::Role::part);
            part.span = e.span;
            shift(set.items, x, 0);
            part.items = std::move(set.items);
            piece.items.emplace_back(std::move(part));
            piece.anchors.push_back({e.id, {x, 0}});
            piece.height = std::max(piece.height, on_grid(s_, set.height));
        }
        out.push_back(std::move(piece));
    }

    Setting& s_;
    const scene::Mark& root_;
    Strip strip_;
    std::vector<Row> rows_;
};

}  // namespace

bool chapter_rows(Setting& s, const doc::Section& section, const scene::Mark& root, Band& band) {
    Rows rows(s, root, band);
    rows.add(section, true);
    // Notes at the foot of pages take room that the rows are dealt out to.
    if (s.layout.footnotes == style::NotesPlace::page && rows.has_footnotes()) return false;
    const double page = text_bottom(s.layout) - text_top(s.layout);
    double head = 0;
    for (const auto& piece : band.rows) head += piece.height;
    rows.deal(page - head - s.layout.grid.baseline, page, band.rows);
    return true;
}

}  // namespace precis::layout
