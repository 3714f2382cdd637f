// Whether a page that ends before a row of a table still holds the sums carried forward.
#include <algorithm>

#include "layout/ground/piece.h"

namespace precis::layout {

bool foot_fits(const Pieces& pieces, std::size_t next, std::size_t end, double room) {
    double used = 0;
    for (auto i = next; i < end;) {
        if (!pieces[i].carried || used + pieces[i].carried->forward.height <= room + kSlack) break;
        // The sums have no room, but perhaps what follows has, up to a place that needs none.
        bool together = true;
        for (; i < end && together; ++i) {
            used += (i > 0 ? std::max(pieces[i].before, pieces[i - 1].after) : 0) + pieces[i].height;
            together = pieces[i].keep_next;
        }
    }
    return used <= room + kSlack;
}

}  // namespace precis::layout
