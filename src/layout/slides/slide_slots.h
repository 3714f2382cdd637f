// layout/slides/slide_slots.h: what goes into the slots of a slide, a function each. Inside the room.
// A function that can't place all gives how many it placed: the rest goes on to a further slide.
#pragma once
#include "layout/parts/bands.h"
#include "layout/slides/slide.h"

namespace precis::layout {

/// The action title, in at most the lines of its style; `continued` adds the word to it.
void put_headline(SlideDraft& draft, const doc::Inlines& words, bool continued);
/// Where the deck stands: the section's short title and a bar for each section.
struct Tracker {
    std::string label;
    int at = -1, of = 0;
    diag::Span span{};  // of what it names
};
void put_tracker(SlideDraft& draft, const Tracker& tracker);
void put_takeaway(SlideDraft& draft, const doc::Inlines& words);
/// Running foot: wordmark, deck and date, slide number.
void put_foot(SlideDraft& draft, std::size_t number);

/// Words in the slot of that name; gives where they end. `no_lower`: they begin there if the slot begins below it.
double put_words(SlideDraft& draft, std::string_view slot_name, const doc::Inlines& text, const char* style_name,
                 scene::Role role, scene::Placeholder placeholder, double no_lower = 1e9);
void put_cover(SlideDraft& draft);
void put_divider(SlideDraft& draft, const doc::Inlines& title, const doc::Inlines& below, int number);

/// What stands at the foot of the content: base, note and source of exhibits; sources that the words cite.
struct SlideNotes {
    std::vector<const doc::Exhibit*> exhibits;
    std::vector<int> cited;
};
void put_notes(SlideDraft& draft, const SlideNotes& notes);

/// Points as a list, under the words "So what" where they stand beside an exhibit.
[[nodiscard]] std::size_t put_points(SlideDraft& draft, const std::vector<doc::Inlines>& points, bool beside);
[[nodiscard]] std::size_t put_steps(SlideDraft& draft, const std::vector<doc::Inlines>& points);
[[nodiscard]] std::size_t put_people(SlideDraft& draft, const std::vector<doc::Inlines>& points);
void put_columns(SlideDraft& draft, const std::vector<doc::SlideChoice::Column>& columns);

[[nodiscard]] std::size_t put_figures(SlideDraft& draft, const std::vector<doc::KeyFigure>& figures, std::size_t from);
[[nodiscard]] std::size_t put_findings(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from);
[[nodiscard]] std::size_t put_actions(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from);
[[nodiscard]] std::size_t put_cards(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from);
[[nodiscard]] std::size_t put_dates(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from);
[[nodiscard]] std::size_t put_sources(SlideDraft& draft, const std::vector<doc::SourceEntry>& sources,
                                      std::size_t from);
struct AgendaEntry {
    std::string title;
    doc::Inlines headline;
    std::string anchor;
};
[[nodiscard]] std::size_t put_agenda(SlideDraft& draft, const std::vector<AgendaEntry>& entries, std::size_t from);

/// A chart or picture in a slot; its title stands above it where several share the slide.
void put_exhibit(SlideDraft& draft, const doc::Exhibit& exhibit, const style::Slot& slot, bool titled);
/// A chart of counts as a dot for each of them.
void put_crowd(SlideDraft& draft, const doc::Exhibit& exhibit, const style::Slot& slot);
/// Rows of a table from `from` on, under its head; gives how many fit.
[[nodiscard]] std::size_t put_table(SlideDraft& draft, const doc::Exhibit& exhibit, const doc::Table& table,
                                    std::size_t from);

/// A point, item or finding as a list's entry: its lead in one style, the rest in another.
[[nodiscard]] SlideEntry entry_of(const doc::Item& item, const std::string& lead, const std::string& text);
/// Numbers of the sources that words cite, added to `cited` in order.
void cite(const doc::Inlines& words, std::vector<int>& cited);

}  // namespace precis::layout
