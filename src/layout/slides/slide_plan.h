// layout/slides/slide_plan.h: the slides of a section, planned before anything is measured. Inside the room.
// Stage: doc::Section -> PLAN -> slides. Pure.
//
// A section's own `slides:` are its plan. Else: charts and pictures first, the first one with the points beside it, the
// others up to three on a slide; a timeline has a slide of its own kind; then a slide for each table. Points without
// charts have a slide of their own.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::layout {

/// One slide; its pointers lead into the section.
struct SlideContent {
    std::string kind;
    doc::Inlines headline;
    std::vector<const doc::Exhibit*> exhibits;
    std::vector<doc::Inlines> points;
    std::vector<doc::KeyFigure> key_figures;
    std::vector<doc::SlideChoice::Column> columns;
    doc::Inlines takeaway;
    std::string notes, anchor, sticker;
    diag::Span span;
};

/// The plan of a section, which must outlive it.
[[nodiscard]] std::vector<SlideContent> plan_of(const doc::Section& section);
/// The table that a slide shows; nullptr if its first exhibit is none.
[[nodiscard]] const doc::Table* table_of(const SlideContent& content);

}  // namespace precis::layout
