// The cursor down the page.
#include "layout/pages/cursor.h"

#include <cmath>

#include "layout/ground/grid.h"

namespace precis::layout {

Cursor::Cursor(Setting& setting, Pages& on) : s(setting), pages(on), notes(setting) {
    next_page();
}

double Cursor::top() const {
    return text_top(layout());
}

double Cursor::bottom() const {
    return text_bottom(layout()) - notes.height();
}

double Cursor::snapped(double at) const {
    return step() > 0 ? top() + std::ceil((at - top()) / step() - 1e-6) * step() : at;
}

void Cursor::turn() {
    if (!lying_) lying_ = style::turned(s.layout);
    pages.drafts().back().turned = lying_.has_value();
    y = top();
}

void Cursor::next_page() {
    if (!pages.empty()) notes.put(pages);
    pages.begin();
    y = top();
    space = 0;
    fresh = true;
    whole_page = false;
    flow_top = 0;
}

double chain_height(const Pieces& pieces, std::size_t first, std::size_t limit, double most, std::size_t& end) {
    double h = pieces[first].height;
    for (end = first + 1; end < limit && pieces[end - 1].keep_next; ++end) {
        if (pieces[end].turned != pieces[first].turned) break;
        const double more = std::max(pieces[end].before, pieces[end - 1].after) + pieces[end].height;
        if (h + more > most + kSlack) break;
        h += more;
    }
    return h;
}

std::vector<int> notes_of(const Pieces& pieces, std::size_t first, std::size_t end) {
    std::vector<int> notes;
    for (auto i = first; i < end; ++i)
        notes.insert(notes.end(), pieces[i].footnotes.begin(), pieces[i].footnotes.end());
    return notes;
}

}  // namespace precis::layout
