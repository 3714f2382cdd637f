// Slides of an output with a template: its backdrop, and texts in the places of its placeholders.
#include <algorithm>

#include "layout/slides/slide.h"
#include "style/grounds.h"

namespace precis::layout {

base::Rect SlideDraft::grown(const style::Slot& slot, int last_column, int last_row) const {
    auto at = *slot.box;
    for (const auto* empty : empty_) {
        if (!empty->box) continue;
        if (last_row > slot.last_row && empty->last_row == last_row)
            at.height = std::max(at.height, empty->box->bottom() - at.y);
        if (last_column > slot.last_column && empty->last_column == last_column)
            at.width = std::max(at.width, empty->box->right() - at.x);
    }
    return at;
}

void put_backdrop(SlideDraft& draft) {
    const auto& source = draft.kind().source;
    if (!source || !source->backdrop || source->backdrop->items.empty()) return;
    scene::Mark m;
    m.role = scene::Role::artifact;
    m.id = scene::kBackdropId;
    m.items = source->backdrop->items;
    draft.add(scene::Item(std::move(m)));
}

double put_in_place(SlideDraft& draft, const style::SlidePlace& place, const doc::Inlines& words,
                    std::string_view style_name, scene::Role role, scene::Placeholder placeholder) {
    using Anchor = style::SlidePlace::Anchor;
    const auto& box = place.box;
    const GroundName ground = draft.kind().ground_name;
    const auto& styles = draft.setting().layout.styles;
    std::string chosen;
    double height = 0;
    for (const auto& fit : style::fits_of(place.style.empty() ? std::string(style_name) : place.style)) {
        if (!styles.contains(fit)) continue;
        chosen = fit;
        height = draft.height({{words, fit}}, box.width, ground);
        if (height <= box.height + kSlideSlack) break;
    }
    if (height > box.height + kSlideSlack)
        draft.report_overflow(placeholder == scene::Placeholder::title ? "title" : "text", height, box.height,
                              span_of(words));
    const double free = box.height - height;
    const double y = box.y + (place.anchor == Anchor::bottom   ? free
                              : place.anchor == Anchor::center ? free / 2
                                                               : 0);
    return y + draft.put({box.x, y, box.width, height}, {{words, chosen}}, ground, role, placeholder);
}

}  // namespace precis::layout
