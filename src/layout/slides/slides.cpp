// Slides: parts in the layout's order, each section by its plan; what does not fit in a slot goes on to a further
// slide. A section with sections of its own begins with a divider.
#include "layout/slides/slides.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "layout/blocks/runs.h"
#include "layout/slides/codes.h"
#include "layout/slides/slide_content.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

class Deck {
  public:
    explicit Deck(Setting& s) : s_(s) {}

    std::vector<scene::Page> run() {
        sections_ = static_cast<int>(s_.document.sections.size());
        for (const auto& part : s_.layout.parts) this->part(part);
        return std::move(pages_);
    }

  private:
    const style::SlideKind* kind(std::string_view name) const {
        for (const auto& one : s_.layout.slides) {
            if (one.name == name) return &one;
        }
        return nullptr;
    }

    /// The kind of that name; an error at `where` if the layout has none.
    const style::SlideKind* wanted(const std::string& name, diag::Span where) {
        const auto* found = kind(name);
        if (found) return found;
        std::string names;
        for (const auto& one : s_.layout.slides) names += (names.empty() ? "" : ", ") + one.name;
        s_.out.push_back(diag::error(diag::code::unknown_name, where,
                                     fmt::format("the layout has no slides of the kind “{}”", name),
                                     fmt::format("choose one of: {}", names)));
        return nullptr;
    }

    void close(SlideDraft&& draft, const std::string& title, const std::string& notes) {
        const auto number = pages_.size() + 1;
        if (draft.slot("headline")) put_foot(draft, number);
        auto page = std::move(draft).finish(title, notes);
        page.label = fmt::format("{}", number);
        pages_.push_back(std::move(page));
    }

    void head(SlideDraft& draft, const doc::Inlines& headline, bool continued) {
        put_headline(draft, headline, continued);
        put_tracker(draft, tracker_);
    }

    doc::Inlines title_of(const std::string& part, const std::string& word) const {
        const auto own = s_.document.headlines.find(part);
        return own != s_.document.headlines.end() ? own->second : plain_words(word_of(s_, word));
    }

    /// A part whose items go on over as many slides as they need. `put` gives how many it placed.
    template <class Put>
    void run_on(const style::PartRule& rule, const doc::Inlines& title, std::size_t count, Put put) {
        const auto* form = kind(rule.slide);
        if (!form) return;
        const auto said = s_.document.takeaways.find(rule.part);
        for (std::size_t done = 0; done < count;) {
            SlideDraft draft(s_, *form);
            const bool taken = done == 0 && said != s_.document.takeaways.end();
            if (taken && !draft.slot("takeaway")) say_lack(draft, "a `takeaway`", span_of(said->second));
            if (!taken) draft.without("takeaway");
            head(draft, title, done > 0);
            const auto placed = put(draft, done);
            if (placed == 0) {
                draft.overflows(rule.part, 1, 0, rule.span);
                return;
            }
            if (taken) put_takeaway(draft, said->second);
            done += placed;
            close(std::move(draft), doc::plain_text(title), {});
        }
    }

    void part(const style::PartRule& rule) {
        const auto& d = s_.document;
        tracker_ = {word_of(s_, rule.part == "key-figures" ? "key-figures" : "summary"), -1, sections_, {}};
        if (rule.part == "title") return cover(rule);
        if (rule.part == "contents") return agenda(rule);
        if (rule.part == "sections") return sections(d.sections);
        if (rule.part == "appendix") return appendix(rule);
        if (rule.part == "findings") return findings(rule);
        if (rule.part == "key-figures") {
            return run_on(rule, title_of("key-figures", "key-figures"), d.key_figures.size(),
                          [&](SlideDraft& draft, std::size_t from) {
                              const auto placed = put_figures(draft, d.key_figures, from);
                              SlideNotes notes;
                              for (auto i = from; i < from + placed; ++i) {
                                  cite(d.key_figures[i].label, notes.cited);
                                  cite(d.key_figures[i].detail, notes.cited);
                              }
                              put_notes(draft, notes);
                              return placed;
                          });
        }
        if (rule.part == "recommendations") {
            tracker_.label = s_.locale.word("recommendations");
            return run_on(
                rule, title_of("recommendations", "recommendations"), d.recommendations.size(),
                [&](SlideDraft& draft, std::size_t from) { return items(draft, d.recommendations, from, put_cards); });
        }
        if (rule.part == "watch") {
            tracker_.label = s_.locale.word("watch");
            return run_on(rule, title_of("watch", "watch"), d.watch.size(),
                          [&](SlideDraft& draft, std::size_t from) { return items(draft, d.watch, from, put_dates); });
        }
        if (rule.part == "sources") {
            tracker_ = {s_.locale.word("appendix"), -1, 0, {}};
            return run_on(rule, title_of("sources", "sources"), d.sources.size(),
                          [&](SlideDraft& draft, std::size_t from) { return put_sources(draft, d.sources, from); });
        }
    }

    template <class Put>
    std::size_t items(SlideDraft& draft, const std::vector<doc::Item>& all, std::size_t from, Put put) {
        const auto placed = put(draft, all, from);
        SlideNotes notes;
        for (auto i = from; i < from + placed; ++i) cite(all[i].text, notes.cited);
        put_notes(draft, notes);
        return placed;
    }

    void findings(const style::PartRule& rule) {
        const auto& d = s_.document;
        run_on(rule, title_of("findings", "findings"), d.findings.size(), [&](SlideDraft& draft, std::size_t from) {
            const auto placed = put_findings(draft, d.findings, from);
            // The panel has what stands whole on the slide of all recommendations.
            if (from == 0) (void)put_actions(draft, d.recommendations, 0);
            SlideNotes notes;
            for (auto i = from; i < from + placed; ++i) cite(d.findings[i].text, notes.cited);
            put_notes(draft, notes);
            return placed;
        });
    }

    void agenda(const style::PartRule& rule) {
        const auto* form = kind(rule.slide);
        if (!form || sections_ < 2) return;
        tracker_.label = {};
        std::vector<AgendaEntry> entries;
        for (const auto& section : s_.document.sections) {
            entries.push_back({section.short_title, section.headline, section.id});
        }
        run_on(rule, title_of("contents", "contents"), entries.size(),
               [&](SlideDraft& draft, std::size_t from) { return put_agenda(draft, entries, from); });
    }

    void cover(const style::PartRule& rule) {
        const auto* form = kind(rule.slide.empty() ? "cover" : rule.slide);
        if (!form) return;
        SlideDraft draft(s_, *form);
        put_cover(draft);
        close(std::move(draft), doc::plain_text(s_.document.title), {});
    }

    void divider(const doc::Inlines& title, const doc::Inlines& below, int number, const std::string& anchor) {
        const auto* form = kind("divider");
        if (!form) return;
        SlideDraft draft(s_, *form);
        if (!anchor.empty()) draft.anchor(anchor);
        put_tracker(draft, tracker_);
        put_divider(draft, title, below, number);
        put_foot(draft, pages_.size() + 1);
        close(std::move(draft), doc::plain_text(title), {});
    }

    // ---- sections ------------------------------------------------------------------------------------------------

    void sections(const std::vector<doc::Section>& all) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            tracker_ = {all[i].short_title, static_cast<int>(i), sections_, all[i].span};
            const auto before = pages_.size();
            section(all[i], static_cast<int>(i) + 1);
            if (pages_.size() == before) without_slide(all[i]);
        }
    }

    void without_slide(const doc::Section& section) {
        s_.out.push_back(diag::warning(
            code::section_without_slide, section.span,
            fmt::format("section “{}” has no slide in this deck: it has neither exhibits nor `points`", section.id),
            "give it `points:` or `slides:`, or leave it out with `for:`"));
    }

    void appendix(const style::PartRule&) {
        if (s_.document.appendix.empty()) return;
        tracker_ = {s_.locale.word("appendix"), -1, 0, {}};
        const auto title = title_of("appendix", "appendix");
        divider(title, {}, 0, "appendix");
        for (const auto& one : s_.document.appendix) {
            const auto before = pages_.size();
            section(one, 0);
            if (pages_.size() == before) without_slide(one);
        }
    }

    void section(const doc::Section& section, int number) {
        auto anchor = section.id;
        if (!section.sections.empty()) {
            divider(section.title, section.headline, number, anchor);
            anchor.clear();
        }
        auto plan = plan_of(section);
        for (std::size_t i = 0; i < plan.size(); ++i) {
            if (i == 0) plan[i].anchor = anchor;
            // Notes and takeaway of the section belong to its first slide and its last, where those have none.
            if (i == 0 && plan[i].notes.empty()) plan[i].notes = section.speaker_notes;
            show(plan[i]);
        }
        for (const auto& inner : section.sections) this->section(inner, 0);
    }

    /// One slide, and those on which its points or rows go on.
    void show(const SlideContent& content) {
        const auto* form = wanted(content.kind, content.span);
        if (!form) return;
        SlideContent rest = content;
        std::size_t row = 0, figure = 0;
        for (bool first = true;; first = false) {
            SlideDraft draft(s_, *form);
            if (first) {
                if (!content.anchor.empty()) draft.anchor(content.anchor);
                check_content(draft, content);
            }
            if (!first || content.takeaway.empty()) draft.without("takeaway");
            if (content.points.empty()) draft.without("points");
            const bool titled = form->slots.empty() ? false : draft.slot("headline") != nullptr;
            if (titled) head(draft, content.headline, !first);
            if (!titled) {
                put_words(draft, "title", content.headline, "slide-cover", scene::Role::heading,
                          scene::Placeholder::title);
                put_tracker(draft, tracker_);
            }
            SlideNotes notes;
            const bool beside = !draft.slots("exhibit").empty();
            if (first) put_exhibits(draft, content, notes);
            bool more = false;
            if (const auto* table = table_of(content); table && draft.slot("table")) {
                row += put_table(draft, *content.exhibits[0], *table, row);
                more = row < table->rows.size();
                notes.exhibits = {content.exhibits[0]};
            }
            if (!content.key_figures.empty() && draft.slot("figures")) {
                const auto placed = put_figures(draft, content.key_figures, figure);
                for (auto i = figure; i < figure + placed; ++i) {
                    cite(content.key_figures[i].label, notes.cited);
                    cite(content.key_figures[i].detail, notes.cited);
                }
                figure += placed;
                more = more || (placed > 0 && figure < content.key_figures.size());
            }
            if (first) put_columns(draft, content.columns);
            const auto placed = put_any_points(draft, rest.points, beside);
            for (std::size_t i = 0; i < std::min(placed, rest.points.size()); ++i) cite(rest.points[i], notes.cited);
            rest.points.erase(rest.points.begin(),
                              rest.points.begin() + static_cast<std::ptrdiff_t>(std::min(placed, rest.points.size())));
            if (first) put_takeaway(draft, content.takeaway);
            cite(content.takeaway, notes.cited);
            for (const auto& column : content.columns) {
                for (const auto& point : column.points) cite(point, notes.cited);
            }
            put_notes(draft, notes);
            const bool stuck = placed == 0 && !rest.points.empty() && takes_points(draft) && (!beside || !first);
            if (!titled) put_foot(draft, pages_.size() + 1);
            close(std::move(draft), doc::plain_text(content.headline), first ? content.notes : std::string());
            if (stuck) {
                s_.out.push_back(diag::error(code::text_overflows, span_of(rest.points[0]),
                                             "this point is too long for a slide", "part it into two"));
                return;
            }
            if (!rest.points.empty()) {
                if (!goes_on(rest.points[0])) return;
                // Beside an exhibit there is no more room: the others have a slide to themselves.
                if (beside || form->name == "one-exhibit") form = kind("points") ? kind("points") : form;
                more = true;
            }
            if (!more) return;
        }
    }

    bool goes_on(const doc::Inlines& point) {
        if (s_.layout.overflow_continues) return true;
        s_.out.push_back(diag::error(code::text_overflows, span_of(point),
                                     "from this point on there is no room on the slide, and the layout lets none go on",
                                     "cut points, or write “overflow: continue” in the layout"));
        return false;
    }

    Setting& s_;
    std::vector<scene::Page> pages_;
    Tracker tracker_;
    int sections_ = 0;
};

}  // namespace

std::vector<scene::Page> slides_of(Setting& s) {
    return Deck(s).run();
}

}  // namespace precis::layout
