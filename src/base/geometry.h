// base/geometry.h: points, sizes, rectangles and affine maps of the page.
//
// Units: PostScript points (1/72 inch) in every room behind the YAML; the origin is at the top left of the page, x
// grows to the right, y downwards. Painters whose format counts upwards flip y themselves. Values are plain and
// unchecked: a width may be negative while a layout is worked out, and `empty` says so.
#pragma once
#include <algorithm>

namespace precis::base {

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

struct Size {
    double width = 0;
    double height = 0;
    bool operator==(const Size&) const = default;
};

struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    bool operator==(const Rect&) const = default;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    bool empty() const { return width <= 0 || height <= 0; }
};

/// The smallest rectangle that holds both. One that is empty in both directions is left out.
inline Rect united(const Rect& a, const Rect& b) {
    if (a.width <= 0 && a.height <= 0) return b;
    if (b.width <= 0 && b.height <= 0) return a;
    const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// x' = a x + c y + e, y' = b x + d y + f (the order of PDF and SVG).
struct Affine {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    bool operator==(const Affine&) const = default;

    static Affine translate(double x, double y) { return {1, 0, 0, 1, x, y}; }
    Point apply(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
};

/// The map that applies `inner` first, then `outer`.
inline Affine then(const Affine& inner, const Affine& outer) {
    return {outer.a * inner.a + outer.c * inner.b,           outer.b * inner.a + outer.d * inner.b,
            outer.a * inner.c + outer.c * inner.d,           outer.b * inner.c + outer.d * inner.d,
            outer.a * inner.e + outer.c * inner.f + outer.e, outer.b * inner.e + outer.d * inner.f + outer.f};
}

}  // namespace precis::base
