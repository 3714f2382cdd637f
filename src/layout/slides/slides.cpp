// Parts in the layout's order, each section by its plan. A section with inner sections begins with a divider.
#include "layout/slides/slides.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "diag/codes.h"
#include "doc/parts.h"
#include "layout/blocks/blocks.h"
#include "layout/blocks/runs.h"
#include "layout/codes.h"
#include "layout/slides/codes.h"
#include "layout/slides/slide_content.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
using style::Part;
namespace {

class Deck {
  public:
    /// `count`: of all slides; 0: unknown.
    Deck(Setting& s, std::size_t count) : s_(s), count_(count) {}

    std::vector<scene::Page> run() {
        section_count_ = static_cast<int>(s_.document.sections.size());
        for (const auto& part : s_.layout.parts) add_part(part);
        return std::move(pages_);
    }

  private:
    /// The kind of that name; nullptr if the layout has none.
    const style::SlideKind* find_kind(std::string_view name) const {
        for (const auto& kind : s_.layout.slides) {
            if (kind.name == name) return &kind;
        }
        return nullptr;
    }

    /// The same, with an error at `where` if the layout has none.
    const style::SlideKind* require_kind(const std::string& name, diag::Span where) {
        const auto* match = find_kind(name);
        if (match) return match;
        std::string names;
        for (const auto& kind : s_.layout.slides) names += (names.empty() ? "" : ", ") + kind.name;
        s_.out.push_back(diag::error(diag::code::unknown_name, where,
                                     fmt::format("the layout has no slides of the kind “{}”", name),
                                     fmt::format("choose one of: {}", names)));
        return nullptr;
    }

    /// `of`: what the slide shows beyond its part or section.
    void add_slide(SlideDraft&& draft, const std::string& title, const std::string& notes, const std::string& of = {}) {
        const auto number = next_number();
        if (draft.slot("headline")) put_foot(draft, place(number));
        auto page = std::move(draft).finish(title, notes);
        page.label = fmt::format("{}", number);
        const auto key = of.empty() ? topic_ : topic_ + "/" + of;
        const auto nth = ++keys_[key];  // slides that continue have the number of their turn
        page.slide->key = nth > 1 ? fmt::format("{}~{}", key, nth) : key;
        pages_.push_back(std::move(page));
    }

    /// The number of the slide that is added next.
    std::size_t next_number() const { return pages_.size() + static_cast<std::size_t>(s_.document.first_page); }
    PagePlace place(std::size_t number) const { return {tracker_.label, number, count_}; }

    void put_head(SlideDraft& draft, const doc::Inlines& headline, bool continued) {
        const double right = put_headline(draft, headline, continued);
        put_tracker(draft, tracker_, right);
    }

    /// A part's headline: the briefing's, else a word of the layout or the language.
    doc::Inlines title_of(const style::PartRule& rule) const {
        const auto own = s_.document.headlines.find(rule.part);
        if (own != s_.document.headlines.end()) return own->second;
        return plain_words(label_of(s_, rule, word_key(rule.part)));
    }

    /// Adds a part whose entries take as many slides as they need. `put(draft, from)` returns how many it placed.
    template <class Put>
    void add_entries(const style::PartRule& rule, std::size_t count, Put put) {
        const auto* kind = find_kind(rule.slide);
        if (!kind) return;
        const auto title = title_of(rule);
        const auto takeaway = s_.document.takeaways.find(rule.part);
        for (std::size_t done = 0; done < count;) {
            SlideDraft draft(s_, *kind);
            const bool concludes = done == 0 && takeaway != s_.document.takeaways.end();
            if (concludes && !draft.slot("takeaway")) report_lack(draft, "a `takeaway`", span_of(takeaway->second));
            if (!concludes) draft.leave_empty("takeaway");
            put_head(draft, title, done > 0);
            const auto placed = put(draft, done);
            if (placed == 0) {
                draft.report_overflow(vocabulary::name_of(rule.part), 1, 0, rule.span);
                return;
            }
            if (concludes) put_takeaway(draft, takeaway->second);
            done += placed;
            add_slide(std::move(draft), doc::plain_text(title), {});
            if (done < count && !may_continue(rule.span, fmt::format("the part “{}”", vocabulary::name_of(rule.part))))
                return;
        }
    }

    void add_part(const style::PartRule& rule) {
        const auto& d = s_.document;
        tracker_ = {s_.locale.word("summary"), -1, section_count_, {}};
        topic_ = vocabulary::name_of(rule.part);
        switch (rule.part) {
            case Part::title:
                return add_cover(rule);
            case Part::contents:
                return add_agenda(rule);
            case Part::sections:
                return add_sections(rule, d.sections);
            case Part::appendix:
                return add_appendix(rule);
            case Part::findings:
                return add_findings(rule);
            case Part::key_figures:
                tracker_.label = s_.locale.word("key-figures");
                return add_figures(rule);
            case Part::recommendations:
                tracker_.label = s_.locale.word("recommendations");
                return add_items(rule, d.recommendations, put_cards);
            case Part::watch:
                tracker_.label = s_.locale.word("watch");
                return add_items(rule, d.watch, put_dates);
            case Part::sources:
                tracker_ = {s_.locale.word("appendix"), -1, 0, {}};
                return add_entries(rule, d.sources.size(), [&](SlideDraft& draft, std::size_t from) {
                    return put_sources(draft, d.sources, from);
                });
            case Part::glossary:
                tracker_ = {s_.locale.word("appendix"), -1, 0, {}};
                return add_entries(rule, d.glossary.size(), [&](SlideDraft& draft, std::size_t from) {
                    const auto placed = put_glossary(draft, d.glossary, from);
                    SlideNotes notes;
                    for (auto i = from; i < from + placed; ++i) add_cited(d.glossary[i].definition, notes.cited);
                    put_notes(draft, notes);
                    return placed;
                });
            case Part::authors:
                if (!doc::has(d, Part::authors)) return;
                tracker_ = {{}, -1, 0, {}};
                return add_entries(rule, d.authors.size(), [&](SlideDraft& draft, std::size_t from) {
                    return put_authors(draft, d.authors, rule.photos, from);
                });
            case Part::foreword:
                return add_text(rule, text_entries(d.foreword));
            case Part::summary:
                return add_text(rule, text_entries(d.summary));
            case Part::method:
                return add_text(rule, text_entries(d.method));
            case Part::disclosure:
                return add_text(rule, text_entries(d.disclosure));
            case Part::related:
                return add_text(rule, text_entries(d.related));
            case Part::about:
                return add_text(rule, text_entries(d.about));
            case Part::masthead:
            case Part::cover:
            case Part::exhibits:
            case Part::list_of_exhibits:
            case Part::notes:
            case Part::index:
                return;  // of pages alone: style refuses them
            case Part::changes:
                return add_changes(rule);
        }
    }

    void add_text(const style::PartRule& rule, const std::vector<SlideEntry>& entries) {
        tracker_.label = {};  // the headline says what it is
        add_entries(rule, entries.size(), [&](SlideDraft& draft, std::size_t from) {
            const auto placed = put_text(draft, entries, from);
            SlideNotes notes;
            for (auto i = from; i < from + placed; ++i)
                for (const auto& text : entries[i].texts) add_cited(text.words, notes.cited);
            put_notes(draft, notes);
            return placed;
        });
    }

    void add_figures(const style::PartRule& rule) {
        const auto& figures = s_.document.key_figures;
        add_entries(rule, figures.size(), [&](SlideDraft& draft, std::size_t from) {
            const auto placed = put_figures(draft, figures, from);
            SlideNotes notes;
            cite_figures(figures, from, placed, notes);
            put_notes(draft, notes);
            return placed;
        });
    }

    static void cite_figures(const std::vector<doc::KeyFigure>& figures, std::size_t from, std::size_t count,
                             SlideNotes& notes) {
        for (auto i = from; i < from + count; ++i) {
            add_cited(figures[i].label, notes.cited);
            add_cited(figures[i].detail, notes.cited);
        }
    }

    template <class Put>
    void add_items(const style::PartRule& rule, const std::vector<doc::Item>& items, Put put) {
        add_entries(rule, items.size(), [&](SlideDraft& draft, std::size_t from) {
            const auto placed = put(draft, items, from);
            SlideNotes notes;
            for (auto i = from; i < from + placed; ++i) add_cited(items[i].text, notes.cited);
            put_notes(draft, notes);
            return placed;
        });
    }

    void add_findings(const style::PartRule& rule) {
        add_items(rule, s_.document.findings,
                  [&](SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
                      const auto placed = put_findings(draft, items, from);
                      // The side panel only previews the recommendations; their own slide has them all, so overflow
                      // here is fine.
                      if (from == 0) (void)put_actions(draft, s_.document.recommendations, 0);
                      return placed;
                  });
    }

    void add_agenda(const style::PartRule& rule) {
        if (!find_kind(rule.slide) || section_count_ < 2) return;
        tracker_.label = {};
        const auto entries = agenda_of(s_);
        add_entries(rule, entries.size(), [&](SlideDraft& draft, std::size_t from) {
            const auto placed = put_agenda(draft, entries, from);
            SlideNotes notes;
            for (auto i = from; i < from + placed; ++i) {
                add_cited(entries[i].headline, notes.cited);
                if (!entries[i].figure || placed > kMostTallRows) continue;
                add_cited(entries[i].figure->label, notes.cited);
                add_cited(entries[i].figure->detail, notes.cited);
            }
            put_notes(draft, notes);
            return placed;
        });
    }

    void add_cover(const style::PartRule& rule) {
        const auto* kind = find_kind(rule.slide.empty() ? "cover" : rule.slide);
        if (!kind) return;
        SlideDraft draft(s_, *kind);
        put_cover(draft);
        add_slide(std::move(draft), doc::plain_text(s_.document.title), {});
    }

    /// `number`: of the section; 0: none.
    void add_divider(const doc::Inlines& title, const doc::Inlines& below, int number, const std::string& anchor,
                     const std::string& sticker = {}) {
        const auto* kind = find_kind(divider_);
        if (!kind) return;
        SlideDraft draft(s_, *kind);
        tag(draft, sticker, s_.document.span);
        if (!anchor.empty()) draft.add_anchor(anchor);
        put_tracker(draft, tracker_);
        put_divider(draft, title, below, number);
        put_foot(draft, place(next_number()));
        add_slide(std::move(draft), doc::plain_text(title), {});
    }

    /// Puts the slide's tag; a warning at `where` if its kind has no place for one.
    void tag(SlideDraft& draft, const std::string& sticker, const diag::Span& where) {
        if (sticker.empty()) return;
        if (draft.slot("sticker")) return put_sticker(draft, sticker);
        s_.out.push_back(
            diag::warning(diag::code::piece_not_shown, where,
                          fmt::format("a slide “{}” has no place for the sticker “{}”", draft.kind().name, sticker),
                          "give the layout's kind a slot `sticker`"));
    }

    void add_sections(const style::PartRule& rule, const std::vector<doc::Section>& sections) {
        divider_ = rule.slide.empty() ? "divider" : rule.slide;
        for (std::size_t i = 0; i < sections.size(); ++i) {
            tracker_ = {sections[i].short_title, static_cast<int>(i), section_count_, sections[i].span};
            add_top_section(sections[i], static_cast<int>(i) + 1);
        }
    }

    void add_appendix(const style::PartRule& rule) {
        if (s_.document.appendix.empty()) return;
        divider_ = rule.slide.empty() ? "divider" : rule.slide;
        tracker_ = {s_.locale.word("appendix"), -1, 0, {}};
        add_divider(title_of(rule), {}, 0, "appendix");
        for (const auto& section : s_.document.appendix) add_top_section(section, 0);
    }

    void add_changes(const style::PartRule& rule) {
        tracker_ = {s_.locale.word("changes"), -1, 0, {}};
        for (auto section : s_.document.changes) {
            const auto own = s_.document.headlines.find(rule.part);
            if (own != s_.document.headlines.end()) section.headline = own->second;
            const auto takeaway = s_.document.takeaways.find(rule.part);
            if (takeaway != s_.document.takeaways.end()) section.takeaway = takeaway->second;
            doc::SlideChoice choice;
            choice.kind = section.exhibits.empty() ? "points" : rule.slide;
            choice.span = rule.span;
            choice.headline = section.headline;
            choice.takeaway = section.takeaway;
            if (section.exhibits.empty())
                choice.points = section.points;
            else
                choice.exhibits = {0};
            section.slides = {std::move(choice)};
            add_top_section(section, 0);
        }
    }

    /// The section without the pieces that the layout leaves out; nullopt if it shows all.
    std::optional<doc::Section> without_hidden_pieces(const doc::Section& section) const {
        using Piece = style::SectionPiece;
        const auto hides = [&](Piece piece) { return !shows(s_, piece); };
        if (!hides(Piece::headline) && !hides(Piece::exhibits) && !hides(Piece::points) && !hides(Piece::takeaway))
            return std::nullopt;
        auto shown = section;
        if (hides(Piece::headline)) shown.headline = shown.title;
        if (hides(Piece::exhibits)) shown.exhibits.clear();
        if (hides(Piece::points)) shown.points.clear();
        if (hides(Piece::takeaway)) shown.takeaway.clear();
        for (auto& slide : shown.slides) {
            if (hides(Piece::exhibits)) slide.exhibits.clear();
            if (hides(Piece::points)) slide.points.clear();
            if (hides(Piece::takeaway)) slide.takeaway.clear();
        }
        return shown;
    }

    /// Warns if the section has no slide.
    void add_top_section(const doc::Section& section, int number) {
        const auto before = pages_.size();
        add_section(section, number);
        const bool answered = std::find(section.because.begin(), section.because.end(),
                                        to_string(code::section_without_slide)) != section.because.end();
        if (pages_.size() > before || answered) return;
        s_.out.push_back(diag::warning(
            code::section_without_slide, section.span,
            fmt::format("section “{}” has no slide in this deck: it has neither exhibits nor `points`", section.id),
            "give it `points:` or `slides:`, or leave it out with `for:`"));
    }

    void add_section(const doc::Section& section, int number) {
        auto anchor = section.id;
        topic_ = section.id;
        if (!section.sections.empty()) {
            add_divider(section.title, section.headline, number, anchor,
                        shows(s_, style::SectionPiece::sticker) ? section.sticker : std::string());
            anchor.clear();
        }
        const auto reduced = without_hidden_pieces(section);
        auto plan = plan_of(reduced ? *reduced : section);
        if (!plan.empty()) {
            plan.front().anchor = anchor;
            if (plan.front().notes.empty()) plan.front().notes = section.speaker_notes;
        }
        for (const auto& content : plan) add_planned(content);
        for (const auto& inner : section.sections) add_section(inner, 0);
    }

    /// What is left of a planned slide after the slides made so far.
    struct Rest {
        std::vector<doc::Inlines> points;
        SlideTable table;
        std::size_t figure = 0;  // next of the key figures
        bool first = true;       // no slide has been made yet
    };

    /// Adds a planned slide, and those on which its points, rows or figures continue.
    void add_planned(const SlideContent& content) {
        const auto* kind = require_kind(content.kind, content.span);
        if (!kind) return;
        Rest rest;
        rest.points = content.points;
        for (bool more = true; more; rest.first = false) {
            SlideDraft draft(s_, *kind);
            const bool beside = !draft.slots("exhibit").empty(), has_place = takes_points(draft);
            const auto point_count = rest.points.size();
            more = put_content(draft, content, rest);
            const bool stuck =
                rest.points.size() == point_count && !rest.points.empty() && has_place && (!beside || !rest.first);
            if (!draft.slot("headline")) put_foot(draft, place(next_number()));
            add_slide(std::move(draft), doc::plain_text(content.headline), rest.first ? content.notes : std::string(),
                      content.exhibits.empty() ? std::string() : content.exhibits[0]->id);
            if (stuck) {
                s_.out.push_back(diag::error(code::text_overflows, span_of(rest.points[0]),
                                             "this point is too long for a slide", "divide it into two points"));
                return;
            }
            if (rest.points.empty()) {
                if (more && !may_continue(content.span, "the slide")) return;
                continue;
            }
            if (!has_place) return;  // check_content has said so; a further slide would have none either
            if (!may_continue(span_of(rest.points[0]), "from this point on, the slide")) return;
            // Beside the exhibit there is no more room: the other points have slides of their own.
            const auto* points_alone = find_kind("points");
            if (beside && points_alone && SlideDraft(s_, *points_alone).slot("points")) kind = points_alone;
            more = true;
        }
    }

    /// Puts all contents that have room on one slide and takes them off the rest. True if rows or figures are left.
    bool put_content(SlideDraft& draft, const SlideContent& content, Rest& rest) {
        if (rest.first) {
            if (!content.anchor.empty()) draft.add_anchor(content.anchor);
            check_content(draft, content);
        }
        if (!rest.first || content.takeaway.empty()) draft.leave_empty("takeaway");
        if (content.points.empty()) draft.leave_empty("points");
        if (draft.slot("headline")) {
            put_head(draft, content.headline, !rest.first);
        } else {
            put_words(draft, "title", content.headline, "slide-cover", scene::Role::heading, scene::Placeholder::title);
            put_tracker(draft, tracker_);
        }
        tag(draft, sticker_of(s_, content), content.span);
        SlideNotes notes;
        std::vector<const doc::Exhibit*> shown;
        for (const auto* exhibit : content.exhibits)
            if (rest.first || exhibit == content.exhibits.front()) shown.push_back(exhibit);
        make_room_for_notes(draft, shown);
        if (rest.first) put_exhibits(draft, content, notes);
        bool more = false;
        if (const auto* table = table_of(content); table && draft.slot("table")) {
            put_table(draft, *content.exhibits[0], *table, rest.table, says_more(*content.exhibits[0], content));
            more = !rest.table.done();
            notes.exhibits = {content.exhibits[0]};
        }
        if (!content.key_figures.empty() && draft.slot("figures")) {
            const auto placed = put_figures(draft, content.key_figures, rest.figure);
            cite_figures(content.key_figures, rest.figure, placed, notes);
            rest.figure += placed;
            more = more || (placed > 0 && rest.figure < content.key_figures.size());
        }
        if (rest.first) put_columns(draft, content.columns);
        const bool beside = !draft.slots("exhibit").empty();
        const auto placed = std::min(put_any_points(draft, rest.points, beside), rest.points.size());
        for (std::size_t i = 0; i < placed; ++i) add_cited(rest.points[i], notes.cited);
        rest.points.erase(rest.points.begin(), rest.points.begin() + static_cast<std::ptrdiff_t>(placed));
        if (rest.first) put_takeaway(draft, content.takeaway);
        add_cited(content.takeaway, notes.cited);
        for (const auto& column : content.columns) {
            add_cited(column.title, notes.cited);
            add_cited(column.lead, notes.cited);
            for (const auto& point : column.points) add_cited(point, notes.cited);
        }
        put_notes(draft, notes);
        return more;
    }

    /// False, with an error, if the layout lets nothing continue on a further slide.
    bool may_continue(const diag::Span& where, std::string_view what) {
        if (s_.layout.overflow_continues) return true;
        s_.out.push_back(diag::error(code::text_overflows, where,
                                     fmt::format("{} has no more room, and the layout allows no further slide", what),
                                     "cut what does not fit, or write “overflow: continue” in the layout"));
        return false;
    }

    Setting& s_;
    std::vector<scene::Page> pages_;
    std::string topic_;                // the part or section at hand, for the keys of its slides
    std::map<std::string, int> keys_;  // how often each was given
    std::size_t count_ = 0;
    Tracker tracker_;
    std::string divider_ = "divider";  // the kind of the dividers of the part at hand
    int section_count_ = 0;
};

}  // namespace

std::vector<scene::Page> slides_of(Setting& s) {
    const auto& f = s.layout.footer;
    const auto counts = [](const std::string& pattern) { return names(pattern, vocabulary::BuiltIn::pages); };
    if (!counts(f.left) && !counts(f.center) && !counts(f.right)) return Deck(s, 0).run();
    Trial trial(s);
    const auto count = Deck(trial.setting(), 0).run().size();
    return Deck(s, count).run();
}

}  // namespace precis::layout
