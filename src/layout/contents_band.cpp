// The contents: parts and chapters with their pages, below each chapter its sections and exhibits. The pages are those
// of the round before; composing again settles them.
#include <algorithm>
#include <array>

#include "layout/bands.h"
#include "layout/runs.h"

namespace precis::layout {
namespace {

constexpr double kPage = 26;    // room for a page number
constexpr double kNumber = 52;  // "Figure 12" before an exhibit's title
constexpr std::array<std::string_view, 8> kListed = {"foreword", "findings", "recommendations", "watch",
                                                     "method",   "sources",  "related",         "about"};

class Contents {
  public:
    Contents(Setting& s, const style::PartRule& part, Band& band) : s_(s), part_(part), band_(band) {
        text_x_ = column_left(s.layout, 4);
        s.pages_asked = true;
    }

    void run() {
        auto label = label_piece(s_, part_, "contents", false);
        path_ = {label.path.front(), mark(s_, scene::Role::contents)};
        label.height = on_grid(s_, label.height) + s_.layout.grid.baseline;
        band_.rows.push_back(std::move(label));
        for (const auto& part : s_.layout.parts) {
            if (part.part == "sections")
                chapters(s_.document.sections);
            else if (part.part == "appendix")
                chapters(s_.document.appendix);
            else if (shown(part)) {
                const auto words = part.label.empty() ? s_.locale.word(part.part) : part.label;
                chapter({doc::Words{words, {}, {}, {}, {}, {}, {}}}, "part-" + part.part);
            }
        }
        auto& last = band_.rows.back();
        last.items.push_back(rule(band_.strip.x, last.height, band_.strip.width, 0.5, s_.layout.color("tertiary")));
    }

  private:
    bool shown(const style::PartRule& part) const {
        const auto& d = s_.document;
        if (std::find(kListed.begin(), kListed.end(), part.part) == kListed.end()) return false;
        if (part.part == "foreword") return !d.foreword.empty();
        if (part.part == "findings") return !d.findings.empty();
        if (part.part == "recommendations") return !d.recommendations.empty();
        if (part.part == "watch") return !d.watch.empty();
        if (part.part == "method") return !d.method.empty();
        if (part.part == "sources") return !d.sources.empty();
        if (part.part == "related") return !d.related.empty();
        return !d.about.empty();
    }

    void chapters(const std::vector<doc::Section>& sections) {
        for (const auto& section : sections) {
            chapter(section.title, section.id);
            below(section);
        }
    }

    void below(const doc::Section& section) {
        for (const auto& block : section.body) {  // exhibits in the order in which they stand
            const auto* place = std::get_if<doc::ExhibitPlace>(&block.content);
            if (!place || place->index >= section.exhibits.size()) continue;
            const auto& exhibit = section.exhibits[place->index];
            entry(exhibit.number, exhibit.title, exhibit.id);
        }
        for (const auto& inner : section.sections) {
            entry({}, inner.title, inner.id);
            below(inner);
        }
    }

    // Words from x on, linked, with the page right-aligned on the strip's edge.
    Piece line(const doc::Inlines& words, const std::string& target, const char* style_name, double x, double top) {
        const auto& style = s_.style(style_name);
        Piece row;
        row.path = path_;
        auto entry = mark(s_, scene::Role::contents_entry);
        auto runs = runs_of(s_, words, style);
        for (auto& run : runs) run.link = "#" + target;
        auto set = set_runs(s_, std::move(runs), style, band_.strip.right_x() - kPage - x);
        shift(set.items, x, top);
        auto page_style = style;
        page_style.align = style::Align::right;
        page_style.figures = style::Figures::tabular;
        const auto page = s_.page_of.find(target);
        auto number = set_text(s_, page == s_.page_of.end() ? "0" : page->second, page_style, kPage);
        shift(number.items, band_.strip.right_x() - kPage, top + set.height - number.height);
        entry.items = std::move(set.items);
        std::move(number.items.begin(), number.items.end(), std::back_inserter(entry.items));
        row.items.emplace_back(std::move(entry));
        row.height = top + set.height;
        return row;
    }

    void chapter(const doc::Inlines& words, const std::string& target) {
        auto row = line(words, target, "contents-chapter", band_.strip.x, 7);
        row.items.insert(row.items.begin(),
                         rule(band_.strip.x, 0, band_.strip.width, 0.5, s_.layout.color("tertiary")));
        row.height += 3.5;
        row.before = band_.rows.size() > 1 ? 7 : 0;
        row.keep_next = true;
        band_.rows.push_back(std::move(row));
    }

    void entry(const std::string& number, const doc::Inlines& words, const std::string& target) {
        auto row = line(words, target, "contents-entry", text_x_ + (number.empty() ? 0 : kNumber), 1.5);
        if (!number.empty()) {
            auto set = set_text(s_, number, s_.style("contents-number"), kNumber);
            shift(set.items, text_x_, 1.5);
            auto* entry_mark = std::get_if<scene::Mark>(&row.items.front());
            entry_mark->items.insert(entry_mark->items.begin(), std::make_move_iterator(set.items.begin()),
                                     std::make_move_iterator(set.items.end()));
        }
        if (!band_.rows.empty()) band_.rows.back().keep_next = true;
        band_.rows.push_back(std::move(row));
    }

    Setting& s_;
    const style::PartRule& part_;
    Band& band_;
    Path path_;
    double text_x_ = 0;
};

}  // namespace

void contents_band(Setting& s, const style::PartRule& part, Band& band) {
    Contents(s, part, band).run();
    if (band.rows.size() < 2) band.rows.clear();
}

}  // namespace precis::layout
