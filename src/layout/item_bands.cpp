// Bands of items: findings and recommendations in rows of columns, dated things to watch as a table of rules.
#include <algorithm>

#include "layout/bands.h"
#include "layout/runs.h"

namespace precis::layout {
namespace {

constexpr std::size_t kWhole = 6;  // so few dated rows stay on one page

double add_paragraph(Setting& s, const doc::Inlines& words, const style::TextStyle& style, base::Rect at,
                     std::vector<scene::Item>& items) {
    if (words.empty()) return 0;
    auto set = set_text(s, words, style, at.width);
    shift(set.items, at.x, at.y);
    auto p = mark(s, scene::Role::paragraph);
    p.items = std::move(set.items);
    items.emplace_back(std::move(p));
    return set.height;
}

}  // namespace

Parted part_lead(const doc::Item& item) {
    Parted parted{{}, item.text};
    if (!item.to.empty()) {
        parted.lead = {doc::Words{item.to, {}, {}, {}, {}, {}, {}}};
        return parted;
    }
    std::size_t i = 0;
    while (i < item.text.size()) {
        const auto* words = std::get_if<doc::Words>(&item.text[i]);
        if (!words || !words->strong) break;
        auto plain = *words;
        plain.strong = false;
        parted.lead.emplace_back(std::move(plain));
        ++i;
    }
    if (i == 0 || i == item.text.size()) return {{}, item.text};
    if (std::holds_alternative<doc::Citation>(item.text[i])) parted.lead.push_back(item.text[i++]);  // not before the text
    const auto strong = parted.lead.size() - (std::holds_alternative<doc::Citation>(parted.lead.back()) ? 1 : 0);
    parted.text.assign(item.text.begin() + static_cast<std::ptrdiff_t>(i), item.text.end());
    if (auto* first = parted.text.empty() ? nullptr : std::get_if<doc::Words>(&parted.text.front())) {
        first->text.erase(0, first->text.find_first_not_of(' ') == std::string::npos ? 0 : first->text.find_first_not_of(' '));
    }
    if (auto* last = std::get_if<doc::Words>(&parted.lead[strong - 1])) {
        if (!last->text.empty() && last->text.back() == '.') last->text.pop_back();
    }
    return parted;
}

void items_band(Setting& s, const style::PartRule& part, const std::vector<doc::Item>& items, Band& band) {
    auto count = items.size();
    if (part.max > 0) count = std::min(count, static_cast<std::size_t>(part.max));
    if (count == 0) return;
    if (part.arrange == "row") return tiles_band(s, part, items, band);
    const bool asked = part.part == "recommendations";
    const auto& heading = s.style(asked ? "recommendation-heading" : "finding-heading");
    const auto& text = s.style(asked ? "recommendation" : "finding");
    auto label = label_piece(s, part, part.part, !band.ground);
    const auto section = label.path.front();
    const auto list = mark(s, scene::Role::list);
    band.rows.push_back(std::move(label));
    const auto columns = part.arrange == "stack" ? 1 : band.strip.column_x.size();
    for (std::size_t i = 0; i < count; i += columns) {
        Piece row;
        row.path = {section, list};
        row.before = i == 0 ? 0 : 10.5;
        const double top = i == 0 && !band.ground ? 7 : 0;
        for (std::size_t c = 0; c < columns && i + c < count; ++c) {
            const auto& item = items[i + c];
            const auto parted = part_lead(item);
            const double x = columns == 1 ? band.strip.x : band.strip.column_x[c];
            const double width = columns == 1 ? band.strip.width : band.strip.column_width;
            auto entry = mark(s, scene::Role::list_item);
            entry.span = item.span;
            auto body = mark(s, scene::Role::list_body);
            double y = top;
            y += add_paragraph(s, parted.lead, heading, {x, y, width, 0}, body.items);
            y += add_paragraph(s, parted.text, text, {x, y, width, 0}, body.items);
            entry.items.emplace_back(std::move(body));
            row.items.emplace_back(std::move(entry));
            row.height = std::max(row.height, y);
        }
        row.keep_next = i + columns < count;
        band.rows.push_back(std::move(row));
    }
}

void watch_band(Setting& s, const style::PartRule& part, const std::vector<doc::Item>& items, Band& band) {
    if (items.empty()) return;
    const auto* master = s.layout.master("page");
    const auto full = strip_of(s.layout, master, "full");
    const bool aside = master && master->frame("side");
    const auto side = aside ? strip_of(s.layout, master, "side")
                            : Strip{full.x, columns_width(s.layout, 1, 3), {full.x}, columns_width(s.layout, 1, 3)};
    const double text_x = side.x + side.width + s.layout.grid.gutter;
    const double text_width = full.right_x() - text_x;
    const double half = (text_width - s.layout.grid.gutter) / 2;

    Piece head;
    auto section = mark(s, scene::Role::section);
    head.path = {section, mark(s, scene::Role::heading, 2)};
    auto set = set_text(s, part.label.empty() ? s.locale.word("watch") : part.label, s.style("page-heading"), full.width);
    shift(set.items, full.x, 7);
    head.items = std::move(set.items);
    head.items.insert(head.items.begin(), rule(full.x, 0, full.width, 1.25, s.layout.color("foreground")));
    head.height = set.height + 14;
    head.keep_next = true;
    head.running = s.locale.word("watch");
    band.rows.push_back(std::move(head));

    const auto list = mark(s, scene::Role::list);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& item = items[i];
        const auto parted = part_lead(item);
        Piece row;
        row.path = {section, list};
        row.keep_next = items.size() <= kWhole ? i + 1 < items.size() : i == 0;
        row.items.push_back(rule(full.x, 0, full.width, 0.5, s.layout.color("tertiary")));
        auto entry = mark(s, scene::Role::list_item);
        entry.span = item.span;
        auto body = mark(s, scene::Role::list_body);
        double left = 8, right = 8;
        left += add_paragraph(s, {doc::Words{item.by, {}, {}, {}, {}, {}, {}}}, s.style("watch-date"),
                              {side.x, left, side.width, 0}, body.items);
        const auto& text = s.style("finding");
        const double top = 8 + std::max(0.0, (s.style("watch-date").leading - text.leading) / 2);
        right = top;
        if (parted.lead.empty()) {
            right += add_paragraph(s, parted.text, text, {text_x, right, text_width, 0}, body.items);
        } else {
            const double lead = add_paragraph(s, parted.lead, s.style("finding-heading"), {text_x, right, half, 0}, body.items);
            const double test = add_paragraph(s, parted.text, text,
                                              {text_x + half + s.layout.grid.gutter, right, half, 0}, body.items);
            right += std::max(lead, test);
        }
        entry.items.emplace_back(std::move(body));
        row.items.emplace_back(std::move(entry));
        row.height = std::max(left, right) + 8;
        if (i + 1 == items.size()) row.items.push_back(rule(full.x, row.height, full.width, 0.5, s.layout.color("tertiary")));
        band.rows.push_back(std::move(row));
    }
}

}  // namespace precis::layout
