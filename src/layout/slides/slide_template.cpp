// Slides of an output with a template: its backdrop, and texts in the places of its placeholders.
#include <algorithm>
#include <iterator>

#include "layout/blocks/runs.h"
#include "layout/slides/slide.h"
#include "style/grounds.h"

namespace precis::layout {

namespace {

/// Words that the template draws itself, each paragraph in a line.
void set_words(Setting& s, const scene::TextBlock& block, std::vector<scene::Item>& items) {
    double y = block.at.y;
    for (const auto& paragraph : block.paragraphs) {
        std::vector<text::Run> runs;
        double size = 0;
        for (const auto& from : paragraph.runs) {
            text::Run run;
            run.text = from.text, run.face = from.face, run.size = from.size, run.color = from.color;
            size = std::max(size, from.size);
            runs.push_back(std::move(run));
        }
        if (!runs.empty()) {
            style::TextStyle look;
            look.family = runs.front().face.family, look.size = size, look.leading = paragraph.leading;
            auto set = set_runs(s, std::move(runs), look, 1e5);
            const double free = block.at.width - set.width;
            const double x = paragraph.align == scene::TextParagraph::Align::right    ? free
                             : paragraph.align == scene::TextParagraph::Align::center ? free / 2
                                                                                      : 0;
            shift(set.items, block.at.x + x, y);
            std::move(set.items.begin(), set.items.end(), std::back_inserter(items));
        }
        y += paragraph.leading;
    }
}

}  // namespace

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
    std::vector<scene::Item> plates;  // between the template's drawings and the contents; an editor has them, too
    for (const auto& item : source->backdrop->items) {
        const auto* mark_of = std::get_if<scene::Mark>(&item);
        const auto* words = mark_of != nullptr ? std::get_if<scene::TextBlock>(&mark_of->content) : nullptr;
        if (words != nullptr)
            set_words(draft.setting(), *words, m.items);
        else
            (mark_of != nullptr ? plates : m.items).push_back(item);
    }
    draft.add(scene::Item(std::move(m)));
    draft.add(std::move(plates));
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
    const double y = box.y + (place.anchor == Anchor::bottom ? free : place.anchor == Anchor::center ? free / 2 : 0);
    return y + draft.put({box.x, y, box.width, height}, {{words, chosen}}, ground, role, placeholder);
}

}  // namespace precis::layout
