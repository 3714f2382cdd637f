// layout/slides/slide_agenda.cpp: the sections of a deck in rows, each with its number, title, message and figure.
// Lengths are those of a slide of 960 by 540 points, chosen by eye; narrower slots have shares of them.
#include <fmt/format.h>

#include <algorithm>

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

/// `figure`: the width of the widest; 0 without figures.
Columns columns_of(double width, double figure) {
    const bool figures = figure > 0;
    Columns c;
    c.title = width * kTitle;
    c.text_at = kNumber + c.title + kGap;
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
        AgendaEntry entry{section.short_title, section.headline, section.id};
        if (numbered && s.pages.may_have(section.id))
            entry.slide = s.locale.word("slide") + "\u00a0" + s.pages.label(section.id);
        entry.figure = figure_of(section, document);
        entry.asked = section.figure.has_value();
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::size_t put_agenda(SlideDraft& draft, const std::vector<AgendaEntry>& entries, std::size_t from) {
    const auto* slot = draft.slot("agenda");
    if (!slot || from >= entries.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    const auto most = static_cast<std::size_t>(std::max(1.0, at.height / kLowest));
    const auto count = std::min(entries.size() - from, most);
    const auto begin = entries.begin() + static_cast<std::ptrdiff_t>(from);
    const bool tall = count <= kMostTallRows;
    double widest = 0;
    for (auto entry = begin; tall && entry != begin + static_cast<std::ptrdiff_t>(count); ++entry)
        if (entry->figure) widest = std::max(widest, width_of(draft, *entry->figure, ground));
    const double height = std::min(kTallest, at.height / static_cast<double>(count));
    // Figures that no author asks for give way to words that need their room.
    const auto narrow = columns_of(at.width, widest);
    const bool cramped = std::any_of(begin, begin + static_cast<std::ptrdiff_t>(count), [&](const AgendaEntry& entry) {
        return draft.height({{entry.headline, "agenda-text"}}, narrow.text, ground) > height - kPad;
    });
    const bool asked = std::any_of(begin, begin + static_cast<std::ptrdiff_t>(count),
                                   [](const AgendaEntry& entry) { return entry.asked; });
    if (cramped && !asked) widest = 0;
    const bool figures = widest > 0;
    const auto c = columns_of(at.width, widest);
    const std::string size = tall && draft.setting().layout.styles.count("agenda-text-large") > 0 ? "-large" : "";
    for (std::size_t i = 0; i < count; ++i) {
        const auto& entry = entries[from + i];
        const base::Rect row{at.x, at.y + static_cast<double>(i) * height, at.width, height};
        auto title = plain_words(entry.title);
        std::get<doc::Words>(title[0]).link = "#" + entry.anchor;
        put_middle(draft, {row.x, row.y, kNumber, row.height},
                   {{plain_words(fmt::format("{}", from + i + 1)), "agenda-number"}}, ground);
        std::vector<SlideText> titles{{title, "agenda-title" + size}};
        if (tall && !entry.slide.empty()) titles.push_back({plain_words(entry.slide), "agenda-slide"});
        if (draft.height(titles, c.title, ground) > row.height - kPad) titles.resize(1);
        put_middle(draft, {row.x + kNumber, row.y, c.title, row.height}, titles, ground);
        std::vector<SlideText> words{{entry.headline, "agenda-text" + size}};
        double needed = draft.height(words, c.text, ground);
        if (!size.empty() && needed > row.height - kPad) {
            words.front().style = "agenda-text";
            needed = draft.height(words, c.text, ground);
        }
        if (needed > row.height - kPad + kSlideSlack)
            draft.report_overflow("agenda's entry", needed, row.height - kPad, span_of(entry.headline));
        put_middle(draft, {row.x + c.text_at, row.y, c.text, row.height}, words, ground);
        if (figures && entry.figure) put_figure(draft, row, c, *entry.figure, ground);
        if (i + 1 < count) draft.add_hairline(at.x, row.bottom(), at.width, ground);
    }
    return count;
}

}  // namespace precis::layout
