// A section's words on slides: points, steps, people, compared columns. They fill their slot: by larger letters if all
// words then fit, by wider gaps, by taller cards. Lengths were chosen by eye on the gallery's deck; points.
#include <algorithm>

#include "layout/blocks/runs.h"
#include "layout/slides/slide_places.h"
#include "layout/slides/slide_shapes.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

constexpr SlideList kWithLeads{21, true}, kBullets{12, false};
constexpr double kAnyHeight = 1e4;

bool any_lead(const std::vector<SlideEntry>& entries) {
    return std::any_of(entries.begin(), entries.end(), [](const auto& entry) { return entry.texts.size() > 1; });
}

SlideEntry point_entry(const doc::Inlines& point, const std::string& lead, const std::string& text) {
    return entry_of(doc::Item{point, {}, {}, {}, span_of(point)}, lead, text);
}

// The height of the tallest of some texts.
double tallest(const SlideDraft& draft, const std::vector<SlideEntry>& texts, double width, const GroundName& ground) {
    double most = 0;
    for (const auto& text : texts) most = std::max(most, draft.height(text.texts, width, ground));
    return most;
}

// Each text in larger letters if it alone then fits in the room.
std::vector<SlideEntry> enlarged_each(const SlideDraft& draft, std::vector<SlideEntry> texts, base::Size room,
                                      const GroundName& ground) {
    for (auto& text : texts) text = draft.enlarged({text}, room, {}, ground).front();
    return texts;
}

}  // namespace

SlideEntry entry_of(const doc::Item& item, const std::string& lead, const std::string& text) {
    constexpr double kBelowLead = 2;
    const auto parted = part_lead(item);
    SlideEntry entry;
    entry.span = item.span ? item.span : span_of(item.text);
    if (!parted.lead.empty()) entry.texts.push_back({parted.lead, lead, 0, false});
    // An entry has a text even if nothing is left of it: callers look at the first one.
    if (!parted.text.empty() || entry.texts.empty()) entry.texts.push_back({parted.text, text, kBelowLead, false});
    return entry;
}

std::size_t put_points(SlideDraft& draft, const std::vector<doc::Inlines>& points, bool beside) {
    constexpr double kMostBeside = 16, kMostAlone = 24;  // growth of each gap at most
    constexpr double kAboveLine = 5, kBelowOverline = 14, kTop = 8;
    const auto* slot = draft.slot("points");
    if (!slot || points.empty()) return 0;
    auto& s = draft.setting();
    const auto ground = draft.ground_of(slot);
    auto at = draft.put_panel(*slot);
    std::vector<SlideEntry> entries;
    for (const auto& point : points) entries.push_back(point_entry(point, "point-lead", "point-text"));
    const bool leads = any_lead(entries);
    if (!leads) {
        for (auto& entry : entries) {
            for (auto& text : entry.texts) text.style = "points", text.bullet = true;
        }
    }
    if (beside) {
        const auto used =
            draft.put({at.x, at.y, at.width, 0}, {{plain_words(s.locale.word("so-what")), "slide-overline"}}, ground);
        draft.add_hairline(at.x, at.y + used + kAboveLine, at.width, ground);
        at = {at.x, at.y + used + kBelowOverline, at.width, at.height - used - kBelowOverline};
    } else {
        at.y += kTop, at.height -= kTop;
    }
    auto list = leads ? kWithLeads : kBullets;
    const base::Size room{at.width, at.height};
    const auto most = static_cast<std::size_t>(std::max(1, s.layout.limits.points));
    if (!beside && entries.size() <= most) entries = draft.enlarged(entries, room, list, ground);
    const auto count = std::min(draft.fitting(entries, room, list, ground), most);
    entries.resize(std::min(count, entries.size()));
    list.gap += spread(at.height, draft.height(entries, at.width, list, ground), entries.size(),
                       beside ? kMostBeside : kMostAlone);
    draft.put(at, entries, list, ground, scene::Placeholder::body);
    return count;
}

std::size_t put_steps(SlideDraft& draft, const std::vector<doc::Inlines>& points) {
    constexpr std::size_t kMost = 5;
    constexpr double kHeight = 96, kPoint = 26, kSeam = 5;  // of an arrow; of its point; between arrows
    constexpr double kBeforeName = 14, kBelow = 8;
    constexpr double kLeast = 0.7;  // of the room for a card, with few words
    const auto* slot = draft.slot("steps");
    if (!slot || points.empty()) return 0;
    const auto& l = draft.setting().layout;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    const auto count = std::min(points.size(), kMost);
    const auto many = static_cast<double>(count);
    // The last arrow's point ends at the slot's right edge.
    const double width = (at.width + (many - 1) * (kPoint - kSeam)) / many, pitch = width - kPoint + kSeam;
    const double card_width = pitch - kSeam, text_width = card_width - 2 * kCardPad;
    std::vector<SlideEntry> names, texts;
    for (std::size_t i = 0; i < count; ++i) {
        auto entry = point_entry(points[i], "step-lead", "point-text");
        names.push_back({{}, entry.span});
        if (entry.texts.size() > 1) names.back().texts = {entry.texts.front()};
        texts.push_back({{entry.texts.back()}, entry.span});
        texts.back().texts[0].style = "point-text", texts.back().texts[0].before = 0;
    }
    const double room = at.height - kHeight - kBelow - 2 * kCardPad;
    if (auto large = enlarged_each(draft, texts, {text_width, room}, ground);
        tallest(draft, large, text_width, ground) <= room)
        texts = std::move(large);
    const double card = std::max(tallest(draft, texts, text_width, ground), room * kLeast) + 2 * kCardPad, top = at.y;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = at.x + static_cast<double>(i) * pitch;
        draft.add(artifact({arrow_of({x, top, width, kHeight}, kPoint, i > 0, l.color("primary"))}));
        const double left = x + (i > 0 ? kPoint : 0) + kBeforeName, inner = x + width - kPoint - left;
        if (!names[i].texts.empty()) {
            const auto name = draft.enlarged({names[i]}, {inner, kHeight}, {}, "primary").front().texts;
            const double height = draft.height(name, inner, "primary");
            if (height > kHeight) draft.report_overflow("step's name", height, kHeight, names[i].span);
            draft.put({left, top + (kHeight - height) / 2, inner, height}, name, "primary");
        }
        const double height = draft.height(texts[i].texts, text_width, ground);
        if (height > room + kSlideSlack) draft.report_overflow("step", height, room, texts[i].span);
        const base::Rect below{x, top + kHeight + kBelow, card_width, card};
        draft.add(filled(below, card_ground(draft, ground)));
        draft.put({below.x + kCardPad, below.y + kCardPad, text_width, height}, texts[i].texts, ground);
    }
    return count;
}

std::size_t put_people(SlideDraft& draft, const std::vector<doc::Inlines>& points) {
    constexpr double kTallest = 170;  // of a card with few words
    constexpr double kBar = 4;
    const auto* slot = draft.slot("people");
    if (!slot || points.empty()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    // Cards in a row: few people get wide cards, many get rows of four.
    const std::size_t across = points.size() <= 2 ? points.size() : points.size() <= 4 ? 2 : points.size() <= 6 ? 3 : 4;
    const auto places = side_by_side(at, across, kCardGap);
    const double inner = places[0].width - 2 * kCardPad;
    const auto rows = (points.size() + across - 1) / across;
    std::vector<SlideEntry> entries;
    for (const auto& point : points) entries.push_back(point_entry(point, "point-lead", "point-text"));
    const auto card_height = [&](const std::vector<SlideEntry>& texts) {
        return tallest(draft, texts, inner, ground) + 2 * kCardPad;
    };
    const double share = (at.height - kCardGap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    if (auto large = enlarged_each(draft, entries, {inner, kAnyHeight}, ground); card_height(large) <= share)
        entries = std::move(large);
    const double tall = std::max(card_height(entries), std::min(share, kTallest));
    const auto fit = static_cast<std::size_t>(std::max(0.0, (at.height + kCardGap + kSlideSlack) / (tall + kCardGap)));
    const auto count = std::min(points.size(), fit * across);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& column = places[i % across];
        const base::Rect card{column.x, at.y + static_cast<double>(i / across) * (tall + kCardGap), column.width, tall};
        draft.add(filled(card, card_ground(draft, ground)));
        draft.add(filled({card.x, card.y, kBar, card.height}, draft.color("primary", ground)));
        const double height = draft.height(entries[i].texts, inner, ground);
        draft.put({card.x + kCardPad, card.y + (card.height - height) / 2, inner, height}, entries[i].texts, ground);
    }
    return count;
}

void put_columns(SlideDraft& draft, const std::vector<doc::SlideChoice::Column>& columns) {
    constexpr double kBar = 4, kBelowHead = 26, kGap = 22, kMost = 34;  // kMost: growth of each gap at most
    const auto* slot = draft.slot("columns");
    if (!slot) return put_step_columns(draft, columns);
    if (columns.empty()) return;
    const auto ground = draft.ground_of(slot);
    const auto places = side_by_side(draft.put_content_panel(*slot), columns.size());
    const double inner = places[0].width - 2 * kCardPad;
    double head = 0;
    std::size_t rows = 0;
    for (const auto& column : columns) {
        head = std::max(head, draft.height({{column.title, "column-head"}}, inner, ground));
        rows = std::max(rows, column.points.size());
    }
    const double top = places[0].y + kBar + kCardPad + head + kBelowHead, room = places[0].bottom() - kCardPad - top;
    // Points of all columns are level in rows, each as tall as its tallest point.
    const auto tall_rows = [&](const char* style) {
        std::vector<double> tall(rows);
        for (const auto& column : columns) {
            for (std::size_t r = 0; r < column.points.size(); ++r)
                tall[r] = std::max(tall[r], draft.height({{column.points[r], style, 0, false}}, inner, ground));
        }
        return tall;
    };
    const auto sum = [&](const std::vector<double>& tall) {
        double height = kGap * static_cast<double>(tall.empty() ? 0 : tall.size() - 1);
        for (const double row : tall) height += row;
        return height;
    };
    std::string style = "points";
    auto tall = tall_rows("points");
    if (draft.setting().layout.styles.count("points-large") > 0) {
        if (auto large = tall_rows("points-large"); sum(large) <= room) tall = std::move(large), style = "points-large";
    }
    const double gap = kGap + spread(room, sum(tall), rows, kMost);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto& at = places[c];
        draft.add(filled(at, card_ground(draft, ground)));
        draft.add(filled({at.x, at.y, at.width, kBar},
                         c == 0 ? draft.color("primary", ground) : draft.color("mark", ground)));
        draft.put({at.x + kCardPad, at.y + kBar + kCardPad, inner, head}, {{columns[c].title, "column-head"}}, ground);
        std::vector<SlideEntry> entries;
        double y = top, before = 0;
        for (std::size_t r = 0; r < columns[c].points.size(); ++r) {
            const auto& point = columns[c].points[r];
            draft.add_hairline(at.x + kCardPad, y - (r > 0 ? gap / 2 : kBelowHead / 2), inner, ground);
            entries.push_back({{{point, style, 0, false}}, span_of(point), before});
            const double height = draft.height(entries.back().texts, inner, ground);
            if (y + height > at.bottom() - kCardPad + kSlideSlack)
                draft.report_overflow("column", y + height - top, room, entries.back().span);
            before = tall[r] - height + gap;
            y += tall[r] + gap;
        }
        draft.put({at.x + kCardPad, top, inner, room}, entries, {gap, false}, ground);
    }
}

}  // namespace precis::layout
