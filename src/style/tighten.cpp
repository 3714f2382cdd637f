// A layout drawn closer: the rung `tighten` of the ladder that makes a document fit its pages.
#include <algorithm>

#include "style/layout.h"

namespace precis::style {

Layout tightened(Layout layout) {
    const auto by = layout.tighten;
    for (auto& [name, look] : layout.styles) {
        const double size = std::max(look.size * by.size, std::min(look.size, layout.limits.min_size));
        look.size = size;
        look.leading = std::max(look.leading * by.leading, std::min(look.leading, size));
        look.before *= by.spacing;
        look.after *= by.spacing;
    }
    layout.grid.baseline *= by.leading;  // or lines would leave the grid
    layout.chart.height *= by.chart_height;
    layout.spacing *= by.spacing;
    return layout;
}

}  // namespace precis::style
