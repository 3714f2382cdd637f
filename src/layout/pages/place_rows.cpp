// Rows: chains of rows that stay together, on a ground that is closed at each page's end.
#include "layout/pages/place_rows.h"

#include <algorithm>
#include <utility>

#include "layout/pages/cut_row.h"
#include "layout/pages/spanning.h"

namespace precis::layout {
namespace {

constexpr double kMostApart = 17.5;  // points more between two rows that spread, a step and a quarter of the grid
constexpr double kLowOnPage = 0.75;  // of the text's height; chosen by eye
constexpr double kLeastLines = 5;    // of a row that goes on on the next page; chosen by eye

double rows_height(const Pieces& rows) {
    double h = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        h += (i > 0 ? std::max(rows[i].before, rows[i - 1].after) : 0) + rows[i].height;
    }
    return h;
}

}  // namespace

void place_rows(Cursor& at, Band& band, bool last) {
    const double pad = band.ground ? kBandPadding : 0;
    double ground_top = 0;
    bool open = false;
    const auto close = [&] {
        const bool was_open = std::exchange(open, false);
        if (!was_open || !band.ground) return;
        double end = at.y + pad;
        // The ground reaches the page's edge if it ends near the text's foot, or low on the document's last page, and
        // if the running foot can be read on it.
        const double foot = last ? at.top() + (at.bottom() - at.top()) * kLowOnPage : at.bottom() - at.step();
        const auto& page = at.s.layout.page;
        const bool foot_shows =
            at.s.layout.footer.empty() || std::min(base::contrast(at.s.style("footer").color, *band.ground),
                                                   base::contrast(at.s.style("footer-strong").color, *band.ground)) >=
                                              at.s.layout.limits.contrast_text;
        if (end > foot && at.notes.height() == 0 && foot_shows) end = page.height;
        at.pages.add_ground(filled({0, ground_top, page.width, end - ground_top}, *band.ground));
        at.y += pad;
    };
    // Repeats the head of a table that continues here.
    const auto repeat_head = [&](const Piece& row) {
        if (!row.continued && !row.carried) return;
        ground_top = at.y;
        at.y += pad;
        open = true;
        if (row.continued) {
            for (const auto& head : *row.continued) {
                at.pages.put(head, band.strip.x, at.y);
                at.y += head.height;
            }
        }
        if (!row.carried) return;
        at.pages.put(row.carried->brought, band.strip.x, at.y);
        at.y += row.carried->brought.height;
    };
    bool page_begun = false;  // for this row
    bool led = false;         // a label above this row stands on the page, and no page holds both whole
    for (std::size_t i = 0; i < band.rows.size();) {
        std::size_t end = i;
        if (band.rows[i].turned) {
            close();
            while (end < band.rows.size() && band.rows[end].turned) ++end;
            put_turned(at, band.rows, i, end);
            i = end;
            if (i < band.rows.size()) at.next_page();
            continue;
        }
        const double page = at.bottom() + at.notes.height() - at.top() - 2 * pad;
        double chain = chain_height(band.rows, i, band.rows.size(), page, end);
        auto marked = notes_of(band.rows, i, end);
        if (const double most = page - at.notes.alone(marked); end > i + 1 && chain > most + kSlack) {
            chain = chain_height(band.rows, i, band.rows.size(), most, end);  // a page holds as much with their notes
            marked = notes_of(band.rows, i, end);
        }
        bool parted = end < band.rows.size() && band.rows[end - 1].keep_next &&
                      !band.rows[end].turned;  // no page holds all of it
        const double before = open ? std::max(band.rows[i].before, at.space) : at.gap(band.before) + pad;
        double room = at.bottom() - at.y - before - pad - at.notes.more(marked);
        const double least = kLeastLines * at.step();
        if (led && chain > room) {  // the first row alone stays with the label
            end = i + 1;
            chain = band.rows[i].height;
            parted = false;
        }
        if (end == i + 1 && chain > (led ? room : page) + kSlack &&
            (room >= least || page_begun || (at.at_top() && !open))) {
            if (auto rest = cut_row(band.rows[i], room)) {  // it goes on on the next page
                band.rows.insert(band.rows.begin() + static_cast<std::ptrdiff_t>(end), std::move(*rest));
                chain = band.rows[i].height;
            }
        }
        if (parted && chain > room) {  // it begins here, with two rows at least, so that no label stands alone
            std::size_t fitting = 0;
            const double part = chain_height(band.rows, i, end, room, fitting);
            if (fitting >= i + 2) {
                end = fitting;
                chain = part;
                marked = notes_of(band.rows, i, end);
                room = at.bottom() - at.y - before - pad - at.notes.more(marked);
            }
        }
        // A row that leads to one which no page holds needs some lines of it below.
        const double lead = parted && end == i + 1 ? least : 0;
        const bool too_tall =
            chain + lead > room + kSlack || !foot_fits(band.rows, end, band.rows.size(), room - chain);
        if (too_tall && !page_begun && !(at.at_top() && !open)) {
            if (const auto& sums = band.rows[i].carried) {
                at.pages.put(sums->forward, band.strip.x, at.y);
                at.y += sums->forward.height;
            }
            close();
            at.next_page();
            repeat_head(band.rows[i]);
            page_begun = true;
            continue;
        }
        page_begun = false;
        led = parted && end == i + 1;
        at.notes.add(marked);
        if (!open) {
            at.y += at.gap(band.before);
            ground_top = at.y;
            at.y += pad;
            open = true;
        } else {
            at.y += before;
        }
        for (auto j = i; j < end; ++j) {
            if (j > i) at.y += std::max(band.rows[j].before, band.rows[j - 1].after);
            at.pages.take(band.rows[j], 0, at.y);
            at.y += band.rows[j].height;
        }
        at.space = band.rows[end - 1].after;
        i = end;
    }
    close();
}

double place_side_by_side(Cursor& at, std::vector<Band>& bands, std::size_t first, std::size_t end) {
    double height = 0, before = 0;
    for (auto i = first; i < end; ++i) {
        height = std::max(height, rows_height(bands[i].rows));
        before = std::max(before, bands[i].before);
    }
    if (height > at.bottom() + at.notes.height() - at.top() + kSlack) {  // no page holds them: one after the other
        for (auto i = first; i < end; ++i) place_rows(at, bands[i], false);
        return 0;
    }
    std::vector<int> marked;
    for (auto i = first; i < end; ++i) {
        const auto more = notes_of(bands[i].rows, 0, bands[i].rows.size());
        marked.insert(marked.end(), more.begin(), more.end());
    }
    if (at.y + at.gap(before) + height + at.notes.more(marked) > at.bottom() + kSlack && !at.at_top()) at.next_page();
    at.notes.add(marked);
    const double from = at.y + at.gap(before);
    double slack = 0;
    for (auto i = first; i < end; ++i) {
        auto& rows = bands[i].rows;
        const double left = height - rows_height(rows);
        if (bands[i].fills) slack += left;
        // The first row is a label, which keeps its distance from the second.
        const double apart =
            bands[i].spread && rows.size() > 2 ? std::min(left / static_cast<double>(rows.size() - 2), kMostApart) : 0;
        at.y = from;
        for (std::size_t k = 0; k < rows.size(); ++k) {
            if (k > 0) at.y += std::max(rows[k].before, rows[k - 1].after) + (k > 1 ? apart : 0);
            at.pages.take(rows[k], 0, at.y);
            at.y += rows[k].height;
        }
    }
    at.y = from + height;
    at.space = 0;
    return slack;
}

}  // namespace precis::layout
