// A slide's slots, grounds, rules and panels.
#include "layout/slides/slide.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/blocks/runs.h"
#include "layout/codes.h"
#include "layout/ground/grid.h"
#include "layout/slides/codes.h"

namespace precis::layout {
namespace {

constexpr double kPanelPad = 18, kPanelRise = 12,
                 kBar = 4;  // points: beside and over words in a panel; its bar at the left
constexpr int kNear = 2;    // rows: a slot so close above an empty one grows into it

}  // namespace

SlideDraft::SlideDraft(Setting& s, const style::SlideKind& kind) : s_(s), kind_(kind) {
    page_.size = s.layout.page;
    page_.slide = scene::Slide{};
    page_.slide->master = kind.name;
    if (s.layout.show.transition != style::Transition::none)
        page_.slide->transition = vocabulary::name_of(s.layout.show.transition);
    page_.slide->duration_s = s.layout.show.seconds;
    const auto ground = kind.ground.value_or(s.layout.color("background"));
    page_.items.push_back(filled({0, 0, s.layout.page.width, s.layout.page.height}, ground));
    put_backdrop(*this);
}

const style::Slot* SlideDraft::slot(std::string_view name) const {
    for (const auto& slot : kind_.slots) {
        if (slot.name == name) return &slot;
    }
    return nullptr;
}

std::vector<const style::Slot*> SlideDraft::slots(std::string_view name) const {
    std::vector<const style::Slot*> matches;
    for (const auto& slot : kind_.slots) {
        if (slot.name == name) matches.push_back(&slot);
    }
    return matches;
}

base::Rect SlideDraft::rect(const style::Slot& slot) const {
    const auto& l = s_.layout;
    const double row = (l.page.height - l.margins.top - l.margins.bottom) / std::max(1, l.grid.rows);
    int last_row = slot.last_row, last_column = slot.last_column;
    const bool fixed = slot.name == "headline" || slot.name == "tracker";  // never move from slide to slide
    for (const auto* empty : empty_) {
        if (fixed) break;
        const bool within = slot.first_column >= empty->first_column && slot.last_column <= empty->last_column;
        const bool above = within && slot.last_row < empty->first_row && slot.last_row + kNear >= empty->first_row;
        const bool beside = slot.last_column + 1 == empty->first_column && slot.first_row <= empty->last_row &&
                            slot.last_row >= empty->first_row;
        if (above) last_row = std::max(last_row, empty->last_row);
        if (beside) last_column = std::max(last_column, empty->last_column);
    }
    if (slot.box) return grown(slot, last_column, last_row);
    const base::Rect at{column_left(l, slot.first_column), l.margins.top + (slot.first_row - 1) * row,
                        columns_width(l, slot.first_column, last_column), (last_row - slot.first_row + 1) * row};
    return fixed || lift_ <= 0 ? at : lifted(slot, at, row);
}

base::Rect SlideDraft::lifted(const style::Slot& slot, base::Rect at, double row) const {
    constexpr double kAbove = 4;  // points between a slot and the notes that push it up
    const auto top_of = [&](const style::Slot& other) { return s_.layout.margins.top + (other.first_row - 1) * row; };
    const auto *source = this->slot("source"), *takeaway = this->slot("takeaway");
    if (source == nullptr) return at;
    if (&slot == source) return {at.x, at.y - lift_, at.width, at.height + lift_};
    const bool taken = takeaway != nullptr && std::find(empty_.begin(), empty_.end(), takeaway) == empty_.end();
    if (&slot == takeaway) return {at.x, at.y - lift_, at.width, at.height};
    const double next = taken && at.bottom() <= top_of(*takeaway) + kSlideSlack ? top_of(*takeaway) : top_of(*source);
    const double limit = next - lift_ - kAbove;
    if (at.y < limit && at.bottom() > limit && at.bottom() <= next + kSlideSlack) at.height = limit - at.y;
    return at;
}

void SlideDraft::make_room_for_source(double needed) {
    constexpr double kMost = 0.2;  // of the slide's height
    const auto* source = slot("source");
    if (source == nullptr || kind_.source) return;
    lift_ = 0;
    lift_ = std::clamp(needed - rect(*source).height, 0.0, s_.layout.page.height * kMost);
}

GroundName SlideDraft::ground_of(const style::Slot* slot) const {
    return slot && slot->panel ? slot->panel_name : kind_.ground_name;
}

const style::TextStyle& SlideDraft::style(std::string_view name, const GroundName& ground) const {
    if (!ground.empty()) {
        const auto own = s_.layout.styles.find(ground + "-" + std::string(name));
        if (own != s_.layout.styles.end()) return own->second;
    }
    return s_.style(name);
}

base::Color SlideDraft::color(std::string_view use, const GroundName& ground) const {
    const auto own = s_.layout.colors.find(ground + "-" + std::string(use));
    if (!ground.empty() && own != s_.layout.colors.end()) return own->second;
    return s_.layout.color(use == "mark" ? "accent" : use == "mark-3" ? "primary" : use);
}

base::Rect SlideDraft::put_panel(const style::Slot& slot) {
    const auto at = rect(slot);
    if (!slot.panel) return at;
    add(filled(at, *slot.panel));
    const bool barred = slot.panel_name == "light";
    if (barred) add(filled({at.x, at.y, kBar, at.height}, color("mark", {})));
    return {at.x + kPanelPad, at.y, at.width - 2 * kPanelPad, at.height};
}

base::Rect SlideDraft::put_content_panel(const style::Slot& slot) {
    const auto at = put_panel(slot);
    return slot.panel ? base::Rect{at.x, at.y + kPanelRise, at.width, at.height - 2 * kPanelRise} : at;
}

void SlideDraft::add(std::vector<scene::Item> items) {
    std::move(items.begin(), items.end(), std::back_inserter(page_.items));
}

void SlideDraft::add_hairline(double x, double y, double width, const GroundName& ground, double thickness) {
    add(rule(x, y, width, thickness, color("rule", ground)));
}

void SlideDraft::report_overflow(std::string_view what, double needed, double available, diag::Span span) const {
    s_.out.push_back(diag::error(code::text_overflows, span,
                                 fmt::format("the {} needs {:.0f} pt on a slide “{}”, which has {:.0f} pt for it", what,
                                             needed, kind_.name, available),
                                 kind_.source ? "shorten it, or name a layout of the template that has more room: "
                                                "“template-layouts: {" +
                                                    kind_.name + ": …}”"
                                              : "shorten it, or give the slot more rows in the layout"));
}

scene::Page SlideDraft::finish(std::string title, std::string notes) && {
    page_.slide->title = std::move(title);
    page_.slide->speaker_notes = std::move(notes);
    return std::move(page_);
}

}  // namespace precis::layout
