// Bands of items: findings and recommendations in rows of columns, dated things to watch as a table of rules.
#include <fmt/format.h>

#include <algorithm>

#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

constexpr double kBesideNumeral = 10;
constexpr double kCapitals = 0.7;  // a capital's height, and a lining figure's, in sizes
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

struct Place {
    double x = 0, width = 0;
};

// Where the items of a row stand: one below the other, side by side, or over the frame's text columns.
std::vector<Place> places_of(const Setting& s, const style::PartRule& part, const Strip& strip, std::size_t count) {
    if (part.arrange == "stack") return {{strip.x, strip.width}};
    std::vector<Place> places;
    if (part.arrange == "strip") {
        const double gutter = s.layout.grid.gutter;
        const double n = static_cast<double>(count);
        const double width = (strip.width - (n - 1) * gutter) / n;
        for (double i = 0; i < n; ++i) places.push_back({strip.x + i * (width + gutter), width});
        return places;
    }
    for (const double x : strip.column_x) places.push_back({x, strip.column_width});
    return places;
}

double numeral_width(Setting& s, const style::TextStyle& style, std::size_t count) {
    double width = 0;
    for (std::size_t i = 1; i <= count; ++i) {
        width = std::max(width, set_text(s, fmt::format("{}", i), style, 100).width);
    }
    return width + kBesideNumeral;
}

// From a line's top to the top of its capitals.
double cap_top(const Setting& s, const style::TextStyle& style) {
    return baseline(s, style) - style.size * kCapitals;
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
    const auto strong = parted.lead.size();
    const auto raised = [](const doc::Inline& one) {
        return std::holds_alternative<doc::Citation>(one) || std::holds_alternative<doc::FootnoteMark>(one);
    };
    while (i < item.text.size() && raised(item.text[i])) parted.lead.push_back(item.text[i++]);  // not before the text
    parted.text.assign(item.text.begin() + static_cast<std::ptrdiff_t>(i), item.text.end());
    if (auto* first = parted.text.empty() ? nullptr : std::get_if<doc::Words>(&parted.text.front())) {
        first->text.erase(
            0, first->text.find_first_not_of(' ') == std::string::npos ? 0 : first->text.find_first_not_of(' '));
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
    const auto& heading = part_style(s, part, "heading", asked ? "recommendation-heading" : "finding-heading");
    const auto& text = part_style(s, part, "", asked ? "recommendation" : "finding");
    const auto& numeral = part_style(s, part, "number", "item-number");
    auto label = label_piece(s, part, part.part, !band.ground);
    const auto section = label.path.front();
    const auto list = mark(s, scene::Role::list);
    band.rows.push_back(std::move(label));
    const auto places = places_of(s, part, band.strip, count);
    const double aside = part.numbered ? numeral_width(s, numeral, count) : 0;
    band.spread = part.arrange == "stack";
    for (std::size_t i = 0; i < count; i += places.size()) {
        Piece row;
        row.path = {section, list};
        row.before = i == 0 ? 0 : 10.5;
        const double top = i == 0 && !band.ground ? 7 : 0;
        for (std::size_t c = 0; c < places.size() && i + c < count; ++c) {
            const auto& item = items[i + c];
            const auto parted = part_lead(item);
            const double x = places[c].x + aside;
            const double width = places[c].width - aside;
            auto entry = mark(s, scene::Role::list_item);
            entry.span = item.span;
            if (part.numbered) {
                auto number = mark(s, scene::Role::label);
                number.items = set_text(s, fmt::format("{}", i + c + 1), numeral, aside).items;
                // The numeral's figures begin where the heading's capitals do.
                shift(number.items, places[c].x, top + cap_top(s, heading) - cap_top(s, numeral));
                entry.items.emplace_back(std::move(number));
            }
            auto body = mark(s, scene::Role::list_body);
            double y = top;
            y += add_paragraph(s, parted.lead, heading, {x, y, width, 0}, body.items);
            y += add_paragraph(s, parted.text, text, {x, y, width, 0}, body.items);
            entry.items.emplace_back(std::move(body));
            row.items.emplace_back(std::move(entry));
            row.height = std::max(row.height, y);
        }
        row.keep_next = i + places.size() < count;
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
    auto set =
        set_text(s, part.label.empty() ? s.locale.word("watch") : part.label, s.style("page-heading"), full.width);
    shift(set.items, full.x, 7);
    head.items = std::move(set.items);
    head.items.insert(head.items.begin(), rule(full.x, 0, full.width, 1.25, s.layout.color("foreground")));
    head.height = set.height + 14;
    head.keep_next = true;
    head.running = s.locale.word("watch");
    band.rows.push_back(std::move(head));

    if (std::all_of(items.begin(), items.end(), [](const auto& item) { return !part_lead(item).lead.empty(); })) {
        Piece heads;
        heads.path = {section};
        const auto head_at = [&](const char* word, double x, double width) {
            heads.height =
                std::max(heads.height, add_paragraph(s, {doc::Words{s.locale.word(word), {}, {}, {}, {}, {}, {}}},
                                                     s.style("figure-detail"), {x, 0, width, 0}, heads.items));
        };
        head_at("when", side.x, side.width);
        head_at("what", text_x, half);
        head_at("the-test", text_x + half + s.layout.grid.gutter, half);
        heads.height += 4;
        heads.keep_next = true;
        band.rows.push_back(std::move(heads));
    }
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
            const double lead =
                add_paragraph(s, parted.lead, s.style("finding-heading"), {text_x, right, half, 0}, body.items);
            const double test =
                add_paragraph(s, parted.text, text, {text_x + half + s.layout.grid.gutter, right, half, 0}, body.items);
            right += std::max(lead, test);
        }
        entry.items.emplace_back(std::move(body));
        row.items.emplace_back(std::move(entry));
        row.height = std::max(left, right) + 8;
        if (i + 1 == items.size())
            row.items.push_back(rule(full.x, row.height, full.width, 0.5, s.layout.color("tertiary")));
        band.rows.push_back(std::move(row));
    }
}

}  // namespace precis::layout
