// Bands of items: findings and recommendations in rows, dated things to watch as rows between rules.
#include <fmt/format.h>

#include <algorithm>

#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

// Points, chosen by eye on the samples.
constexpr double kBesideNumeral = 10;  // from a large numeral to its item
constexpr double kBetweenItems = 10.5, kAboveItems = 7;
constexpr double kWatchRule = 1.25, kBelowWatchRule = 7;
constexpr double kWatchPad = 8;    // over and under the words of a dated row
constexpr double kBelowHeads = 4;  // from the words over the columns to the first row
constexpr int kDateColumns = 3;    // of the grid: for dates, as wide as the side frame
constexpr double kCapitals = 0.7;  // height of capitals and lining figures, of the size, in Lato and Vollkorn
constexpr std::size_t kWhole = 6;  // so few dated rows stay on one page

struct Place {
    double x = 0, width = 0;
};

// The places of a row's items: one as wide as the strip, as many as there are items, or the strip's text columns.
std::vector<Place> places_of(const Setting& s, const style::PartRule& part, const Strip& strip, std::size_t count) {
    if (part.arrange == style::Arrange::stack) return {{strip.x, strip.width}};
    std::vector<Place> places;
    if (part.arrange == style::Arrange::strip) {
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

// The distance from a line's top to the top of its capitals.
double cap_top(const Setting& s, const style::TextStyle& style) {
    return baseline(s, style) - style.size * kCapitals;
}

// The columns of dated rows: the date, then the text or its two halves, what to watch and the test.
struct WatchGrid {
    Strip full, date;
    double text_x = 0, text_width = 0;
    double half = 0;         // width of each half
    double second_half = 0;  // its left edge

    scene::Item hairline(const Setting& s, double y) const {
        return rule(full.x, y, full.width, 0.5, s.layout.color("rule"));
    }
};

WatchGrid watch_grid(const Setting& s) {
    const auto* master = s.layout.master("page");
    WatchGrid grid;
    grid.full = strip_of(s.layout, master, "full");
    const double width = columns_width(s.layout, 1, kDateColumns);
    grid.date = master && master->frame("side") ? strip_of(s.layout, master, "side")
                                                : Strip{grid.full.x, width, {grid.full.x}, width};
    const double gutter = s.layout.grid.gutter;
    grid.text_x = grid.date.x + grid.date.width + gutter;
    grid.text_width = grid.full.right_x() - grid.text_x;
    grid.half = (grid.text_width - gutter) / 2;
    grid.second_half = grid.text_x + grid.half + gutter;
    return grid;
}

Piece watch_title(Setting& s, const style::PartRule& part, const WatchGrid& grid, const scene::Mark& section) {
    Piece title;
    title.path = {section, mark(s, scene::Role::heading, 2)};
    const auto words = label_of(s, part, "watch");
    auto set = set_text(s, words, s.style(part.heading.empty() ? "page-heading" : part.heading), grid.full.width);
    shift(set.items, grid.full.x, kBelowWatchRule);
    title.items.push_back(rule(grid.full.x, 0, grid.full.width, kWatchRule, s.layout.color("foreground")));
    std::move(set.items.begin(), set.items.end(), std::back_inserter(title.items));
    title.height = set.height + 2 * kBelowWatchRule;
    title.keep_next = true;
    title.running = words;
    return title;
}

// The words over the columns.
Piece watch_heads(Setting& s, const WatchGrid& grid, const scene::Mark& section) {
    Piece heads;
    heads.path = {section};
    const auto add = [&](const char* word, double x, double width) {
        const double height =
            add_paragraph(s, plain_words(s.locale.word(word)), s.style("figure-detail"), {x, 0, width, 0}, heads.items);
        heads.height = std::max(heads.height, height);
    };
    add("when", grid.date.x, grid.date.width);
    add("what", grid.text_x, grid.half);
    add("the-test", grid.second_half, grid.half);
    heads.height += kBelowHeads;
    heads.keep_next = true;
    return heads;
}

Piece watch_row(Setting& s, const style::PartRule& part, const WatchGrid& grid, const doc::Item& item) {
    Piece row;
    row.items.push_back(grid.hairline(s, 0));
    auto entry = mark(s, scene::Role::list_item);
    entry.span = item.span;
    auto body = mark(s, scene::Role::list_body);
    const auto& date = s.style("watch-date");
    const auto& text = part_style(s, part, "", "finding");
    const double left = kWatchPad + add_paragraph(s, plain_words(item.by), date,
                                                  {grid.date.x, kWatchPad, grid.date.width, 0}, body.items);
    // The first line of the smaller text is level with the middle of the date.
    const double top = kWatchPad + std::max(0.0, (date.leading - text.leading) / 2);
    const auto parted = part_lead(item);
    double right = top;
    if (parted.lead.empty()) {
        right += add_paragraph(s, parted.text, text, {grid.text_x, top, grid.text_width, 0}, body.items);
    } else {
        const double lead = add_paragraph(s, parted.lead, part_style(s, part, "heading", "finding-heading"),
                                          {grid.text_x, top, grid.half, 0}, body.items);
        const double test = add_paragraph(s, parted.text, text, {grid.second_half, top, grid.half, 0}, body.items);
        right += std::max(lead, test);
    }
    entry.items.emplace_back(std::move(body));
    row.items.emplace_back(std::move(entry));
    row.height = std::max(left, right) + kWatchPad;
    return row;
}

}  // namespace

Parted part_lead(const doc::Item& item) {
    Parted parted{{}, item.text};
    if (!item.to.empty()) {
        parted.lead = plain_words(item.to);
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
    const auto is_raised = [](const doc::Inline& part) {
        return std::holds_alternative<doc::Citation>(part) || std::holds_alternative<doc::FootnoteMark>(part);
    };
    // Raised signs belong to the words before them.
    while (i < item.text.size() && is_raised(item.text[i])) parted.lead.push_back(item.text[i++]);
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
    if (part.arrange == style::Arrange::row) return tiles_band(s, part, items, band);
    if (part.arrange == style::Arrange::ledger) return ledger_band(s, part, items, band);
    const bool advice = part.part == style::Part::recommendations;
    const auto& heading = part_style(s, part, "heading", advice ? "recommendation-heading" : "finding-heading");
    const auto& text = part_style(s, part, "", advice ? "recommendation" : "finding");
    const auto& numeral = part_style(s, part, "number", "item-number");
    auto label = label_piece(s, part, word_key(part.part), !band.ground);
    const auto section = label.path.front();
    const auto list = mark(s, scene::Role::list);
    band.rows.push_back(std::move(label));
    const auto places = places_of(s, part, band.strip, count);
    const double aside = part.numbered ? numeral_width(s, numeral, count) : 0;
    band.spread = part.arrange == style::Arrange::stack;
    for (std::size_t i = 0; i < count; i += places.size()) {
        Piece row;
        row.path = {section, list};
        row.before = i == 0 ? 0 : kBetweenItems;
        double top = i == 0 && !band.ground ? kAboveItems : 0;
        if (part.rules && i > 0) {
            row.items.push_back(rule(band.strip.x, 0, band.strip.width, 0.5, s.layout.color("rule")));
            top += kBetweenItems;
        }
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
                // The numeral's top is level with the heading's capitals.
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
    const auto count = part.max > 0 ? std::min(items.size(), static_cast<std::size_t>(part.max)) : items.size();
    if (count == 0) return;
    const auto grid = watch_grid(s);
    const auto section = mark(s, scene::Role::section);
    band.rows.push_back(watch_title(s, part, grid, section));
    if (std::all_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count),
                    [](const auto& item) { return !part_lead(item).lead.empty(); }))
        band.rows.push_back(watch_heads(s, grid, section));
    const auto list = mark(s, scene::Role::list);
    for (std::size_t i = 0; i < count; ++i) {
        auto row = watch_row(s, part, grid, items[i]);
        row.path = {section, list};
        row.keep_next = count <= kWhole ? i + 1 < count : i == 0;
        if (i + 1 == count) row.items.push_back(grid.hairline(s, row.height));
        band.rows.push_back(std::move(row));
    }
}

}  // namespace precis::layout
