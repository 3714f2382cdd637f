// layout/ground/grid.h: where a master's frames stand on the page. Inside the room.
#pragma once
#include <string_view>
#include <vector>

#include "style/layout.h"

namespace precis::layout {

/// A frame's horizontal extent and its text columns.
struct Strip {
    double x = 0, width = 0;
    std::vector<double> column_x;  // text columns, from the page's left
    double column_width = 0;
    bool operator==(const Strip&) const = default;
    double right_x() const { return x + width; }
};

/// Left edge of a grid column (from 1), and the width of columns first … last with the gutters between them.
[[nodiscard]] double column_left(const style::Layout& layout, int column);
[[nodiscard]] double columns_width(const style::Layout& layout, int first, int last);

/// The strip of a frame; a frame that the master lacks stands over all columns.
[[nodiscard]] Strip strip_of(const style::Layout& layout, const style::Master* master, std::string_view frame);

/// Top and bottom of the text area.
[[nodiscard]] double text_top(const style::Layout& layout);
[[nodiscard]] double text_bottom(const style::Layout& layout);

}  // namespace precis::layout
