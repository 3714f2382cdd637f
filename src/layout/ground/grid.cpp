// The column grid: equal columns with a gutter between the margins.
#include "layout/ground/grid.h"

namespace precis::layout {
namespace {

// Width of one grid column.
double unit(const style::Layout& l) {
    const double inner = l.page.width - l.margins.left - l.margins.right;
    return (inner - (l.grid.columns - 1) * l.grid.gutter) / l.grid.columns;
}

}  // namespace

double column_left(const style::Layout& layout, int column) {
    return layout.margins.left + (column - 1) * (unit(layout) + layout.grid.gutter);
}

double columns_width(const style::Layout& layout, int first, int last) {
    return (last - first + 1) * unit(layout) + (last - first) * layout.grid.gutter;
}

Strip strip_of(const style::Layout& layout, const style::Master* master, std::string_view frame) {
    const auto* place = master ? master->frame(frame) : nullptr;
    const int first = place ? place->first_column : 1;
    const int last = place ? place->last_column : layout.grid.columns;
    const int columns = place ? place->text_columns : 1;
    Strip strip{column_left(layout, first), columns_width(layout, first, last), {}, 0};
    strip.column_width = (strip.width - (columns - 1) * layout.grid.gutter) / columns;
    for (int i = 0; i < columns; ++i) {
        strip.column_x.push_back(strip.x + i * (strip.column_width + layout.grid.gutter));
    }
    return strip;
}

std::optional<Strip> pair_of(const style::Layout& layout, const style::Master* master, std::string_view frame) {
    const auto* place = master ? master->frame(frame) : nullptr;
    const int first = place ? place->first_column : 1;
    const int last = place ? place->last_column : layout.grid.columns;
    const int count = last - first + 1;
    if (count < style::kLeastPaired) return std::nullopt;
    const int text = count * 5 / 12;
    Strip pair;
    pair.x = column_left(layout, first);
    pair.width = columns_width(layout, first, first + text - 1);
    pair.column_x = {pair.x, column_left(layout, first + text)};
    pair.column_width = columns_width(layout, first + text, last);
    return pair;
}

double text_top(const style::Layout& layout) {
    return layout.margins.top;
}
double text_bottom(const style::Layout& layout) {
    return layout.page.height - layout.margins.bottom;
}

}  // namespace precis::layout
