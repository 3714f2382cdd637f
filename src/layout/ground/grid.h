// layout/ground/grid.h: the places of a master's frames on the page, from the layout's column grid. Inside the room.
// Units: points from the page's left and top edges.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "style/layout.h"

namespace precis::layout {

/// A frame's horizontal extent and its text columns, which all have one width.
struct Strip {
    double x = 0, width = 0;
    std::vector<double> column_x;  // left edge of each text column
    double column_width = 0;
    bool operator==(const Strip&) const = default;
    double right_x() const { return x + width; }
};

/// Left edge of a grid column, counted from 1.
[[nodiscard]] double column_left(const style::Layout& layout, int column);
/// Width of the grid columns first … last with the gutters between them.
[[nodiscard]] double columns_width(const style::Layout& layout, int first, int last);

/// The strip of a frame; all grid columns if the master, which may be nullptr, lacks the frame.
[[nodiscard]] Strip strip_of(const style::Layout& layout, const style::Master* master, std::string_view frame);

/// A frame parted for text at the left, five twelfths of its grid columns, and exhibits at the right: `column_x` holds
/// both left edges, `width` is the text's and `column_width` the exhibits'. Nothing for a frame of less than six
/// columns.
[[nodiscard]] std::optional<Strip> pair_of(const style::Layout& layout, const style::Master* master,
                                           std::string_view frame);

/// Top of the text area.
[[nodiscard]] double text_top(const style::Layout& layout);
/// Bottom of the text area; the page's foot is below it.
[[nodiscard]] double text_bottom(const style::Layout& layout);

}  // namespace precis::layout
