// layout/slides/slide_plan.h: what each slide of a section is to show, before anything is placed. Inside the room.
// Stage: doc::Section -> PLAN -> slides. Pure: it looks at no sizes.
//
// The rule for a section without `slides:`: its charts and pictures first, the first one with the points beside it, the
// others two or three to a slide; then each table; points alone on a slide of their own. A timeline that spans the page
// has a slide of its kind.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::layout {

struct SlideContent {
    std::string kind;
    doc::Inlines headline;
    std::vector<const doc::Exhibit*> exhibits;
    std::vector<doc::Inlines> points;
    std::vector<doc::KeyFigure> key_figures;
    std::vector<doc::SlideChoice::Column> columns;
    doc::Inlines takeaway;
    std::string notes, anchor;
    diag::Span span;
};

/// By the section's own `slides:`, else by the rule. It points into the section.
[[nodiscard]] std::vector<SlideContent> plan_of(const doc::Section& section);
/// The table that a slide is for; nullptr for all others.
[[nodiscard]] const doc::Table* table_of(const SlideContent& content);

}  // namespace precis::layout
