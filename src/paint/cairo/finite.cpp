// Every number of an item is looked at, colours' alpha included.
#include "paint/cairo/finite.h"

#include <algorithm>
#include <cmath>

namespace precis::paint {
namespace {

bool all_finite(std::initializer_list<double> numbers) {
    return std::all_of(numbers.begin(), numbers.end(), [](double n) { return std::isfinite(n); });
}
bool all_finite(const base::Point& p) {
    return all_finite({p.x, p.y});
}
bool all_finite(const base::Rect& r) {
    return all_finite({r.x, r.y, r.width, r.height});
}

struct StepIsFinite {
    bool operator()(const scene::MoveTo& s) const { return all_finite(s.p); }
    bool operator()(const scene::LineTo& s) const { return all_finite(s.p); }
    bool operator()(const scene::CurveTo& s) const { return all_finite(s.c1) && all_finite(s.c2) && all_finite(s.p); }
    bool operator()(const scene::ClosePath&) const { return true; }
};

}  // namespace

bool finite(const scene::GlyphRun& run) {
    return all_finite({run.origin.x, run.origin.y, run.size, run.width, run.fill.alpha}) &&
           std::all_of(run.glyphs.begin(), run.glyphs.end(), [](const auto& g) {
               return all_finite({g.x, g.y});
           });
}

bool finite(const scene::Path& path) {
    return std::all_of(path.steps.begin(), path.steps.end(),
                       [](const auto& step) { return std::visit(StepIsFinite{}, step); }) &&
           (!path.fill || all_finite({path.fill->alpha})) &&
           (!path.hatch ||
            all_finite({path.hatch->gap, path.hatch->width, path.hatch->line.alpha, path.hatch->ground.alpha})) &&
           (!path.stroke || (all_finite({path.stroke->width, path.stroke->color.alpha}) &&
                             std::all_of(path.stroke->dash.begin(), path.stroke->dash.end(),
                                         [](double d) { return std::isfinite(d); })));
}

bool finite(const scene::Image& image) {
    return all_finite(image.at);
}

bool finite(const scene::Group& group) {
    const auto& t = group.transform;
    return all_finite({t.a, t.b, t.c, t.d, t.e, t.f, group.opacity}) && (!group.clip || all_finite(*group.clip));
}

bool drawable_dash(const std::vector<double>& dash) {
    return dash.empty() || (std::all_of(dash.begin(), dash.end(), [](double d) { return d >= 0; }) &&
                            std::any_of(dash.begin(), dash.end(), [](double d) { return d > 0; }));
}

}  // namespace precis::paint
