// layout/slides/slides.h: a document becomes slides. Inside the room.
//
// In: a document and a layout of slides, whose kinds name slots on the grid. Out: pages, one a slide, with a native
// form of each text, table and chart for painters that keep them editable.
//
// The parts come in the layout's order. slide_plan.h says which slides a section has; slide_content.h puts a planned
// slide into the slots of its kind; slide_slots.h has a function for each slot; slide.h is the slide under
// construction. Text that does not fit goes on to a further slide under the same headline.
//
// Units: points from the slide's top left.
// Errors: text_overflows, headline_too_long, exhibit_too_tall, key_conflict (a kind has no slot for what it shows),
// unknown_name (no such kind), chart_not_available (a crowd that cannot be drawn). Warnings: section_without_slide,
// label_dropped.
#pragma once
#include "layout/ground/setting.h"

namespace precis::layout {

/// The slides of all parts that the layout names.
[[nodiscard]] std::vector<scene::Page> slides_of(Setting& s);

}  // namespace precis::layout
