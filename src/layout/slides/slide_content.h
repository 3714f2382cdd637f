// layout/slides/slide_content.h: a planned slide's contents, put into the slots that its kind has. Inside the room.
#pragma once
#include "layout/slides/slide_plan.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {

/// True if the kind has a slot for points, in any form: list, steps, people.
[[nodiscard]] bool takes_points(const SlideDraft& draft);
/// Reports key_conflict at `where`: the kind has no slot for `what`.
void report_lack(const SlideDraft& draft, std::string_view what, diag::Span where);
/// Reports everything that the kind has no slot for, at the slide.
void check_content(const SlideDraft& draft, const SlideContent& content);

/// Whether the exhibit's title is not the slide's headline, word for word.
[[nodiscard]] bool says_more(const doc::Exhibit& exhibit, const SlideContent& content);

/// The tag of a slide: its own, else its section's, else that of its only exhibit.
[[nodiscard]] std::string sticker_of(const Setting& s, const SlideContent& content);
/// Puts charts and pictures into their slots, in order, and adds them to `notes`.
void put_exhibits(SlideDraft& draft, const SlideContent& content, SlideNotes& notes);
/// Puts points in the form that the kind has a slot for; returns how many it placed.
[[nodiscard]] std::size_t put_any_points(SlideDraft& draft, const std::vector<doc::Inlines>& points, bool beside);

}  // namespace precis::layout
