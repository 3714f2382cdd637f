// A planned slide's contents and the slots of its kind.
#include "layout/slides/slide_content.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "layout/blocks/blocks.h"
#include "layout/blocks/exhibits.h"

namespace precis::layout {

bool takes_points(const SlideDraft& draft) {
    return draft.slot("points") || draft.slot("steps") || draft.slot("people");
}

void report_lack(const SlideDraft& draft, std::string_view what, diag::Span where) {
    draft.setting().out.push_back(diag::error(diag::code::key_conflict, where,
                                              fmt::format("a slide “{}” has no place for {}", draft.kind().name, what),
                                              "choose another kind, or give the layout's kind a slot for it"));
}

void check_content(const SlideDraft& draft, const SlideContent& content) {
    const auto lacks = [&](std::string_view what) { report_lack(draft, what, content.span); };
    if (!content.points.empty() && !takes_points(draft)) lacks("`points`");
    if (!content.key_figures.empty() && !draft.slot("figures")) lacks("`key-figures`");
    const bool steps = draft.slot("steps") != nullptr;
    if (!content.columns.empty() && !draft.slot("columns") && !steps) lacks("`columns`");
    if (!content.columns.empty() && !content.points.empty() && steps && !draft.slot("columns"))
        draft.setting().out.push_back(diag::error(diag::code::key_conflict, content.span,
                                                  "a slide has its steps under `points` or under `columns`, not both",
                                                  "move the points into the columns, or remove one of the two"));
    for (const auto& column : content.columns)
        if (!column.lead.empty() && draft.slot("columns")) lacks("a column's `lead`");
    const auto has_progress = [](const doc::SlideChoice::Column& column) {
        return std::any_of(column.progress.begin(), column.progress.end(), [](const auto& p) { return p.has_value(); });
    };
    if (draft.slot("columns") && std::any_of(content.columns.begin(), content.columns.end(), has_progress))
        lacks("the `progress` of points");
    if (!content.takeaway.empty() && !draft.slot("takeaway")) lacks("a `takeaway`");
    const auto places = draft.slots("exhibit").size() + draft.slots("crowd").size();
    std::size_t drawn = 0, tables = 0;
    for (const auto* exhibit : content.exhibits)
        ++(std::holds_alternative<doc::Table>(exhibit->content) ? tables : drawn);
    if (drawn > places) lacks(fmt::format("{} charts or pictures", drawn));
    if (tables > (draft.slot("table") ? 1U : 0U)) lacks(tables == 1 ? "a table" : "so many tables");
}

namespace {

// True if the slide's corner is for the tag of its only exhibit.
bool has_corner(const SlideContent& content) {
    return content.sticker.empty() && content.exhibits.size() == 1;
}

}  // namespace

bool says_more(const doc::Exhibit& exhibit, const SlideContent& content) {
    return doc::plain_text(exhibit.title) != doc::plain_text(content.headline);
}

std::string sticker_of(const Setting& s, const SlideContent& content) {
    if (!content.sticker.empty()) return shows(s, style::SectionPiece::sticker) ? content.sticker : std::string();
    const bool of_exhibit = has_corner(content) && shows(s, style::ExhibitPiece::sticker);
    return of_exhibit ? content.exhibits[0]->sticker : std::string();
}

void put_exhibits(SlideDraft& draft, const SlideContent& content, SlideNotes& notes) {
    const auto slots = draft.slots("exhibit");
    for (std::size_t i = 0; i < slots.size() && i < content.exhibits.size(); ++i) {
        if (std::holds_alternative<doc::Table>(content.exhibits[i]->content)) continue;
        const bool titled = slots.size() > 1 || says_more(*content.exhibits[i], content);
        put_exhibit(draft, *content.exhibits[i], *slots[i], titled, !has_corner(content));
        notes.exhibits.push_back(content.exhibits[i]);
    }
    if (const auto* slot = draft.slot("crowd"); slot && !content.exhibits.empty()) {
        put_crowd(draft, *content.exhibits[0], *slot);
        notes.exhibits.push_back(content.exhibits[0]);
    }
}

std::size_t put_any_points(SlideDraft& draft, const std::vector<doc::Inlines>& points, bool beside) {
    if (draft.slot("steps")) return put_steps(draft, points);
    if (draft.slot("people")) return put_people(draft, points);
    return put_points(draft, points, beside);
}

}  // namespace precis::layout
