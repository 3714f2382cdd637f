// paint/cairo/shares.h: how much of a rectangle a shape fills or a line crosses, and how far colours differ. Private to
// paint, for the doubts of the audit.
//
// In: paths and the map onto the page. Out: areas, lengths and shares in page coordinates, curves as a few straight
// pieces. Errors: none. Cost: linear in the steps of a path.
// Source: Sutherland and Hodgman, Reentrant polygon clipping (1974); Liang and Barsky, A new concept and method for
// line clipping (1984).
#pragma once
#include <optional>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "scene/items.h"

namespace precis::paint {

/// The subpaths of a path as polygons; `closed` says that the last point joins the first.
struct Outline {
    struct Part {
        std::vector<base::Point> points;
        bool closed = false;
    };
    std::vector<Part> parts;
};

[[nodiscard]] Outline outline(const scene::Path& path, const base::Affine& map);
/// The path's box with its stroke, in its own coordinates; nothing for an empty path.
[[nodiscard]] std::optional<base::Rect> path_bounds(const scene::Path& path);
[[nodiscard]] base::Rect mapped(const base::Rect& at, const base::Affine& map);
[[nodiscard]] base::Rect common(const base::Rect& a, const base::Rect& b);
/// Share of `box` that `shape` covers, 0 to 1.
[[nodiscard]] double share_of(const base::Rect& shape, const base::Rect& box);
/// Share of `box` that the outline fills, 0 to 1; holes run the other way round.
[[nodiscard]] double filled_share(const Outline& outline, const base::Rect& box);
/// Length of the outline's lines inside `box`.
[[nodiscard]] double length_within(const Outline& outline, const base::Rect& box);
/// Share of a dashed line that is drawn; 1 for a solid one.
[[nodiscard]] double drawn_part(const std::vector<double>& dash);
[[nodiscard]] base::Color blended(const base::Color& over, double alpha, const base::Color& ground);
/// Whether a mark of one colour shows on the other, as the painted audit judges pixels.
[[nodiscard]] bool differ(const base::Color& a, const base::Color& b);

}  // namespace precis::paint
