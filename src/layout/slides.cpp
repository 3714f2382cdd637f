// Slides: each slot of a slide kind takes one thing: the headline, the exhibit, the points, the takeaway, the sources.
#include "layout/slides.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/exhibits.h"
#include "layout/grid.h"
#include "layout/runs.h"

namespace precis::layout {
namespace {

base::Rect slot_rect(const style::Layout& l, const style::Slot& slot) {
    const double inner = l.page.height - l.margins.top - l.margins.bottom;
    const int rows = std::max(1, l.grid.rows);
    const double row = inner / rows;
    return {column_left(l, slot.first_column), l.margins.top + (slot.first_row - 1) * row,
            columns_width(l, slot.first_column, slot.last_column), (slot.last_row - slot.first_row + 1) * row};
}

class Slide {
  public:
    Slide(Setting& s, const std::string& kind) : s_(s) {
        page_.size = s.layout.page;
        page_.slide = scene::Slide{};
        page_.slide->master = kind;
        for (const auto& k : s.layout.slides) {
            if (k.name == kind) kind_ = &k;
        }
    }

    bool has(std::string_view name) const { return slot(name) != nullptr; }

    void text(std::string_view slot_name, const std::vector<doc::Inlines>& paragraphs, const char* style_name,
              scene::Role role, bool bullets = false) {
        const auto* found = slot(slot_name);
        if (!found || paragraphs.empty()) return;
        const auto at = slot_rect(s_.layout, *found);
        const auto& style = s_.style(style_name);
        const double pad = found->panel ? 14 : 0;
        if (found->panel) {
            page_.items.push_back(filled(at, *found->panel));
            page_.items.push_back(filled({at.x, at.y, 4, at.height}, s_.layout.color("vermilion")));
        }
        scene::Mark m = mark(s_, role);
        if (role == scene::Role::heading) m.level = 1;
        scene::TextBlock block;
        block.at = {at.x + pad, at.y, at.width - pad, at.height};
        double y = at.y;
        std::vector<Set> sets;
        double height = 0;
        for (const auto& words : paragraphs) {
            if (words.empty()) continue;
            sets.push_back(set_text(s_, words, style, block.at.width - (bullets ? 14 : 0)));
            if (style.lines > 0 && sets.back().lines > static_cast<std::size_t>(style.lines)) {
                s_.out.push_back(diag::error(diag::Code::headline_too_long, paragraph_span({words}),
                                             fmt::format("the {} takes {} lines, its style allows {}", slot_name,
                                                         sets.back().lines, style.lines),
                                             "say it in fewer words"));
            }
            block.paragraphs.push_back(native(words, style, bullets ? 1 : 0));
            height += sets.back().height + (bullets ? style.after : 0);
        }
        if (found->panel) y += std::max(0.0, (at.height - height) / 2);
        if (height > at.height + 0.5) {
            s_.out.push_back(diag::error(
                diag::Code::text_overflows, paragraph_span(paragraphs),
                fmt::format("the {} needs {:.0f} pt and the slide has {:.0f} pt for it", slot_name, height, at.height),
                "shorten it, or give the slot more rows in the layout"));
        }
        for (auto& set : sets) {
            if (bullets)
                m.items.push_back(filled({block.at.x, y + style.leading / 2 - 2, 4, 4}, s_.layout.color("vermilion")));
            shift(set.items, block.at.x + (bullets ? 14 : 0), y);
            std::move(set.items.begin(), set.items.end(), std::back_inserter(m.items));
            y += set.height + (bullets ? style.after : 0);
        }
        m.content = std::move(block);
        page_.items.emplace_back(std::move(m));
    }

    void exhibit(const doc::Exhibit& e) {
        const auto* found = slot("exhibit");
        const auto* chart = std::get_if<doc::Chart>(&e.content);
        if (!found || !chart) return;
        const auto at = slot_rect(s_.layout, *found);
        double y = at.y;
        for (const auto& [words, style] :
             {std::pair{&e.title, "exhibit-title"}, std::pair{&e.subtitle, "exhibit-subtitle"}}) {
            if (words->empty()) continue;
            auto set = set_text(s_, *words, s_.style(style), at.width);
            auto m = mark(s_, scene::Role::paragraph);
            scene::TextBlock block{{native(*words, s_.style(style), 0)}, {at.x, y, at.width, set.height}};
            shift(set.items, at.x, y);
            m.items = std::move(set.items);
            m.content = std::move(block);
            page_.items.emplace_back(std::move(m));
            y += set.height;
        }
        y += 8;
        auto drawn = plot(s_, e, *chart, at.width, at.bottom() - y);
        if (!drawn) return;
        shift(drawn->items, at.x, y);
        std::move(drawn->items.begin(), drawn->items.end(), std::back_inserter(page_.items));
    }

    scene::Page finish(std::string title, std::string notes) && {
        page_.slide->title = std::move(title);
        page_.slide->speaker_notes = std::move(notes);
        return std::move(page_);
    }

  private:
    const style::Slot* slot(std::string_view name) const {
        if (!kind_) return nullptr;
        for (const auto& candidate : kind_->slots) {
            if (candidate.name == name) return &candidate;
        }
        return nullptr;
    }

    static diag::Span paragraph_span(const std::vector<doc::Inlines>& paragraphs) {
        for (const auto& words : paragraphs) {
            for (const auto& i : words) {
                if (const auto* w = std::get_if<doc::Words>(&i); w && w->span) return w->span;
            }
        }
        return {};
    }

    scene::TextParagraph native(const doc::Inlines& words, const style::TextStyle& style, int level) const {
        scene::TextParagraph p;
        p.leading = style.leading;
        p.bullet_level = level;
        for (const auto& run : runs_of(s_, words, style)) {
            p.runs.push_back({run.text, run.face, run.size, run.color, run.rise > 0, run.link});
        }
        return p;
    }

    Setting& s_;
    const style::SlideKind* kind_ = nullptr;
    scene::Page page_;
};

doc::Inlines plain(const std::string& text) {
    return {doc::Words{text, {}, {}, {}, {}, {}, {}}};
}

void add_section_slides(Setting& s, const doc::Section& section, std::vector<scene::Page>& pages) {
    for (const auto& exhibit : section.exhibits) {
        if (!std::holds_alternative<doc::Chart>(exhibit.content)) continue;
        Slide slide(s, "one-exhibit");
        slide.text("headline", {section.headline}, "headline", scene::Role::heading);
        slide.exhibit(exhibit);
        slide.text("points", section.points, "points", scene::Role::list, true);
        slide.text("takeaway", {section.takeaway}, "takeaway", scene::Role::paragraph);
        slide.text("source", {exhibit.source}, "source", scene::Role::paragraph);
        pages.push_back(std::move(slide).finish(doc::plain_text(section.headline), section.speaker_notes));
    }
    for (const auto& inner : section.sections) add_section_slides(s, inner, pages);
}

}  // namespace

std::vector<scene::Page> slides_of(Setting& s) {
    std::vector<scene::Page> pages;
    for (const auto& part : s.layout.parts) {
        if (part.part == "title") {
            Slide cover(s, part.slide.empty() ? "cover" : part.slide);
            cover.text("title", {s.document.title}, "slide-cover", scene::Role::heading);
            cover.text("subtitle", {s.document.subtitle}, "slide-subtitle", scene::Role::paragraph);
            cover.text("date", {plain(s.document.date)}, "source", scene::Role::paragraph);
            pages.push_back(std::move(cover).finish(doc::plain_text(s.document.title), {}));
        } else if (part.part == "sections") {
            for (const auto& section : s.document.sections) add_section_slides(s, section, pages);
        }
    }
    for (std::size_t i = 0; i < pages.size(); ++i) pages[i].label = fmt::format("{}", i + 1);
    return pages;
}

}  // namespace precis::layout
