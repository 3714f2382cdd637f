// Items as a ledger: who at the left, what at the right, a hairline over each. Made for persons and the titles of their
// talks, and good for any items with leads.
#include <algorithm>

#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

// Points, after the event brief; docs/design/looks.md#pages.
constexpr double kRule = 1.25, kBelowRule = 7;  // over the band, as over tiles
constexpr double kBelowHeading = 3.5;
constexpr double kHairline = 0.5, kPad = 7;       // over each item; from it to the words, and below them
constexpr double kBelowName = 2, kBelowWork = 2;  // between the lines of an item

bool is_raised(const doc::Inline& part) {
    return std::holds_alternative<doc::Citation>(part) || std::holds_alternative<doc::FootnoteMark>(part);
}

// Takes the words in brackets at the end of a lead: "Steve Watt (Red Hat)" leaves "Steve Watt" and gives "Red Hat".
doc::Inlines take_bracketed(doc::Inlines& lead) {
    auto* last = lead.empty() ? nullptr : std::get_if<doc::Words>(&lead.back());
    if (last == nullptr || last->text.empty() || last->text.back() != ')') return {};
    const auto open = last->text.rfind('(');
    if (open == std::string::npos || open == 0) return {};
    auto inside = *last;
    inside.text = last->text.substr(open + 1, last->text.size() - open - 2);
    last->text.erase(last->text.find_last_not_of(' ', open - 1) + 1);
    return {std::move(inside)};
}

// Takes the emphasised words that a text begins with, and the raised signs behind them. A full stop that stands alone
// behind them goes.
doc::Inlines take_work(doc::Inlines& text) {
    doc::Inlines work;
    const auto is_blank = [](const doc::Inline& part) {
        const auto* words = std::get_if<doc::Words>(&part);
        return words != nullptr && words->text.find_first_not_of(' ') == std::string::npos;
    };
    while (!text.empty() && is_blank(text.front())) text.erase(text.begin());
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const auto* words = std::get_if<doc::Words>(&text[i]);
        if (words == nullptr || !words->emphasis) break;
        auto plain = *words;
        plain.emphasis = false;
        work.emplace_back(std::move(plain));
    }
    if (i == 0 || i == text.size()) return {};
    while (i < text.size() && is_raised(text[i])) work.push_back(text[i++]);
    text.erase(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i));
    if (auto* next = text.empty() ? nullptr : std::get_if<doc::Words>(&text.front())) {
        const auto begin = next->text.find_first_not_of(". ");
        next->text.erase(0, begin == std::string::npos ? next->text.size() : begin);
    }
    return work;
}

}  // namespace

void ledger_band(Setting& s, const style::PartRule& part, const std::vector<doc::Item>& items, Band& band) {
    auto count = items.size();
    if (part.max > 0) count = std::min(count, static_cast<std::size_t>(part.max));
    const auto& strip = band.strip;
    const double gutter = s.layout.grid.gutter;
    const double third = (strip.width - 2 * gutter) / 3;
    const double text_x = strip.x + third + gutter, text_width = strip.width - third - gutter;
    const auto section = mark(s, scene::Role::section);
    const auto list = mark(s, scene::Role::list);

    Piece head;
    head.path = {section, mark(s, scene::Role::heading, 2)};
    head.keep_next = true;
    const auto headline = s.document.headlines.find(part.part);
    const bool own = part.label.empty() && headline != s.document.headlines.end();
    const auto words = own ? headline->second : plain_words(label_of(s, part, word_key(part.part)));
    const double top = band.ground ? 0 : kBelowRule;
    auto set = set_text(s, words, s.style(part.heading.empty() ? "heading-1" : part.heading), strip.width);
    shift(set.items, strip.x, top);
    head.items = std::move(set.items);
    if (!band.ground)
        head.items.insert(head.items.begin(), rule(strip.x, 0, strip.width, kRule, s.layout.color("foreground")));
    head.height = top + set.height + kBelowHeading;
    head.running = doc::plain_text(words);
    band.rows.push_back(std::move(head));

    const bool advice = part.part == style::Part::recommendations;
    const auto& name = part_style(s, part, "heading", advice ? "recommendation-heading" : "finding-heading");
    const auto& text = part_style(s, part, "", advice ? "recommendation" : "finding");
    const auto& detail = part_style(s, part, "detail", "item-detail");
    const auto& work = part_style(s, part, "work", "item-work");
    const auto& numeral = part_style(s, part, "number", "item-number");
    for (std::size_t i = 0; i < count; ++i) {
        auto parted = part_lead(items[i]);
        const auto bracketed = take_bracketed(parted.lead);
        const auto title = take_work(parted.text);
        Piece row;
        row.path = {section, list};
        row.items.push_back(rule(strip.x, 0, strip.width, kHairline, s.layout.color("rule")));
        auto entry = mark(s, scene::Role::list_item);
        entry.span = items[i].span;
        double left = kPad, name_x = strip.x;
        if (part.numbered) {
            auto number = mark(s, scene::Role::label);
            auto digits = set_text(s, std::to_string(i + 1), numeral, third);
            name_x += digits.width + gutter / 2;
            shift(digits.items, strip.x, left + baseline(s, name) - baseline(s, numeral));
            number.items = std::move(digits.items);
            entry.items.emplace_back(std::move(number));
        }
        auto body = mark(s, scene::Role::list_body);
        const double name_width = third - (name_x - strip.x);
        left += add_paragraph(s, parted.lead, name, {name_x, left, name_width, 0}, body.items);
        if (!bracketed.empty())
            left += kBelowName +
                    add_paragraph(s, bracketed, detail, {name_x, left + kBelowName, name_width, 0}, body.items);
        double right = kPad;
        if (!title.empty())
            right += add_paragraph(s, title, work, {text_x, right, text_width, 0}, body.items) + kBelowWork;
        // Without a lead the text takes the row.
        const bool whole = parted.lead.empty() && !part.numbered;
        const double x = whole ? strip.x : text_x;
        right += add_paragraph(s, parted.text, text, {x, right, whole ? strip.width : text_width, 0}, body.items);
        entry.items.emplace_back(std::move(body));
        row.items.emplace_back(std::move(entry));
        row.height = std::max(left, right) + kPad;
        row.keep_next = i + 1 < count;
        band.rows.push_back(std::move(row));
    }
    band.spread = true;
}

}  // namespace precis::layout
