// Contrast of the text as set: a style made for paper may be used on a band.
// Source: WCAG 2.1, 1.4.3: large is 18 points, or 14 in bold.
#include "layout/parts/contrast.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"

namespace precis::layout {
namespace {

struct Worst {
    const scene::GlyphRun* run = nullptr;
    double contrast = 0, limit = 0;
};

void find_worst(const std::vector<scene::Item>& items, const base::Color& ground, const style::Limits& limits,
                Worst& worst) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) find_worst(group->items, ground, limits, worst);
        // A figure has grounds of its own.
        if (const auto* mark = std::get_if<scene::Mark>(&item); mark && mark->role != scene::Role::figure)
            find_worst(mark->items, ground, limits, worst);
        const auto* run = std::get_if<scene::GlyphRun>(&item);
        if (!run) continue;
        const double limit = style::is_large(run->size, run->face.weight)
                                 ? std::min(limits.contrast_marks, limits.contrast_text)
                                 : limits.contrast_text;
        const double contrast = base::contrast(run->fill, ground);
        if (contrast < limit && (!worst.run || contrast < worst.contrast)) worst = {run, contrast, limit};
    }
}

}  // namespace

void check_ground(Setting& s, const Band& band, const style::PartRule& part) {
    if (!band.ground) return;
    Worst worst;
    for (const auto& row : band.rows) find_worst(row.items, *band.ground, s.layout.limits, worst);
    if (!worst.run) return;
    s.out.push_back(diag::error(
        diag::code::contrast_low, part.span,
        fmt::format("in the part “{}”, text is {} on the band’s {}, a contrast of {:.1f}; the limit is {:.1f}",
                    vocabulary::name_of(part.part), base::to_string(worst.run->fill), base::to_string(*band.ground),
                    worst.contrast, worst.limit),
        "give the part a `style` whose colours are made for its band, or take another band"));
}

}  // namespace precis::layout
