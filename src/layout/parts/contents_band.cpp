// The contents: parts and chapters with their pages; below each chapter its sections and exhibits. The pages are those
// of the round of composition before.
#include <algorithm>
#include <iterator>

#include "doc/exhibits.h"
#include "doc/parts.h"
#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

// Points; steps of the grid (docs/design/looks.md#pages) but for the widths of numbers.
constexpr double kPage = 26;    // room for a page number
constexpr double kNumber = 52;  // room for "Figure 12" before an exhibit's title
constexpr double kAboveChapter = 7, kInChapter = 7, kBelowChapter = 3.5;  // over its rule, under it, under its words
constexpr double kAboveEntry = 1.5;
constexpr double kAboveExhibit = 3.5, kBesideNumber = 10;  // in the list of exhibits; from the widest number to a title
constexpr int kTextColumn = 4;                             // of the grid: entries begin there, as running text does
constexpr double kHeightStep = 1;                          // of the search for the lowest columns

class Contents {
  public:
    Contents(Setting& s, const style::PartRule& part, Band& band)
        : s_(s), part_(part), band_(band), strip_(band.strip) {
        in_columns_ = part.arrange == style::Arrange::columns && strip_.column_x.size() > 1;
        if (in_columns_) strip_.width = strip_.column_width;
        text_x_ = in_columns_ ? strip_.x : column_left(s.layout, kTextColumn);
        s.pages.mark_asked();
    }

    void run() {
        auto label = label_piece(s_, part_, "contents", false);
        path_ = {label.path.front(), mark(s_, scene::Role::contents)};
        label.height = on_grid(s_, label.height) + s_.layout.grid.baseline;
        band_.rows.push_back(std::move(label));
        for (const auto& part : s_.layout.parts) {
            if (part.part == style::Part::sections)
                chapters(s_.document.sections);
            else if (part.part == style::Part::appendix)
                chapters(s_.document.appendix);
            else if (shown(part)) {
                auto words = label_of(s_, part, word_key(part.part));
                if (words.empty()) words = s_.locale.word(word_key(part.part));
                chapter(plain_words(words), "part-" + std::string(vocabulary::name_of(part.part)));
            }
        }
        if (in_columns_) return deal_to_columns();
        auto& last = band_.rows.back();
        last.items.push_back(rule(strip_.x, last.height, strip_.width, 0.5, s_.layout.color("rule")));
    }

  private:
    static double height_of(const Pieces& rows, std::size_t first, std::size_t end) {
        double h = 0;
        for (auto i = first; i < end; ++i) h += rows[i].height + (i > first ? rows[i].before : 0);
        return h;
    }

    // The rows behind `first` that begin a column, if each column is at most `height` tall: no chapter is broken that a
    // column holds. Ends with the row that the strip's columns do not hold any more.
    std::vector<std::size_t> dealt(std::size_t first, double height) const {
        const auto& rows = band_.rows;
        std::vector<std::size_t> begins{first};
        for (std::size_t i = first; i < rows.size();) {
            auto end = i + 1;
            while (end < rows.size() && !opens_chapter(rows[end])) ++end;
            if (height_of(rows, i, end) > height) end = i + 1;  // a chapter that no column holds is parted
            if (i > begins.back() && height_of(rows, begins.back(), end) > height) {
                begins.push_back(i);
                if (begins.size() > strip_.column_x.size()) return begins;
            }
            i = end;
        }
        begins.push_back(rows.size());
        return begins;
    }

    // Deals the rows after the heading out to the strip's columns, page after page; those of the last page are as low
    // as possible. What stands on a page is one piece.
    void deal_to_columns() {
        auto& rows = band_.rows;
        const double page = text_bottom(s_.layout) - text_top(s_.layout);
        double room = page - rows.front().height;
        Pieces out;
        for (std::size_t first = 1; first < rows.size(); room = page) {
            auto begins = dealt(first, room);
            if (begins.back() == rows.size()) {
                double height = height_of(rows, first, rows.size()) / static_cast<double>(strip_.column_x.size());
                for (; height < room; height += kHeightStep) {
                    auto lower = dealt(first, height);
                    if (lower.back() != rows.size()) continue;
                    begins = std::move(lower);
                    break;
                }
            }
            out.push_back(in_columns(begins));
            first = begins.back();
        }
        rows.resize(1);
        rows.front().keep_next = true;
        std::move(out.begin(), out.end(), std::back_inserter(rows));
    }

    // The rows between each two of `begins` as a column of one piece.
    Piece in_columns(const std::vector<std::size_t>& begins) {
        auto& rows = band_.rows;
        Piece all;
        all.path = path_;
        for (std::size_t column = 0; column + 1 < begins.size(); ++column) {
            double y = 0;
            for (auto i = begins[column]; i < begins[column + 1]; ++i) {
                y += i > begins[column] ? rows[i].before : 0;
                shift(rows[i].items, strip_.column_x[column] - strip_.x, y);
                std::move(rows[i].items.begin(), rows[i].items.end(), std::back_inserter(all.items));
                y += rows[i].height;
            }
            all.height = std::max(all.height, y);
        }
        return all;
    }

    // Only a chapter's row has space above.
    static bool opens_chapter(const Piece& row) { return row.before > 0; }

    bool shown(const style::PartRule& part) const {
        const auto& d = s_.document;
        if (part.part == style::Part::authors && part.label.empty() && follows_about(s_, part)) return false;
        return vocabulary::row_of(part.part).listed && doc::has(d, part.part) &&
               s_.pages.may_have("part-" + std::string(vocabulary::name_of(part.part)));
    }

    void chapters(const std::vector<doc::Section>& sections) {
        for (const auto& section : sections) {
            chapter(section.title, section.id);
            below(section);
        }
    }

    void below(const doc::Section& section) {
        for (const auto& block : section.body) {  // exhibits in the order of the text
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

    // One line of the contents: linked words from x on, the page number at the strip's right edge.
    Piece line(const doc::Inlines& words, const std::string& target, const char* style_name, double x, double top) {
        const auto& style = s_.style(style_name);
        Piece row;
        row.path = path_;
        auto entry = mark(s_, scene::Role::contents_entry);
        auto runs = runs_of(s_, words, style);
        for (auto& run : runs) run.link = "#" + target;
        auto set = set_runs(s_, std::move(runs), style, strip_.right_x() - kPage - x);
        shift(set.items, x, top);
        auto page_style = style;
        page_style.align = style::Align::right;
        page_style.figures = style::Figures::tabular;
        auto number = set_text(s_, s_.pages.label(target), page_style, kPage);
        shift(number.items, strip_.right_x() - kPage, top + set.height - number.height);
        entry.items = std::move(set.items);
        std::move(number.items.begin(), number.items.end(), std::back_inserter(entry.items));
        row.items.emplace_back(std::move(entry));
        row.height = top + set.height;
        return row;
    }

  public:
    // Figures, then tables; each row is an entry.
    void exhibits() {
        auto label = label_piece(s_, part_, word_key(part_.part), false);
        path_ = {label.path.front(), mark(s_, scene::Role::contents)};
        label.height = on_grid(s_, label.height);
        band_.rows.push_back(std::move(label));
        std::vector<const doc::Exhibit*> shown;
        for (const auto* exhibit : doc::every_exhibit(s_.document)) {
            const auto same = [&](const auto* other) { return other->id == exhibit->id; };
            if (s_.pages.may_have(exhibit->id) && std::none_of(shown.begin(), shown.end(), same))
                shown.push_back(exhibit);
        }
        const auto is_figure = [](const auto* exhibit) { return !exhibit->id.starts_with("tab:"); };
        const bool apart = !s_.layout.exhibits_numbered_together;
        if (apart) std::stable_partition(shown.begin(), shown.end(), is_figure);
        const auto& styles = s_.layout.styles;
        const std::string own = styles.contains("contents-entry") ? "contents-entry" : "source";
        const auto style = part_.style.empty() ? own : part_.style;
        auto number_style = s_.style(style == "contents-entry" ? "contents-number" : style);
        number_style.weight = 700;
        double numbers = kNumber - kBesideNumber;
        for (const auto* exhibit : shown)
            numbers = std::max(numbers, set_text(s_, exhibit->number, number_style, strip_.width).width);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const auto& exhibit = *shown[i];
            auto row =
                line(exhibit.title, exhibit.id, style.c_str(), strip_.x + numbers + kBesideNumber, kAboveExhibit);
            auto set = set_text(s_, exhibit.number, number_style, strip_.width);
            shift(set.items, strip_.x, kAboveExhibit);
            add_number(row, std::move(set.items));
            row.height += kAboveExhibit;
            row.items.push_back(rule(strip_.x, row.height, strip_.width, 0.5, s_.layout.color("rule")));
            const bool first_table = i > 0 && apart && is_figure(shown[i - 1]) && !is_figure(shown[i]);
            row.before = first_table ? kAboveChapter : 0;
            band_.rows.push_back(std::move(row));
        }
    }

  private:
    static void add_number(Piece& row, std::vector<scene::Item> number) {
        auto* entry = std::get_if<scene::Mark>(&row.items.front());
        entry->items.insert(entry->items.begin(), std::make_move_iterator(number.begin()),
                            std::make_move_iterator(number.end()));
    }

    void chapter(const doc::Inlines& words, const std::string& target) {
        auto row = line(words, target, "contents-chapter", strip_.x, kInChapter);
        row.items.insert(row.items.begin(), rule(strip_.x, 0, strip_.width, 0.5, s_.layout.color("rule")));
        row.height += kBelowChapter;
        row.before = band_.rows.size() > 1 ? kAboveChapter : 0;
        band_.rows.push_back(std::move(row));
    }

    void entry(const std::string& number, const doc::Inlines& words, const std::string& target) {
        auto row = line(words, target, "contents-entry", text_x_ + (number.empty() ? 0 : kNumber), kAboveEntry);
        if (!number.empty()) {
            auto set = set_text(s_, number, s_.style("contents-number"), kNumber);
            shift(set.items, text_x_, kAboveEntry);
            add_number(row, std::move(set.items));
        }
        if (!band_.rows.empty()) band_.rows.back().keep_next = true;
        band_.rows.push_back(std::move(row));
    }

    Setting& s_;
    const style::PartRule& part_;
    Band& band_;
    Path path_;
    Strip strip_;  // its first column if chapters are dealt out to columns
    bool in_columns_ = false;
    double text_x_ = 0;
};

}  // namespace

void contents_band(Setting& s, const style::PartRule& part, Band& band) {
    Contents(s, part, band).run();
    if (band.rows.size() < 2) band.rows.clear();
}

void list_of_exhibits_band(Setting& s, const style::PartRule& part, Band& band) {
    Contents(s, part, band).exhibits();
    if (band.rows.size() < 2) return band.rows.clear();
    band.rows[1].keep_next = band.rows.size() > 2;
}

}  // namespace precis::layout
