// layout/slides/slide_content.h: a plan's slide and its kind: what of the one has a place on the other. Inside the
// room.
#pragma once
#include "layout/slides/slide_plan.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {

/// Whether points of any form (a list, steps, people) have a place.
[[nodiscard]] bool takes_points(const SlideDraft& draft);
/// An error at `where`: the kind has no slot for that.
void say_lack(const SlideDraft& draft, std::string_view what, diag::Span where);
/// What the kind has no slot for is lost: said at the slide.
void check_content(const SlideDraft& draft, const SlideContent& content);

/// Charts and pictures in their slots, in order; what they note is gathered.
void put_exhibits(SlideDraft& draft, const SlideContent& content, SlideNotes& notes);
/// Points in the form that the kind gives them; gives how many it placed.
[[nodiscard]] std::size_t put_any_points(SlideDraft& draft, const std::vector<doc::Inlines>& points, bool beside);

}  // namespace precis::layout
