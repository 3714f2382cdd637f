// The parts that keep their places from slide to slide: headline, tracker, takeaway, notes, foot.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "diag/codes.h"
#include "layout/blocks/exhibits.h"
#include "layout/blocks/pattern_words.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/short_line.h"
#include "layout/blocks/sticker.h"
#include "layout/blocks/table_grid.h"
#include "layout/ground/brand_mark.h"
#include "layout/ground/grid.h"
#include "layout/slides/codes.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
using Shown = style::ExhibitPiece;
namespace {

// Points, chosen by eye on the gallery's deck.
constexpr double kBarWidth = 16, kBarHeight = 3, kBarGap = 4;
constexpr double kBarsShare = 0.5;  // of the tracker's width, for all bars
constexpr double kBeforeBars = 8;
constexpr double kBesideHeadline = 12;
constexpr int kMostBars = 12;  // more are hard to tell apart, and all slides' bars grow with the square of their number
constexpr double kLogo = 18;   // height of a logo in the foot
constexpr double kWordmarkMiddle = 0.35;  // of the size: the middle of its letters above their baseline
constexpr double kBelowText = 12;         // from the content's bottom to the foot's baseline

// Appends a strong lead-in, the first word of "Note Hatched: forecast."
void append_lead(doc::Inlines& line, const std::string& lead) {
    doc::Words words;
    words.text = (line.empty() ? "" : "  ") + lead + " ";
    words.strong = true;
    line.emplace_back(std::move(words));
}

void append(doc::Inlines& line, const doc::Inlines& more) {
    line.insert(line.end(), more.begin(), more.end());
}

// Bases, notes and sources of the exhibits in one line; equal ones once.
doc::Inlines notes_of(const Setting& s, const SlideNotes& notes) {
    doc::Inlines line;
    std::vector<std::string> bases;
    for (const auto* exhibit : notes.exhibits) {
        if (!shows(s, Shown::base) || exhibit->base.empty() ||
            std::find(bases.begin(), bases.end(), exhibit->base) != bases.end())
            continue;
        append_lead(line, s.locale.word("base"));
        append(line, plain_words(exhibit->base));
        bases.push_back(exhibit->base);
    }
    bool led = false;
    std::vector<std::string> said;
    for (const auto* exhibit : notes.exhibits) {
        const auto words = doc::plain_text(exhibit->note);
        if (!shows(s, Shown::note) || words.empty() || std::find(said.begin(), said.end(), words) != said.end())
            continue;
        said.push_back(words);
        if (!led) append_lead(line, s.locale.word("note"));
        if (led) append(line, plain_words(" "));
        led = true;
        append(line, exhibit->note);
    }
    led = false;
    std::vector<doc::Inlines> sources;
    for (const auto* exhibit : notes.exhibits) {
        if (!shows(s, Shown::source) || exhibit->source.empty() ||
            std::find(sources.begin(), sources.end(), exhibit->source) != sources.end())
            continue;
        sources.push_back(exhibit->source);
        if (!led) append_lead(line, s.locale.word("source"));
        if (led) append(line, plain_words("; "));
        led = true;
        append(line, exhibit->source);
    }
    return line;
}

// Cited sources, in full or as numbers, or marks in words, that link to the list.
doc::Inlines cited_sources(const Setting& s, const std::vector<int>& numbers, bool full) {
    doc::Inlines line;
    for (const int number : numbers) {
        const auto index = static_cast<std::size_t>(number - 1);
        if (index >= s.document.sources.size()) continue;
        if (line.empty()) append_lead(line, s.locale.word(full ? "source" : "sources"));
        const auto& mark = s.document.sources[index].mark;
        if (full && !mark.empty()) {  // an entry that texts cite by its author needs no mark before it
            if (line.size() > 1) append(line, plain_words(" "));
            append(line, s.document.sources[index].text);
            continue;
        }
        doc::Words words;
        words.text = (line.size() > 1 ? (full || !mark.empty() ? "; " : ", ") : "") +
                     (mark.empty() ? fmt::format("{}", number) : mark) + (full ? " " : "");
        words.strong = full;
        words.link = fmt::format("#source-{}", number);
        line.emplace_back(std::move(words));
        if (full) append(line, s.document.sources[index].text);
    }
    return line;
}

}  // namespace

double foot_baseline(const style::Layout& layout) {
    return text_bottom(layout) + kBelowText;
}

void add_cited(const doc::Inlines& words, std::vector<int>& cited) {
    for (const auto& part : words) {
        const auto* citation = std::get_if<doc::Citation>(&part);
        if (!citation) continue;
        for (const int number : citation->numbers) {
            if (std::find(cited.begin(), cited.end(), number) == cited.end()) cited.push_back(number);
        }
    }
}

double put_headline(SlideDraft& draft, const doc::Inlines& words, bool continued) {
    const auto* slot = draft.slot("headline");
    if (!slot || words.empty()) return 0;
    auto& s = draft.setting();
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    auto headline = words;
    if (continued) append(headline, plain_words(" (" + s.locale.word("continued") + ")"));
    if (const auto& source = draft.kind().source; source && source->title) {
        put_in_place(draft, *source->title, headline, "headline", scene::Role::heading, scene::Placeholder::title);
        return 0;
    }
    const auto& look = draft.style("headline", ground);
    const auto lines = static_cast<int>(draft.height({{headline, "headline"}}, at.width, ground) / look.leading + 0.5);
    if (look.lines > 0 && lines > look.lines) {
        s.out.push_back(
            diag::error(code::headline_too_long, span_of(words),
                        fmt::format("the slide's headline takes {} lines, at most {} are allowed", lines, look.lines),
                        "shorten it: two lines hold about 90 letters"));
    }
    draft.put(at, {{headline, "headline"}}, ground, scene::Role::heading, scene::Placeholder::title);
    const double y = at.bottom();
    draft.add(rule(s.layout.margins.left, y, s.layout.page.width - s.layout.margins.left - s.layout.margins.right, 1,
                   ground.empty() ? s.layout.color("foreground") : draft.color("rule", ground)));
    Trial trial(s);
    return at.x + set_text(trial.setting(), headline, look, at.width).width;
}

void put_tracker(SlideDraft& draft, const Tracker& tracker, double headline_right) {
    const auto* slot = draft.slot("tracker");
    if (!slot) return;
    auto& s = draft.setting();
    const auto at = draft.rect(*slot);
    const auto ground = draft.ground_of(slot);
    const auto& look = draft.style("tracker", ground);
    double right = at.right();
    const double middle = at.y + look.leading / 2;
    const auto* headline = draft.slot("headline");
    const bool beside = headline_right > 0 && headline != nullptr && draft.rect(*headline).y < at.y + look.leading;
    const double left = beside ? std::max(at.x, headline_right + kBesideHeadline) : at.x;
    auto label = tracker.label;
    if (tracker.of > kMostBars && tracker.at >= 0) {
        label += fmt::format("{}{}/{}", label.empty() ? "" : "\u2002", tracker.at + 1, tracker.of);
    }
    if (tracker.of > 1 && tracker.of <= kMostBars) {
        const double bars = tracker.of * kBarWidth + (tracker.of - 1) * kBarGap;
        const double step = std::min(1.0, at.width * kBarsShare / bars);
        right -= bars * step;
        for (int i = 0; i < tracker.of; ++i) {
            draft.add(filled(
                {right + i * (kBarWidth + kBarGap) * step, middle - kBarHeight / 2, kBarWidth * step, kBarHeight},
                i == tracker.at  ? draft.color("mark", ground)
                : ground.empty() ? s.layout.color("grid")
                                 : draft.color("rule", ground)));
        }
        right -= kBeforeBars;
    }
    if (label.empty()) return;
    if (natural_width(s, label, look) > right - left) {
        s.out.push_back(diag::warning(diag::code::label_dropped, tracker.span ? tracker.span : s.document.span,
                                      fmt::format("“{}” is too long for the tracker at the slide's top", tracker.label),
                                      left > at.x ? "give the section a `short-title`, or shorten the slide's headline"
                                                  : "give the section a `short-title`"));
        return;
    }
    draft.put({left, at.y, right - left, look.leading}, {{plain_words(label), "tracker"}}, ground);
}

void put_takeaway(SlideDraft& draft, const doc::Inlines& words) {
    const auto* slot = draft.slot("takeaway");
    if (!slot || words.empty()) return;
    const auto ground = draft.ground_of(slot);
    const auto inner = draft.put_panel(*slot);
    const double height = draft.height({{words, "takeaway"}}, inner.width, ground);
    if (height > inner.height + kSlideSlack) draft.report_overflow("takeaway", height, inner.height, span_of(words));
    const double y = inner.y + (inner.height - height) / 2;
    draft.put({inner.x, y, inner.width, height}, {{words, "takeaway"}}, ground);
}

namespace {

/// Whether an exhibit's source line has the words of that entry: "Own analysis of Bureau" is not a source of its own.
bool is_said(const Setting& s, int number, const SlideNotes& notes) {
    const auto entry = std::find_if(s.document.sources.begin(), s.document.sources.end(),
                                    [&](const auto& source) { return source.number == number; });
    if (entry == s.document.sources.end() || !entry->id.empty()) return false;
    auto words = doc::plain_text(entry->text);
    if (words.ends_with('.')) words.pop_back();
    return std::any_of(notes.exhibits.begin(), notes.exhibits.end(),
                       [&](const auto* exhibit) { return doc::plain_text(exhibit->source) == words; });
}

}  // namespace

void make_room_for_notes(SlideDraft& draft, const std::vector<const doc::Exhibit*>& exhibits) {
    const auto* slot = draft.slot("source");
    if (!slot || exhibits.empty()) return;
    SlideNotes notes;
    notes.exhibits = exhibits;
    const auto words = notes_of(draft.setting(), notes);
    if (!words.empty())
        draft.make_room_for_source(draft.height({{words, "source"}}, draft.rect(*slot).width, draft.ground_of(slot)));
}

void put_notes(SlideDraft& draft, const SlideNotes& notes) {
    const auto* slot = draft.slot("source");
    if (!slot) return;
    auto& s = draft.setting();
    const auto at = draft.rect(*slot);
    const auto ground = draft.ground_of(slot);
    const auto explained = notes_of(s, notes);
    std::vector<int> named, cited;  // by the source lines of exhibits; by the slide's words alone
    for (const auto* exhibit : notes.exhibits) add_cited(exhibit->source, named);
    for (const int number : notes.cited) {
        if (std::find(named.begin(), named.end(), number) == named.end() && !is_said(s, number, notes))
            cited.push_back(number);
    }
    std::sort(cited.begin(), cited.end());
    for (const bool full : {true, false}) {
        auto words = explained;
        auto more = cited_sources(s, cited, full);
        if (!words.empty() && !more.empty()) append(words, plain_words("  "));
        append(words, more);
        if (words.empty()) return;
        const double height = draft.height({{words, "source"}}, at.width, ground);
        if (height > at.height + kSlideSlack && full && !cited.empty()) continue;
        if (height > at.height + kSlideSlack) {
            draft.report_overflow("base, note and source line", height, at.height,
                                  notes.exhibits.empty() ? s.document.span : notes.exhibits.front()->span);
        }
        draft.put({at.x, at.bottom() - height, at.width, height}, {{words, "source"}}, ground);
        return;
    }
}

namespace {

// A slot of the running foot.
struct FootSlot {
    std::string_view pattern;
    double left = 0, width = 0;
    style::Align align = style::Align::left;
    double moved(double used) const { return align == style::Align::right ? left + width - used : left; }
};

std::vector<FootSlot> foot_slots(const style::Layout& l) {
    return {{l.footer.left, l.margins.left, columns_width(l, 1, kFootFirst - 1), style::Align::left},
            {l.footer.center, column_left(l, kFootFirst), columns_width(l, kFootFirst, kFootLast), style::Align::left},
            {l.footer.right, column_left(l, kNumberColumn), columns_width(l, kNumberColumn, kNumberColumn),
             style::Align::right}};
}

std::optional<scene::Mark> logo_in(SlideDraft& draft, const FootSlot& slot) {
    auto& s = draft.setting();
    const auto& look = draft.style("slide-wordmark", draft.kind().ground_name);
    const double middle = foot_baseline(s.layout) - look.size * kWordmarkMiddle;
    const auto color = draft.kind().ground.value_or(s.layout.color("background"));
    auto logo = logo_mark(s, LogoPlace::foot, color, {slot.left, middle - kLogo / 2, slot.width, kLogo});
    if (!logo) return std::nullopt;
    logo->role = scene::Role::artifact;
    logo->id = scene::kLogoId;
    shift(logo->items, slot.moved(std::get<scene::Image>(logo->items.front()).at.width) - slot.left, 0);
    return logo;
}

// The logo, else the wordmark: decoration, not text, because a wordmark is a drawing in an editor too.
void put_wordmark(SlideDraft& draft, const FootSlot& slot) {
    if (auto logo = logo_in(draft, slot)) return draft.add(std::move(*logo));
    auto& s = draft.setting();
    const auto& ground = draft.kind().ground_name;
    const auto& look = draft.style("slide-wordmark", ground);
    const double base_y = foot_baseline(s.layout);
    const auto& name = brand_name(s);
    if (name.empty()) return;
    std::vector<scene::Item> items;
    auto line = s.setter.set_line(run_of(name, look)).take(s.out);
    if (!line) return;
    const auto places = wordmark_places(s, line->width, look.size);
    const double x = slot.moved(places.width), side = places.side;
    LinePlacer(s).place(std::move(*line), x + places.words, base_y, items);
    items.push_back(filled({x + places.square, base_y - side, side, side}, draft.color("mark", ground)));
    draft.add(artifact(std::move(items)));
}

// True if a pattern is the page's number and nothing else, which an editor keeps up to date.
bool is_number(std::string_view pattern) {
    return pattern == "{{ page }}" || pattern == "**{{ page }}**";
}

}  // namespace

namespace {

/// The foot of a template's layout: number and words where it has placeholders for them. Its wordmark is its own.
void put_template_foot(SlideDraft& draft, const PagePlace& place) {
    auto& s = draft.setting();
    const auto& f = s.layout.footer;
    const auto& source = *draft.kind().source;
    constexpr std::string_view kDate = "{{ date }}", kSeparator = " · ";
    std::string words, number, date;
    for (auto pattern : {f.left, f.center, f.right}) {
        if (pattern.empty() || names(pattern, vocabulary::BuiltIn::wordmark)) continue;
        if (const auto at = pattern.find(kDate); source.date && at != std::string::npos) {
            date = filled_in(s.document, place, kDate);
            pattern.erase(at, kDate.size());
            const bool before = std::string_view(pattern).substr(0, at).ends_with(kSeparator);
            if (before) pattern.erase(at - kSeparator.size(), kSeparator.size());
        }
        const auto filled = filled_in(s.document, place, in_language(pattern, s.locale));
        if (is_number(pattern)) number = filled;
        if (!is_number(pattern) && !filled.empty()) words += (words.empty() ? "" : " · ") + filled;
    }
    const auto put = [&](const std::optional<style::SlidePlace>& at, std::string text, scene::Placeholder placeholder) {
        std::erase(text, '*');
        if (!at || text.empty()) return;
        put_in_place(draft, *at, plain_words(text), "footer", scene::Role::artifact, placeholder);
    };
    put(source.footer, words, scene::Placeholder::footer);
    put(source.date, date, scene::Placeholder::none);
    put(source.number, number, scene::Placeholder::number);
}

}  // namespace

void put_foot(SlideDraft& draft, const PagePlace& place) {
    if (draft.kind().source) return put_template_foot(draft, place);
    auto& s = draft.setting();
    const auto& l = s.layout;
    const GroundName ground = draft.kind().ground_name;
    const double base_y = foot_baseline(l);
    for (const auto& slot : foot_slots(l)) {
        const auto& [pattern, left, width, align] = slot;
        if (names(pattern, vocabulary::BuiltIn::wordmark)) {
            put_wordmark(draft, slot);
            continue;
        }
        auto look = draft.style("footer", ground);
        look.align = align;
        auto runs = runs_with_strong(filled_in(s.document, place, in_language(pattern, s.locale)), look,
                                     draft.style("footer-strong", ground));
        if (runs.empty()) continue;
        scene::Mark m;
        m.role = scene::Role::artifact;
        scene::TextParagraph native;
        native.leading = look.leading;
        native.align =
            align == style::Align::right ? scene::TextParagraph::Align::right : scene::TextParagraph::Align::left;
        auto line = short_line(s, runs, width, "the slide's foot");
        if (!line) continue;
        for (const auto& run : line->runs) native.runs.push_back({run.text, run.face, run.size, run.fill, false, {}});
        const double top = base_y - baseline(s, look);
        const double x = align == style::Align::right ? left + width - line->width : left;
        LinePlacer(s).place(std::move(*line), x, base_y, m.items);
        const auto placeholder = is_number(pattern)           ? scene::Placeholder::number
                                 : pattern == l.footer.center ? scene::Placeholder::footer
                                                              : scene::Placeholder::none;
        m.content = scene::TextBlock{{std::move(native)}, {left, top, width, look.leading}, placeholder};
        draft.add(std::move(m));
    }
}

std::optional<scene::Mark> foot_logo(SlideDraft& draft) {
    if (draft.kind().source) return std::nullopt;  // the template has its own
    for (const auto& slot : foot_slots(draft.setting().layout)) {
        if (names(slot.pattern, vocabulary::BuiltIn::wordmark)) return logo_in(draft, slot);
    }
    return std::nullopt;
}

void put_sticker(SlideDraft& draft, const std::string& words) {
    const auto* slot = draft.slot("sticker");
    if (!slot || words.empty()) return;
    const auto ground = draft.ground_of(slot);
    put_sticker_at(draft, words, draft.rect(*slot), draft.style("slide-sticker", ground).align, ground);
}

double put_sticker_at(SlideDraft& draft, const std::string& words, const base::Rect& at, style::Align align,
                      const GroundName& ground) {
    const auto& look = draft.style("slide-sticker", ground);
    auto& s = draft.setting();
    const double width = sticker_width(s, words, look);
    const base::Rect box{align == style::Align::left ? at.x : at.right() - width, at.y, width, sticker_height(look)};
    draft.add(sticker_frame(box, look.color));
    draft.put({box.x + kStickerPad, box.y + kStickerRise, width - 2 * kStickerPad, look.leading},
              {{plain_words(words), "slide-sticker"}}, ground);
    return width;
}

}  // namespace precis::layout
