// layout/slides/slide_agenda.cpp: the sections of a deck in rows, each with its number, title, message and figure.
// Lengths are those of a slide of 960 by 540 points, chosen by eye; narrower slots have shares of them.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/ascii.h"
#include "layout/blocks/runs.h"
#include "layout/codes.h"
#include "layout/slides/slide_places.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

constexpr double kTallest = 104, kLowest = 40;  // heights of a row
constexpr double kNumber = 44, kPad = 6, kGap = 18;
constexpr double kTitle = 0.17, kFigure = 0.24, kWords = 0.15;  // of the slot's width; figures at most
constexpr double kAnyWidth = 1e4;

/// Whether bound words print the figure.
bool prints(const doc::Inlines& words, const doc::KeyFigure& figure) {
    const bool counted = std::any_of(figure.number.begin(), figure.number.end(), base::is_digit);
    return counted && !figure.is_words && std::any_of(words.begin(), words.end(), [&](const doc::Inline& part) {
               const auto* w = std::get_if<doc::Words>(&part);
               if (w == nullptr || !w->bound) return false;
               const auto at = w->text.find(figure.number);
               if (at == std::string::npos) return false;
               const auto end = at + figure.number.size();
               const auto digit = [&](std::size_t i) { return i < w->text.size() && base::is_digit(w->text[i]); };
               const bool whole =
                   !(at > 0 && digit(at - 1)) && !digit(end) &&
                   !(end < w->text.size() && (w->text[end] == '.' || w->text[end] == ',') && digit(end + 1));
               return whole && (figure.unit.empty() || w->text.find(figure.unit) != std::string::npos);
           });
}

std::optional<doc::KeyFigure> figure_of(const doc::Section& section, const doc::Document& document) {
    if (section.figure) return section.figure;
    for (const auto& slide : section.slides)
        if (!slide.key_figures.empty()) return slide.key_figures.front();
    for (const auto& figure : document.key_figures)
        if (prints(section.headline, figure)) return figure;
    return std::nullopt;
}

bool has_slide(const doc::Section& section) {
    return !section.slides.empty() || !section.exhibits.empty() || !section.points.empty() || !section.sections.empty();
}

/// Where the parts of a row begin and how wide they are.
struct Columns {
    double title = 0, text = 0, figure = 0, words = 0;  // widths; a row without figures has no last two
    double text_at = 0, figure_at = 0, words_at = 0;    // x from the slot's left
};

/// `figure`: the width of the widest; 0 without figures. `titled`: a section has a title of its own beside its
/// headline.
Columns columns_of(double width, double figure, bool titled) {
    const bool figures = figure > 0;
    Columns c;
    c.title = width * kTitle;
    c.text_at = titled ? kNumber + c.title + kGap : kNumber;
    c.words = figures ? width * kWords : 0;
    c.words_at = width - c.words;
    c.figure = std::min(figure, width * kFigure);
    c.figure_at = c.words_at - kGap * 0.75 - c.figure;
    c.text = (figures ? c.figure_at : width) - c.text_at - (figures ? kGap : 0);
    return c;
}

/// Puts a text so that its middle is the row's.
void put_middle(SlideDraft& draft, base::Rect at, const std::vector<SlideText>& texts, const GroundName& ground) {
    const double height = draft.height(texts, at.width, ground);
    draft.put({at.x, at.y + std::max(0.0, (at.height - height) / 2), at.width, height}, texts, ground);
}

double width_of(const SlideDraft& draft, const doc::KeyFigure& figure, const GroundName& ground) {
    return set_runs(draft.setting(), runs_of_figure(draft, with_short_unit(figure), "slide-figure-small", ground),
                    draft.style("slide-figure-small", ground), kAnyWidth)
        .width;
}

void put_figure(SlideDraft& draft, const base::Rect& row, const Columns& c, const doc::KeyFigure& given,
                const GroundName& ground) {
    const auto figure = with_short_unit(given);
    const auto& look = draft.style("slide-figure-small", ground);
    auto runs = runs_of_figure(draft, figure, "slide-figure-small", ground);
    const double width = width_of(draft, given, ground);
    if (width > c.figure + kSlideSlack) {
        draft.setting().out.push_back(diag::error(
            code::text_overflows, given.span,
            fmt::format("the figure “{}{}{}” on the agenda is {:.0f} pt wide, and there is room for {:.0f} pt",
                        figure.sign, figure.number, figure.unit, width, c.figure),
            "write “key-figure: {value: NAME, format: compact}” at the section"));
        return;
    }
    const double slack = 1;  // so that rounding does not break the line
    draft.put_runs({row.x + c.figure_at + c.figure - width, row.y + (row.height - look.leading) / 2, width + slack, 0},
                   std::move(runs), look);
    put_middle(draft, {row.x + c.words_at, row.y, c.words, row.height}, {{figure.label, "agenda-words"}}, ground);
}

}  // namespace

std::vector<AgendaEntry> agenda_of(Setting& s) {
    const auto& document = s.document;
    const bool numbered = s.layout.styles.count("agenda-slide") > 0 && document.sections.size() <= kMostTallRows;
    std::vector<AgendaEntry> entries;
    for (const auto& section : document.sections) {
        if (!has_slide(section)) continue;  // its link would lead nowhere
        // A title that says what the headline says would stand there twice.
        const bool same = section.short_title == doc::plain_text(section.headline);
        AgendaEntry entry{same ? std::string() : section.short_title, section.headline, section.id};
        if (numbered && s.pages.may_have(section.id))
            entry.slide = s.locale.word("slide") + "\u00a0" + s.pages.label(section.id);
        entry.figure = figure_of(section, document);
        entry.asked = section.figure.has_value();
        entries.push_back(std::move(entry));
    }
    return entries;
}

namespace {

using Entries = std::span<const AgendaEntry>;

/// How the entries of one slide are set.
struct Rows {
    Columns columns;
    double height = 0;  // of a row
    bool tall = false, figures = false, titled = false;
    std::string size;  // of titles and words: the end of their styles' names
};

/// The height that an entry's words need, in the largest of their styles that fits `room`; `style` is set to it.
double needed_height(const SlideDraft& draft, const doc::Inlines& words, double width, double room,
                     const GroundName& ground, std::string& style, const std::string& smaller) {
    const double needed = draft.height({{words, style}}, width, ground);
    if (needed <= room || style == smaller) return needed;
    style = smaller;
    return draft.height({{words, style}}, width, ground);
}

Rows rows_of(const SlideDraft& draft, const base::Rect& at, Entries entries, const GroundName& ground) {
    Rows rows;
    rows.tall = entries.size() <= kMostTallRows;
    rows.height = std::min(kTallest, at.height / static_cast<double>(entries.size()));
    const bool titled = rows.titled =
        std::any_of(entries.begin(), entries.end(), [](const AgendaEntry& entry) { return !entry.title.empty(); });
    double widest = 0;
    for (const auto& entry : entries)
        if (rows.tall && entry.figure) widest = std::max(widest, width_of(draft, *entry.figure, ground));
    // Figures that no author asks for give way to words that need their room.
    const auto narrow = columns_of(at.width, widest, titled);
    const bool cramped = std::any_of(entries.begin(), entries.end(), [&](const AgendaEntry& entry) {
        return draft.height({{entry.headline, "agenda-text"}}, narrow.text, ground) > rows.height - kPad;
    });
    const bool asked =
        std::any_of(entries.begin(), entries.end(), [](const AgendaEntry& entry) { return entry.asked; });
    if (cramped && !asked) widest = 0;
    rows.figures = widest > 0;
    rows.columns = columns_of(at.width, widest, titled);
    rows.size = rows.tall && draft.setting().layout.styles.count("agenda-text-large") > 0 ? "-large" : "";
    return rows;
}

/// Whether titles and words of all entries fit their rows.
bool holds(const SlideDraft& draft, const Rows& rows, Entries entries, const GroundName& ground) {
    const double room = rows.height - kPad + kSlideSlack;
    return std::all_of(entries.begin(), entries.end(), [&](const AgendaEntry& entry) {
        std::string title = "agenda-title", words = "agenda-text";
        return needed_height(draft, entry.headline, rows.columns.text, room, ground, words, words) <= room &&
               needed_height(draft, plain_words(entry.title), rows.columns.title, room, ground, title, title) <= room;
    });
}

/// Words that lead to the section, where no title does.
doc::Inlines linked(doc::Inlines words, const std::string& anchor) {
    for (auto& part : words)
        if (auto* run = std::get_if<doc::Words>(&part); run != nullptr && run->link.empty()) run->link = "#" + anchor;
    return words;
}

void put_entry(SlideDraft& draft, const AgendaEntry& entry, const Rows& rows, const base::Rect& row,
               const GroundName& ground) {
    const auto& c = rows.columns;
    const double room = row.height - kPad;
    std::string look = "agenda-title" + rows.size;
    std::vector<SlideText> titles;
    if (!entry.title.empty()) {
        const auto title = linked(plain_words(entry.title), entry.anchor);
        const double needed = needed_height(draft, title, c.title, room, ground, look, "agenda-title");
        if (needed > room + kSlideSlack) draft.report_overflow("agenda's title", needed, room, span_of(entry.headline));
        titles.push_back({title, look});
    }
    const auto add_slide = [&](std::vector<SlideText>& below, double width) {
        if (!rows.tall || entry.slide.empty()) return;
        below.push_back({plain_words(entry.slide), "agenda-slide"});
        if (draft.height(below, width, ground) > room) below.pop_back();
    };
    if (rows.titled) add_slide(titles, c.title);
    if (!titles.empty()) put_middle(draft, {row.x + kNumber, row.y, c.title, row.height}, titles, ground);
    look = "agenda-text" + rows.size;
    const auto words = entry.title.empty() ? linked(entry.headline, entry.anchor) : entry.headline;
    const double needed = needed_height(draft, words, c.text, room, ground, look, "agenda-text");
    if (needed > room + kSlideSlack) draft.report_overflow("agenda's entry", needed, room, span_of(entry.headline));
    std::vector<SlideText> texts{{words, look}};
    if (!rows.titled) add_slide(texts, c.text);
    put_middle(draft, {row.x + c.text_at, row.y, c.text, row.height}, texts, ground);
    if (rows.figures && entry.figure) put_figure(draft, row, c, *entry.figure, ground);
}

}  // namespace

std::size_t put_agenda(SlideDraft& draft, const std::vector<AgendaEntry>& entries, std::size_t from) {
    const auto* slot = draft.slot("agenda");
    if (!slot || from >= entries.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    auto count = std::min(entries.size() - from, static_cast<std::size_t>(std::max(1.0, at.height / kLowest)));
    const auto some = [&](std::size_t n) { return Entries(entries).subspan(from, n); };
    auto rows = rows_of(draft, at, some(count), ground);
    while (count > 1 && !holds(draft, rows, some(count), ground)) rows = rows_of(draft, at, some(--count), ground);
    for (std::size_t i = 0; i < count; ++i) {
        const base::Rect row{at.x, at.y + static_cast<double>(i) * rows.height, at.width, rows.height};
        put_middle(draft, {row.x, row.y, kNumber, row.height},
                   {{plain_words(fmt::format("{}", from + i + 1)), "agenda-number"}}, ground);
        put_entry(draft, entries[from + i], rows, row, ground);
        if (i + 1 < count) draft.add_hairline(at.x, row.bottom(), at.width, ground);
    }
    return count;
}

}  // namespace precis::layout
