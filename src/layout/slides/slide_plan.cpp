// The author's choice of slides, or the rule.
#include "layout/slides/slide_plan.h"

#include <algorithm>

namespace precis::layout {
namespace {

constexpr std::size_t kMostOnASlide = 3;  // charts: the layouts have kinds for one, two and three

std::vector<SlideContent> by_choice(const doc::Section& section) {
    std::vector<SlideContent> plan;
    for (const auto& choice : section.slides) {
        auto& slide = plan.emplace_back();
        slide.kind = choice.kind;
        slide.headline = choice.headline;
        for (const auto index : choice.exhibits) slide.exhibits.push_back(&section.exhibits[index]);
        slide.points = choice.points;
        slide.key_figures = choice.key_figures;
        slide.columns = choice.columns;
        slide.takeaway = choice.takeaway;
        slide.notes = choice.speaker_notes;
        slide.sticker = choice.sticker.empty() ? section.sticker : choice.sticker;
        slide.span = choice.span;
    }
    return plan;
}

// True if a chart spans the slide.
bool is_wide(const doc::Exhibit& exhibit) {
    const auto* chart = std::get_if<doc::Chart>(&exhibit.content);
    return chart && row_of(chart->form).wide;
}

std::vector<SlideContent> by_rule(const doc::Section& section) {
    std::vector<SlideContent> plan;
    std::vector<const doc::Exhibit*> charts, tables;
    for (const auto& exhibit : section.exhibits) {
        const bool table = std::holds_alternative<doc::Table>(exhibit.content);
        (table ? tables : charts).push_back(&exhibit);
    }
    const auto slide = [&](const char* kind) -> SlideContent& {
        plan.emplace_back();
        plan.back().kind = kind;
        plan.back().headline = section.headline;
        plan.back().span = section.span;
        plan.back().sticker = section.sticker;
        return plan.back();
    };
    std::size_t shown = 0;
    if (!charts.empty() && (!section.points.empty() || charts.size() == 1) && !is_wide(*charts[0])) {
        auto& first = slide("one-exhibit");
        first.exhibits = {charts[0]};
        first.points = section.points;
        shown = 1;
    } else if (!section.points.empty()) {
        slide("points").points = section.points;
    }
    while (shown < charts.size()) {
        if (is_wide(*charts[shown])) {
            slide("timeline").exhibits = {charts[shown++]};
            continue;
        }
        auto count = std::min(charts.size() - shown, kMostOnASlide);
        for (std::size_t i = 1; i < count; ++i) {
            if (is_wide(*charts[shown + i])) count = i;
        }
        auto& next = slide(count == 1 ? "one-exhibit" : count == 2 ? "two-exhibits" : "three-exhibits");
        next.exhibits.assign(charts.begin() + static_cast<std::ptrdiff_t>(shown),
                             charts.begin() + static_cast<std::ptrdiff_t>(shown + count));
        shown += count;
    }
    // A later slide with one exhibit has its title as headline.
    for (std::size_t i = 1; i < plan.size(); ++i) {
        if (plan[i].exhibits.size() == 1) plan[i].headline = plan[i].exhibits[0]->title;
    }
    for (const auto* table : tables) {
        auto& next = slide("table");
        next.exhibits = {table};
        if (plan.size() > 1) next.headline = table->title;
    }
    if (!plan.empty()) plan.front().takeaway = section.takeaway;
    return plan;
}

}  // namespace

std::vector<SlideContent> plan_of(const doc::Section& section) {
    return section.slides.empty() ? by_rule(section) : by_choice(section);
}

const doc::Table* table_of(const SlideContent& content) {
    return content.exhibits.empty() ? nullptr : std::get_if<doc::Table>(&content.exhibits[0]->content);
}

}  // namespace precis::layout
