// The marks of a slide's text keep it as paragraphs (scene::TextBlock) and tables as cells: they are written in the
// slide's reading order. Charts are drawn anew for the narrow page.
#include "web/slide_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "doc/exhibits.h"
#include "web/exhibits.h"

namespace precis::web {
namespace {

constexpr double kLarge = 26, kSmall = 13;  // of a slide's letters, points

class SlideWords {
  public:
    SlideWords(Writing& w, html::Writer& out, const std::string& id, const std::string& title)
        : w_(w), out_(out), id_(id), title_(title) {}

    void items(const std::vector<scene::Item>& items) {
        for (const auto& item : items) {
            if (const auto* mark = std::get_if<scene::Mark>(&item))
                this->mark(*mark);
            else if (const auto* group = std::get_if<scene::Group>(&item))
                this->items(group->items);
        }
    }

  private:
    void mark(const scene::Mark& mark) {
        if (scene::is_artifact(mark.role)) return;
        if (const auto* text = std::get_if<scene::TextBlock>(&mark.content)) return block(*text);
        if (const auto* table = std::get_if<scene::TableData>(&mark.content)) return this->table(*table);
        if (mark.role == scene::Role::figure) return figure(mark);
        items(mark.items);
    }

    /// An exhibit is drawn for the phone. Of other drawings those without words are made smaller; for the rest there
    /// are the words that stand for them.
    void figure(const scene::Mark& mark) {
        for (const auto* exhibit : doc::every_exhibit(w_.document)) {
            if (mark.id.empty() || exhibit->id != mark.id) continue;
            const auto drawing = phone_drawing(w_, *exhibit, fmt::format("{}-{}", id_, ++drawn_));
            if (drawing.empty()) break;
            out_.open("figure", {{"class", "x"}}).open("figcaption").close().raw(drawing).close().line();
            return;
        }
        const auto bounds = scene::bounds(mark.items);
        if (!has_words(mark.items) && !bounds.empty()) {
            scene::Group group;
            group.transform = {1, 0, 0, 1, -bounds.x, -bounds.y};
            group.items = mark.items;
            Svg about{fmt::format("{}-{}", id_, ++drawn_), "pic", 1, mark.alternative, false, {}};
            out_.raw(svg_of({std::move(group)}, {bounds.width, bounds.height}, about, w_.look(), w_.diagnostics));
            return;
        }
        if (!mark.alternative.empty()) out_.element("p", {{"class", "alt"}}, mark.alternative).line();
    }

    static bool has_words(const std::vector<scene::Item>& items) {
        return std::any_of(items.begin(), items.end(), [](const scene::Item& item) {
            if (const auto* group = std::get_if<scene::Group>(&item)) return has_words(group->items);
            if (const auto* mark = std::get_if<scene::Mark>(&item)) return has_words(mark->items);
            return std::holds_alternative<scene::GlyphRun>(item);
        });
    }

    static std::string words_of(const scene::TextParagraph& paragraph) {
        std::string words;
        for (const auto& run : paragraph.runs)
            if (!run.superscript) words += run.text;
        return words;
    }

    void block(const scene::TextBlock& text) {
        for (const auto& paragraph : text.paragraphs) {
            const auto words = words_of(paragraph);
            // The headline is the section's heading.
            if (words.find_first_not_of(" \n") == std::string::npos) continue;
            if (text.placeholder == scene::Placeholder::title && text.paragraphs.size() == 1 && is_title(words))
                continue;
            double size = 0;
            bool strong = true;
            for (const auto& run : paragraph.runs) {
                size = std::max(size, run.size);
                strong = strong && (run.superscript || run.face.weight >= 600);
            }
            std::string classes = size >= kLarge ? "xl" : size <= kSmall ? "sm" : "";
            if (strong) classes += classes.empty() ? "b" : " b";
            out_.open("p", classes.empty() ? html::Attributes{} : html::Attributes{{"class", classes}});
            for (const auto& run : paragraph.runs) this->run(run, strong);
            out_.close().line();
        }
    }

    bool is_title(const std::string& words) const {
        const auto bare = [](const std::string& text) {
            std::string out;
            for (const char c : text)
                if (c != ' ' && c != '\n') out += c;
            return out;
        };
        return bare(words) == bare(title_);
    }

    void run(const scene::TextRun& run, bool strong) {
        std::size_t open = 0;
        if (run.superscript) out_.open("sup", {{"class", "c"}}), ++open;
        if (!run.link.empty()) {
            const auto address = run.link[0] == '#' ? "#" + id_of(run.link.substr(1)) : run.link;
            out_.open("a", {{"href", address}});
            ++open;
        }
        if (!strong && run.face.weight >= 600) out_.open("b"), ++open;
        // A number keeps its own order of sign, figures and unit.
        if (w_.locale.right_to_left() && !runs_leftwards(run.text)) out_.open("bdi", {{"dir", "ltr"}}), ++open;
        auto text = run.text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        out_.text(text);
        for (; open > 0; --open) out_.close();
    }

    void table(scene::TableData table) {
        if (table.rows.empty()) return;
        // Mirrored pages have the first column at the right.
        if (w_.locale.right_to_left())
            for (auto& row : table.rows) std::reverse(row.begin(), row.end());
        const auto heads = std::min(table.head_rows, table.rows.size());
        std::vector<std::string> labels;
        if (heads > 0)
            for (const auto& cell : table.rows[heads - 1]) labels.push_back(words_of(cell));
        out_.open("table", {{"class", "tab words"}, {"role", "table"}}).open("tbody", {{"role", "rowgroup"}});
        for (std::size_t r = heads; r < table.rows.size(); ++r) {
            out_.open("tr", {{"role", "row"}});
            for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
                const auto words = words_of(table.rows[r][c]);
                html::Attributes attributes{{"role", c == 0 ? "rowheader" : "cell"}};
                if (c == 0) attributes.emplace_back("scope", "row");
                if (c > 0 && c < labels.size() && !labels[c].empty() && !words.empty())
                    attributes.emplace_back("data-l", labels[c]);
                out_.element(c == 0 ? "th" : "td", attributes, words);
            }
            out_.close().line();
        }
        out_.close().close().line();
    }

    Writing& w_;
    html::Writer& out_;
    const std::string& id_;
    const std::string& title_;
    int drawn_ = 0;
};

}  // namespace

void slide_words(Writing& w, html::Writer& out, const scene::Page& slide, const std::string& id,
                 const std::string& title) {
    out.open("div", {{"class", "rd"}}).line();
    SlideWords(w, out, id, title).items(slide.items);
    out.close().line();
}

}  // namespace precis::web
