// The step `tighten` of `fit:`, which makes a document fit its pages.
#include <algorithm>

#include "style/layout.h"

namespace precis::style {

Layout tightened(Layout layout) {
    const auto factors = layout.tighten;
    for (auto& [name, look] : layout.styles) {
        const double size = std::max(look.size * factors.size, std::min(look.size, layout.limits.min_size));
        look.size = size;
        look.leading = std::max(look.leading * factors.leading, std::min(look.leading, size));
        look.before *= factors.spacing;
        look.after *= factors.spacing;
    }
    layout.grid.baseline *= factors.leading;  // so that lines stay on the grid
    layout.chart.height *= factors.chart_height;
    layout.spacing *= factors.spacing;
    return layout;
}

}  // namespace precis::style
