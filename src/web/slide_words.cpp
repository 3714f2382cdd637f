// The marks of a slide's text keep it as paragraphs (scene::TextBlock) and tables as cells: they are written in the
// slide's reading order. Charts are drawn anew for the narrow page, tables are written as in reports.
#include "web/slide_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "doc/exhibits.h"
#include "web/exhibits.h"

namespace precis::web {
namespace {

constexpr double kLarge = 26, kSmall = 13;  // of a slide's letters, points
constexpr double kSign = 24;                // the largest side of a drawing that is a sign before words, points
constexpr double kSignScale = 1.3;          // CSS pixels a point of a sign

std::string words_of(const scene::TextParagraph& paragraph) {
    std::string words;
    for (const auto& run : paragraph.runs)
        if (!run.superscript) words += run.text;
    return words;
}

std::string without_spaces(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\n') out += c;
    return out;
}

/// The rows of an exhibit's table that a slide shows, by the words of their first cells; none of rows that the slide
/// divided.
std::optional<doc::Table> rows_shown(const doc::Table& table, const scene::TableData& slide) {
    const auto heads = std::min(slide.head_rows, slide.rows.size());
    const auto count = slide.rows.size() - heads;
    if (count == 0 || count > table.rows.size()) return {};
    const auto first = [](const doc::Table::Row& row) {
        if (row.cells.empty()) return std::string();
        return row.cells[0].text.empty() ? row.cells[0].category : row.cells[0].text;
    };
    for (std::size_t from = 0; from + count <= table.rows.size(); ++from) {
        bool same = true;
        for (std::size_t r = 0; same && r < count; ++r) {
            const auto& cells = slide.rows[heads + r];
            same = !cells.empty() && without_spaces(words_of(cells[0])) == without_spaces(first(table.rows[from + r]));
        }
        if (!same) continue;
        auto shown = table;
        shown.notes.clear();  // the slide prints them
        const auto begin = table.rows.begin() + static_cast<std::ptrdiff_t>(from);
        shown.rows.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
        return shown;
    }
    return {};
}

class SlideWords {
  public:
    SlideWords(Writing& w, html::Writer& out, const std::string& id, const std::string& title, int& counted)
        : w_(w), out_(out), id_(id), title_(title), counted_(counted) {}

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
            named_ = exhibit;
            return;
        }
        const auto bounds = scene::bounds(mark.items);
        if (!has_words(mark.items) && !bounds.empty()) {
            scene::Group group;
            group.transform = {1, 0, 0, 1, -bounds.x, -bounds.y};
            group.items = mark.items;
            const bool sign = std::max(bounds.width, bounds.height) <= kSign;
            Svg about{fmt::format("{}-{}", id_, ++drawn_),
                      sign ? "sg" : "pic",
                      sign ? kSignScale : 1,
                      mark.alternative,
                      false,
                      {}};
            const auto drawn =
                svg_of({std::move(group)}, {bounds.width, bounds.height}, about, w_.look(), w_.diagnostics);
            if (!sign) {
                out_.raw(drawn);
                return;
            }
            before_ = drawn;
            signs_.emplace(mark.alternative, drawn);
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

    /// A number alone in the order of the slide's numbers: it stands before the words that it counts.
    bool counts(const scene::TextBlock& text) {
        if (text.paragraphs.size() != 1 || text.paragraphs[0].runs.size() != 1) return false;
        const auto& run = text.paragraphs[0].runs[0];
        if (run.superscript || !run.value.empty()) return false;
        if (run.text != "1" && run.text != fmt::format("{}", counted_ + 1)) return false;
        counted_ = run.text == "1" ? 1 : counted_ + 1;
        before_ += fmt::format("<span class=\"k0\">{}</span> ", counted_);
        return true;
    }

    /// Whether the words are those of a value that the drawing before them shows with its words.
    bool is_drawn(const scene::TextBlock& text) const {
        const auto* chart = named_ == nullptr ? nullptr : std::get_if<doc::Chart>(&named_->content);
        if (chart == nullptr || text.paragraphs.size() != 2 || chart->series.size() != 1) return false;
        const auto name = words_of(text.paragraphs[0]), words = words_of(text.paragraphs[1]);
        const auto& values = chart->series.front().values;
        for (std::size_t i = 0; i < chart->categories.size() && i < values.size(); ++i)
            if (chart->categories[i] == name && !values[i].text.empty() && words.starts_with(values[i].text))
                return true;
        return false;
    }

    void block(const scene::TextBlock& text) {
        if (counts(text) || is_drawn(text)) return;
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
            // The key of the signs, whose own drawings are left out as decoration.
            const auto key = text.paragraphs.size() == 1 ? signs_.find(words) : signs_.end();
            if (key != signs_.end() && before_.empty()) before_ = key->second;
            std::string classes = size >= kLarge ? "xl" : size <= kSmall ? "sm" : "";
            if (strong) classes += classes.empty() ? "b" : " b";
            if (!before_.empty()) classes += classes.empty() ? "it" : " it";
            if (key != signs_.end()) classes += " ky";
            auto attributes = classes.empty() ? html::Attributes{} : html::Attributes{{"class", classes}};
            directed_ = w_.direct(attributes, words);
            out_.open("p", attributes);
            out_.raw(std::exchange(before_, {}));
            // A number keeps its own order of sign, figures and unit, and so do runs of other letters side by side.
            const auto is_apart = [&](std::size_t i) {
                return i < paragraph.runs.size() && w_.locale.right_to_left() && !directed_ &&
                       !runs_leftwards(paragraph.runs[i].text);
            };
            for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
                auto run = paragraph.runs[i];
                if (is_apart(i) && (i == 0 || !is_apart(i - 1))) out_.open("bdi", {{"dir", "ltr"}});
                const bool ends = is_apart(i) && !is_apart(i + 1);
                // Marks behind them are the paragraph's.
                const auto tail = ends ? run.text.find_last_not_of(" ,;:.") + 1 : run.text.size();
                const auto marks = run.text.substr(tail);
                run.text.resize(tail);
                this->run(run, strong);
                if (ends) out_.close().text(marks);
            }
            out_.close().line();
        }
    }

    bool is_title(const std::string& words) const { return without_spaces(words) == without_spaces(title_); }

    void run(const scene::TextRun& run, bool strong) {
        std::size_t open = 0;
        auto text = run.text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        // Marks and spaces around a link's words are no part of it.
        const auto begin = run.link.empty() ? 0 : std::min(text.find_first_not_of(" ;,"), text.size());
        const auto end = run.link.empty() ? text.size() : text.find_last_not_of(' ') + 1;
        if (begin > 0) out_.text(text.substr(0, begin));
        if (run.superscript) out_.open("sup", {{"class", "c"}}), ++open;
        if (!run.link.empty()) {
            const auto address = run.link[0] == '#' ? "#" + id_of(run.link.substr(1)) : run.link;
            out_.open("a", {{"href", address}});
            ++open;
        }
        if (!strong && run.face.weight >= 600) out_.open("b"), ++open;
        out_.text(end > begin ? text.substr(begin, end - begin) : std::string());
        for (; open > 0; --open) out_.close();
        if (end < text.size()) out_.text(text.substr(std::max(begin, end)));
    }

    void table(scene::TableData table) {
        if (table.rows.empty()) return;
        // Mirrored pages have the first column at the right.
        if (w_.locale.right_to_left())
            for (auto& row : table.rows) std::reverse(row.begin(), row.end());
        for (const auto* exhibit : doc::every_exhibit(w_.document)) {
            const auto* whole = std::get_if<doc::Table>(&exhibit->content);
            const auto shown = whole == nullptr ? std::nullopt : rows_shown(*whole, table);
            if (!shown) continue;
            web::table(w_, out_, *exhibit, *shown, fmt::format("{}-{}", id_, ++drawn_));
            return;
        }
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
    const doc::Exhibit* named_ = nullptr;       // the last one drawn
    std::string before_;                        // a sign or number that stands before the next words
    std::map<std::string, std::string> signs_;  // drawings by the word that stands for them
    bool directed_ = false;                     // the paragraph runs in a direction of its own
    int drawn_ = 0;
    int& counted_;
};

}  // namespace

void slide_words(Writing& w, html::Writer& out, const scene::Page& slide, const std::string& id,
                 const std::string& title, int& counted) {
    out.open("div", {{"class", "rd"}}).line();
    SlideWords(w, out, id, title, counted).items(slide.items);
    out.close().line();
}

}  // namespace precis::web
