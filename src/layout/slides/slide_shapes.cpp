#include "layout/slides/slide_shapes.h"

#include <algorithm>

#include "scene/shapes.h"

namespace precis::layout {

scene::Path arrow_of(const base::Rect& at, double point, bool notched, const base::Color& color) {
    const double tip = at.right(), notch = notched ? at.x + point : at.x, middle = at.y + at.height / 2;
    scene::Path arrow;
    arrow.steps = {scene::MoveTo{{at.x, at.y}},
                   scene::LineTo{{tip - point, at.y}},
                   scene::LineTo{{tip, middle}},
                   scene::LineTo{{tip - point, at.bottom()}},
                   scene::LineTo{{at.x, at.bottom()}},
                   scene::LineTo{{notch, middle}},
                   scene::ClosePath{}};
    arrow.fill = color;
    return arrow;
}

scene::Path pill(const base::Rect& at, const base::Color& color, bool dashed, double line) {
    const double r = std::min(at.height, at.width) / 2, k = r * (1 - scene::kQuarterArc), right = at.right(),
                 bottom = at.bottom();
    scene::Path path;
    path.steps = {scene::MoveTo{{at.x + r, at.y}},
                  scene::LineTo{{right - r, at.y}},
                  scene::CurveTo{{right - k, at.y}, {right, at.y + k}, {right, at.y + r}},
                  scene::LineTo{{right, bottom - r}},
                  scene::CurveTo{{right, bottom - k}, {right - k, bottom}, {right - r, bottom}},
                  scene::LineTo{{at.x + r, bottom}},
                  scene::CurveTo{{at.x + k, bottom}, {at.x, bottom - k}, {at.x, bottom - r}},
                  scene::LineTo{{at.x, at.y + r}},
                  scene::CurveTo{{at.x, at.y + k}, {at.x + k, at.y}, {at.x + r, at.y}},
                  scene::ClosePath{}};
    path.stroke =
        scene::Stroke{color, line, dashed ? std::vector<double>{2 * line, 1.6 * line} : std::vector<double>{}, false};
    return path;
}

}  // namespace precis::layout
