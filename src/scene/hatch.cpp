// Lines are x + y = k · step (rising), x - y = k · step (falling), y = k · gap (level) and x = k · gap (upright), for
// whole numbers k; dots lie in shifted rows.
#include "scene/hatch.h"

#include <cmath>

namespace precis::scene {

HatchMarks hatch_marks(const Hatch& hatch, const base::Rect& box) {
    using Kind = Hatch::Kind;
    HatchMarks marks;
    const double margin = hatch.width, left = box.x, top = box.y, right = box.right(), bottom = box.bottom();
    if (!(right > left) || !(bottom > top)) return marks;
    const double step = hatch.gap * std::sqrt(2.0), over = top - margin, under = bottom + margin;
    const auto each = [](double from, double to, double by, const auto& draw) {
        const double last = std::floor(to / by);
        for (double k = std::ceil(from / by); k <= last; ++k) draw(k * by);
    };
    if (hatch.kind == Kind::rising || hatch.kind == Kind::crossed)
        each(left + top - margin, right + bottom + margin, step, [&](double sum) {
            marks.lines.push_back({{sum - under, under}, {sum - over, over}});
        });
    if (hatch.kind == Kind::falling || hatch.kind == Kind::crossed)
        each(left - bottom - margin, right - top + margin, step, [&](double apart) {
            marks.lines.push_back({{apart + over, over}, {apart + under, under}});
        });
    if (hatch.kind == Kind::level)
        each(over, under, hatch.gap, [&](double y) { marks.lines.push_back({{left, y}, {right, y}}); });
    if (hatch.kind == Kind::upright)
        each(left - margin, right + margin, hatch.gap, [&](double x) {
            marks.lines.push_back({{x, top}, {x, bottom}});
        });
    if (hatch.kind == Kind::dots) {
        const double rows = hatch.gap * kDotRows;
        each(over, under, rows, [&](double y) {
            const double shift = std::fmod(std::abs(std::round(y / rows)), 2) > 0.5 ? hatch.gap / 2 : 0;
            each(left - margin - shift, right + margin - shift, hatch.gap, [&](double x) {
                marks.dots.push_back({x + shift, y});
            });
        });
    }
    return marks;
}

}  // namespace precis::scene
