// Items as tiles, from top to bottom: a rule, the bound number of the lead set large, the lead in bold, the text, and a
// small chart of the exhibit that the text refers to.
#include <algorithm>

#include "diag/codes.h"
#include "doc/exhibits.h"
#include "layout/blocks/exhibits.h"
#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

// The runs of "52%": the number, and its unit set smaller.
std::vector<text::Run> figure_runs(const Setting& s, const std::string& words) {
    const auto end = words.find_last_of("0123456789");
    if (end == std::string::npos) return {run_of(words, s.style("figure-value"))};
    std::vector<text::Run> runs{run_of(words.substr(0, end + 1), s.style("figure-value"))};
    if (end + 1 < words.size()) runs.push_back(run_of(words.substr(end + 1), s.style("figure-unit")));
    return runs;
}

// Points, chosen by eye on the data report.
constexpr double kRule = 1.25, kBelowRule = 6;
constexpr double kBelowNumber = 2;
constexpr double kChart = 72, kAboveChart = 7;      // height of the small chart, space above it
constexpr double kAnyWidth = 1e4, kShrink = 0.995;  // sums of widths are not exact
constexpr double kAboveFirstRow = 7, kBetweenRows = 21;

// The first exhibit that an item refers to.
const doc::Exhibit* exhibit_of(const Setting& s, const doc::Item& item) {
    for (const auto& part : item.text) {
        const auto* reference = std::get_if<doc::Reference>(&part);
        if (!reference) continue;
        if (const auto* exhibit = doc::find_exhibit(s.document, reference->target)) return exhibit;
    }
    return nullptr;
}

class Tile {
  public:
    Tile(Setting& s, base::Rect at) : s_(s), at_(at), body_(mark(s, scene::Role::list_body)) {}

    scene::Mark run(const doc::Item& item) {
        auto parted = part_lead(item);
        body_.items.push_back(rule(at_.x, 0, at_.width, kRule, s_.layout.color("foreground")));
        y_ = kBelowRule;
        if (!item.figure.empty()) {
            add(fitted(figure_runs(s_, item.figure)));
            y_ += kBelowNumber;
        }
        const auto* first =
            parted.lead.empty() || !item.figure.empty() ? nullptr : std::get_if<doc::Words>(&parted.lead.front());
        if (first && first->bound) {
            add(set_runs(s_, figure_runs(s_, first->text), s_.style("figure-value"), at_.width));
            y_ += kBelowNumber;
            parted.lead.erase(parted.lead.begin());
            if (auto* next = parted.lead.empty() ? nullptr : std::get_if<doc::Words>(&parted.lead.front())) {
                // Between a number and its unit the space is one that does not break.
                const std::string_view no_break = "\u00a0";
                if (next->text.starts_with(no_break)) next->text.erase(0, no_break.size());
                next->text.erase(0, std::min(next->text.size(), next->text.find_first_not_of(' ')));
            }
        }
        if (!parted.lead.empty()) add(set_text(s_, parted.lead, s_.style("finding-heading"), at_.width));
        if (!parted.text.empty()) add(set_text(s_, parted.text, s_.style("finding"), at_.width));
        if (const auto* exhibit = exhibit_of(s_, item)) draw(*exhibit);
        auto entry = mark(s_, scene::Role::list_item);
        entry.span = item.span;
        entry.items.emplace_back(std::move(body_));
        return entry;
    }

    double height() const { return y_; }

  private:
    // Draws the exhibit's chart small. Warnings about dropped labels are removed: the exhibit itself is the place to
    // read them.
    void draw(const doc::Exhibit& exhibit) {
        const auto* chart = std::get_if<doc::Chart>(&exhibit.content);
        if (!chart) return;
        const auto known = s_.out.size();
        auto small = plot(s_, exhibit, *chart, {at_.width, kChart});
        for (auto i = s_.out.size(); i-- > known;) {
            if (s_.out[i].code == diag::code::label_dropped)
                s_.out.erase(s_.out.begin() + static_cast<std::ptrdiff_t>(i));
        }
        if (!small || small->items.empty()) return;
        if (auto* figure = std::get_if<scene::Mark>(&small->items.front()))
            figure->id.clear();  // the id belongs to the exhibit itself
        y_ += kAboveChart;
        shift(small->items, at_.x, y_);
        std::move(small->items.begin(), small->items.end(), std::back_inserter(body_.items));
        y_ += small->height;
    }

    // The runs on one line, in smaller letters if they are too wide.
    Set fitted(std::vector<text::Run> runs) {
        const auto& style = s_.style("figure-value");
        const double width = set_runs(s_, runs, style, kAnyWidth).width;
        if (width > at_.width) {
            for (auto& run : runs) run.size *= at_.width / width * kShrink;
        }
        return set_runs(s_, std::move(runs), style, at_.width);
    }

    void add(Set set) {
        shift(set.items, at_.x, y_);
        auto p = mark(s_, scene::Role::paragraph);
        p.items = std::move(set.items);
        body_.items.emplace_back(std::move(p));
        y_ += set.height;
    }

    Setting& s_;
    base::Rect at_;
    scene::Mark body_;
    double y_ = 0;
};

}  // namespace

void tiles_band(Setting& s, const style::PartRule& part, const std::vector<doc::Item>& items, Band& band) {
    auto label = label_piece(s, part, word_key(part.part), false);
    const auto section = label.path.front();
    const auto list = mark(s, scene::Role::list);
    if (!part.heading.empty()) label.height = on_grid(s, label.height);
    band.rows.push_back(std::move(label));
    auto count = items.size();
    if (part.max > 0) count = std::min(count, static_cast<std::size_t>(part.max));
    const auto columns = band.strip.column_x.size();
    for (std::size_t i = 0; i < count; i += columns) {
        Piece row;
        row.path = {section, list};
        row.before = i == 0 ? kAboveFirstRow : kBetweenRows;
        for (std::size_t c = 0; c < columns && i + c < count; ++c) {
            Tile tile(s, {band.strip.column_x[c], 0, band.strip.column_width, 0});
            row.items.emplace_back(tile.run(items[i + c]));
            row.height = std::max(row.height, tile.height());
        }
        row.keep_next = i + columns < count;
        band.rows.push_back(std::move(row));
    }
}

}  // namespace precis::layout
