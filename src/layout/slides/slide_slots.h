// layout/slides/slide_slots.h: the contents of a slide's slots, a function for each kind of content. Inside the room.
//
// Each function looks up its slots by name and does nothing if the slide's kind lacks them. One that returns a number
// says how many entries it placed, from entry `from` on; the rest goes on to a further slide.
// Units: points from the slide's top left. Errors: text_overflows at words that need more room than their slot has.
//
// Files: slide_frame.cpp (headline, tracker, takeaway, notes, foot), slide_cover.cpp (cover, divider), slide_lists.cpp
// (points, steps, people, columns), slide_prose.cpp (running text), slide_items.cpp (findings, actions, dates,
// sources), slide_agenda.cpp, slide_path.cpp (the way to a date), slide_cards.cpp, slide_figures.cpp (key figures),
// slide_exhibits.cpp (charts, pictures, tables), slide_crowd.cpp (crowds).
#pragma once
#include <optional>

#include "layout/blocks/exhibits.h"
#include "layout/blocks/pattern_words.h"
#include "layout/blocks/table_fit.h"
#include "layout/parts/bands.h"
#include "layout/slides/slide.h"

namespace precis::layout {

// slide_frame.cpp

/// The headline over a rule; `continued` adds that word. Error: headline_too_long if it takes more lines than its style
/// allows.
/// Returns the x of its right end; 0 without one.
double put_headline(SlideDraft& draft, const doc::Inlines& words, bool continued);

/// The place of a slide in its deck: the section's short title, and a bar for each section.
struct Tracker {
    std::string label;
    int at = -1, of = 0;  // section of this slide, from 0; number of sections
    diag::Span span{};    // of the section
};
void put_tracker(SlideDraft& draft, const Tracker& tracker, double headline_right = 0);
void put_takeaway(SlideDraft& draft, const doc::Inlines& words);
/// The running foot: the layout's words, a wordmark or a slide number in each of its slots.
void put_foot(SlideDraft& draft, const PagePlace& place);
/// The logo in the foot of a kind of slides; nullopt if it shows none.
[[nodiscard]] std::optional<scene::Mark> foot_logo(SlideDraft& draft);
/// A tag in the slot `sticker`.
void put_sticker(SlideDraft& draft, const std::string& words);
/// A tag at the top of `at`, at its right edge or, if `align` is left, at its left edge; returns its width.
double put_sticker_at(SlideDraft& draft, const std::string& words, const base::Rect& at, style::Align align,
                      const GroundName& ground);

/// Lets bases, notes and sources of these exhibits have the lines that they need, before anything above is placed.
void make_room_for_notes(SlideDraft& draft, const std::vector<const doc::Exhibit*>& exhibits);

/// The exhibits and source numbers that a slide's foot line explains.
struct SlideNotes {
    std::vector<const doc::Exhibit*> exhibits;
    std::vector<int> cited;  // by the slide's words
};
/// Base, note and source of the exhibits, then the cited sources: in full if they fit, else as numbers that link to the
/// list.
void put_notes(SlideDraft& draft, const SlideNotes& notes);
/// Adds the numbers of the sources that words cite to `cited`, each once.
void add_cited(const doc::Inlines& words, std::vector<int>& cited);

// slide_exhibits.cpp

/// Draws a chart in the colours that it has on the slide's ground.
[[nodiscard]] std::optional<Plot> plot_on(Setting& s, const doc::Exhibit& e, const doc::Chart& chart, base::Size size,
                                          const GroundName& ground, const style::SlideKind& kind,
                                          const style::Slot& slot);

// slide_cover.cpp

/// Returned by put_words if it put nothing: a place below all others.
inline constexpr double kNowhere = 1e9;
/// Puts words in the slot of that name and returns the y at their end. They begin at `highest` if the slot begins below
/// it.
double put_words(SlideDraft& draft, std::string_view slot_name, const doc::Inlines& text, const char* style_name,
                 scene::Role role, scene::Placeholder placeholder, double highest = kNowhere);
void put_cover(SlideDraft& draft);
/// `number`: of the section; 0: none.
void put_divider(SlideDraft& draft, const doc::Inlines& title, const doc::Inlines& below, int number);

// slide_lists.cpp

/// Points as a list; beside an exhibit under the words "So what".
[[nodiscard]] std::size_t put_points(SlideDraft& draft, const std::vector<doc::Inlines>& points, bool beside);
/// Steps as arrows, with a card below each.
[[nodiscard]] std::size_t put_steps(SlideDraft& draft, const std::vector<doc::Inlines>& points);
/// Columns as steps: arrows, what each is about, and its points with marks of how far they are (slide_steps.cpp).
void put_step_columns(SlideDraft& draft, const std::vector<doc::SlideChoice::Column>& columns);
/// People as cards in rows.
[[nodiscard]] std::size_t put_people(SlideDraft& draft, const std::vector<doc::Inlines>& points);
/// Columns that are compared, their points level with each other.
void put_columns(SlideDraft& draft, const std::vector<doc::SlideChoice::Column>& columns);
/// An item as an entry of a list: its lead in one style, its text in another.
[[nodiscard]] SlideEntry entry_of(const doc::Item& item, const std::string& lead, const std::string& text);

// slide_items.cpp

[[nodiscard]] std::size_t put_findings(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from);
/// Recommendations in a side panel, as many as fit.
[[nodiscard]] std::size_t put_actions(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from);
[[nodiscard]] std::size_t put_dates(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from);
[[nodiscard]] std::size_t put_sources(SlideDraft& draft, const std::vector<doc::SourceEntry>& sources,
                                      std::size_t from);
/// Running text in the slot `text`; `entries` are those of text_entries().
[[nodiscard]] std::size_t put_text(SlideDraft& draft, const std::vector<SlideEntry>& entries, std::size_t from);
/// Paragraphs, list items, quotes and headings, each an entry; exhibits have no place in such a text.
[[nodiscard]] std::vector<SlideEntry> text_entries(const std::vector<doc::Block>& blocks);
[[nodiscard]] std::vector<SlideEntry> text_entries(const std::vector<doc::Item>& items);

// slide_agenda.cpp

/// A section on the agenda; its figure may have words beside it.
struct AgendaEntry {
    std::string title;
    doc::Inlines headline;
    std::string anchor;
    std::string slide = {};  // "Slide 5"
    std::optional<doc::KeyFigure> figure = {};
    bool asked = false;  // by the section's author
};
/// The entries, with the figures that the sections' authors name, or that their slides or headlines show.
[[nodiscard]] std::vector<AgendaEntry> agenda_of(Setting& s);
inline constexpr std::size_t kMostTallRows = 6;
/// A row for each section: up to six have their figures; more have lower rows.
[[nodiscard]] std::size_t put_agenda(SlideDraft& draft, const std::vector<AgendaEntry>& entries, std::size_t from);

// slide_people.cpp

/// Terms with their definitions, in as many columns as the kind has slots for them.
[[nodiscard]] std::size_t put_glossary(SlideDraft& draft, const std::vector<doc::GlossaryEntry>& entries,
                                       std::size_t from);
/// Authors as cards with their photos.
[[nodiscard]] std::size_t put_authors(SlideDraft& draft, const std::vector<doc::Author>& authors, style::Photos shape,
                                      std::size_t from);

// slide_cards.cpp, slide_figures.cpp

/// Recommendations as cards.
[[nodiscard]] std::size_t put_cards(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from);
/// The figure's sign, number and unit in the styles `size`, `size`-sign and `size`-unit.
[[nodiscard]] std::vector<text::Run> runs_of_figure(const SlideDraft& draft, const doc::KeyFigure& figure,
                                                    const std::string& size, const GroundName& ground);
/// The figure with the first word of its unit behind the number, the others before its label.
[[nodiscard]] doc::KeyFigure with_short_unit(doc::KeyFigure figure);
[[nodiscard]] std::size_t put_figures(SlideDraft& draft, const std::vector<doc::KeyFigure>& figures, std::size_t from);

// slide_path.cpp

/// Whether things to watch lead from the briefing's date to one of them, one to four with dates ahead, in a year, and
/// their words have room.
[[nodiscard]] bool has_path(const SlideDraft& draft);
/// A line in time from the briefing's date to the last thing to watch: a disc today, a ring at a day, a dashed pill
/// over a month or quarter, each with its words and date. Does nothing without has_path().
void put_path(SlideDraft& draft);

// slide_exhibits.cpp, slide_crowd.cpp

/// A chart or picture in a slot. `titled`: its title is above it, because several exhibits share the slide or the
/// headline says something else; `tagged`: its tag is at its own top right, because the slide's corner is not its own.
void put_exhibit(SlideDraft& draft, const doc::Exhibit& exhibit, const style::Slot& slot, bool titled, bool tagged);
/// How far a table has been put on slides.
struct SlideTable {
    std::optional<TableForm> form;  // made for the first slide
    std::size_t part = 0, row = 0;
    bool done() const { return form && part >= form->parts.size(); }
};
/// A table's rows under its header row, from the place that `state` says, which is moved on.
void put_table(SlideDraft& draft, const doc::Exhibit& exhibit, const doc::Table& table, SlideTable& state, bool titled);
/// A chart of counts as a crowd, with a dot for each thing counted. Error: chart_not_available if it has more than one
/// series, a number that is not a count, or more than 5,000 dots.
void put_crowd(SlideDraft& draft, const doc::Exhibit& exhibit, const style::Slot& slot);

}  // namespace precis::layout
