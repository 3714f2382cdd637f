// The briefing's own lists on slides: findings with their figures, actions, cards, dates, agenda, sources.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <numeric>

#include "layout/blocks/runs.h"
#include "layout/slides/slide_places.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// Where the word ends that begins at `from`: at a space, which may be one that does not break.
std::size_t word_end(const std::string& text, std::size_t from) {
    return std::min({text.find(' ', from), text.find("\u00a0", from), text.find("\u202f", from), text.size()});
}

// The first bound figure of a finding that can stand by itself: "68%", ">$1.5 million" of ">$1.5 million a month"; not
// "more than 600".
std::string figure_of(const doc::Inlines& words) {
    constexpr std::size_t kLongest = 8;
    for (const auto& one : words) {
        const auto* w = std::get_if<doc::Words>(&one);
        if (!w || !w->bound) continue;
        const auto end = word_end(w->text, 0);
        if (end > kLongest || !has_digit(w->text.substr(0, end))) continue;
        if (end == w->text.size()) return w->text;
        const auto next = w->text.find_first_not_of(" \u00a0\u202f", end);
        const auto unit =
            next == std::string::npos ? std::string() : w->text.substr(next, word_end(w->text, next) - next);
        for (const char* large : {"thousand", "million", "billion", "trillion"})
            if (unit == large) return w->text.substr(0, end) + "\u00a0" + unit;
    }
    return {};
}

std::vector<text::Run> figure_runs(const SlideDraft& draft, const std::string& words, const GroundName& ground) {
    const auto& value = draft.style("summary-figure", ground);
    const auto end = words.find_last_of("0123456789");
    if (end == std::string::npos) return {run_of(words, value)};
    std::vector<text::Run> runs{run_of(words.substr(0, end + 1), value)};
    if (end + 1 < words.size()) runs.push_back(run_of(words.substr(end + 1), draft.style("summary-unit", ground)));
    return runs;
}

double width_of(const SlideDraft& draft, const std::string& figure, const GroundName& ground) {
    return set_runs(draft.setting(), figure_runs(draft, figure, ground), draft.style("summary-figure", ground), 1e4)
        .width;
}

double cap_shift(const SlideDraft& draft, const style::TextStyle& large, const style::TextStyle& small) {
    // First baselines meet.
    return baseline(draft.setting(), small) - baseline(draft.setting(), large);
}

}  // namespace

std::size_t put_findings(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr std::size_t kMost = 4;
    constexpr double kFigure = 132, kPad = 10;
    const auto* slot = draft.slot("findings");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto count = std::min(items.size() - from, kMost);
    const double row = at.height / static_cast<double>(std::max<std::size_t>(count, 3));
    // All figures stand in one column: as wide as the widest needs, if that leaves the words their room.
    double column = std::min(kFigure, at.width * 0.24);
    for (std::size_t i = 0; i < count; ++i)
        column = std::max(column, width_of(draft, figure_of(items[from + i].text), ground));
    column = std::min(column, at.width * 0.36);
    std::size_t done = 0;
    for (; done < count; ++done) {
        const auto& item = items[from + done];
        const double y = at.y + static_cast<double>(done) * row + kPad;
        auto figure = figure_of(item.text);
        if (width_of(draft, figure, ground) > column + 0.5) figure.clear();
        const auto entry = entry_of(item, "point-lead", "point-text");
        const double x = at.x + column + 16, width = at.width - column - 16;
        const double height = draft.height(entry.texts, width, ground);
        if (height > row - kPad + 0.5) {
            draft.overflows("finding", height, row - kPad, entry.span);
        }
        if (done > 0) draft.hairline(at.x, y - kPad, at.width, ground);
        if (!figure.empty()) {
            const auto& look = draft.style("summary-figure", ground);
            draft.put_runs({at.x, y - look.leading * 0.14, column, 0}, figure_runs(draft, figure, ground), look);
        }
        draft.put({x, y, width, 0}, entry.texts, ground);
    }
    return done;
}

std::size_t put_actions(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr double kNumber = 30, kPadTop = 18, kGap = 14;
    const auto* slot = draft.slot("actions");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.panel(*slot);
    double y = at.y + kPadTop;
    y += draft.put({at.x, y, at.width, 0}, {{plain_words(word_of(draft.setting(), "recommendations")), "action-head"}},
                   ground);
    y += 12;
    std::vector<SlideEntry> entries;
    double used = 0;
    const double room = at.bottom() - kPadTop - y;
    for (auto i = from; i < items.size(); ++i) {
        auto entry = entry_of(items[i], "action-lead", "action-text");
        const double height = draft.height(entry.texts, at.width - kNumber, ground);
        if (used + height > room + kPadTop - 6) break;
        used += height + kGap;
        entries.push_back(std::move(entry));
    }
    const double more = spread(room, used - kGap, entries.size(), 12);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& numeral = draft.style("action-number", ground);
        const double by = cap_shift(draft, numeral, draft.style("action-lead", ground));
        draft.put({at.x, y + by, kNumber, 0}, {{plain_words(fmt::format("{}", from + i + 1)), "action-number"}},
                  ground);
        y += draft.put({at.x + kNumber, y, at.width - kNumber, 0}, entries[i].texts, ground) + kGap + more;
    }
    return entries.size();
}

std::size_t put_cards(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr std::size_t kMost = 4;
    constexpr double kGap = 16, kPad = 18, kBar = 4, kBelowLead = 8, kNarrow = 170, kNumber = 46;
    constexpr double kLeast = 0.7;  // of the slot's height: what a card takes with few words
    const auto* slot = draft.slot("cards");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto count = std::min(items.size() - from, kMost);
    // Where a row of cards would be too narrow they stand two and two, the number beside the words.
    const bool in_pairs = count > 2 && at.width / static_cast<double>(count) < kNarrow;
    const auto across = in_pairs ? 2 : count;
    const auto rows = (count + across - 1) / across;
    const auto places = side_by_side(at, across, kGap);
    const double room = (at.height - kGap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    const double inset = kPad + (in_pairs ? kNumber : 0), inner = places[0].width - inset - kPad;
    const double number_height = draft.height({{plain_words("1"), "card-number"}}, inner, ground) + 10;
    const double above = kBar + kPad + (in_pairs ? 0 : number_height);
    std::vector<SlideEntry> leads, texts;
    double lead_height = 0, text_height = 0;
    const auto set = [&](const std::string& size) {
        leads.clear(), texts.clear();
        lead_height = text_height = 0;
        for (std::size_t i = 0; i < count; ++i) {
            auto entry = entry_of(items[from + i], "card-lead" + size, "card-text" + size);
            auto text = entry.texts.back();
            text.style = "card-text" + size, text.before = 0;
            leads.push_back({{}, entry.span});
            if (entry.texts.size() > 1) leads.back().texts = {entry.texts.front()};
            texts.push_back({{std::move(text)}, entry.span});
            lead_height = std::max(lead_height, draft.height(leads.back().texts, inner, ground));
            text_height = std::max(text_height, draft.height(texts.back().texts, inner, ground));
        }
        return above + lead_height + kBelowLead + text_height + kPad;
    };
    double used = draft.setting().layout.styles.count("card-text-large") > 0 ? set("-large") : 1e9;
    if (used > room) used = set("");
    const double tall = std::clamp(used + kPad, std::min(room, room * (in_pairs ? 1 : kLeast)), room);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& column = places[i % across];
        const base::Rect card{column.x, at.y + static_cast<double>(i / across) * (room + kGap), column.width, tall};
        draft.add(filled(card, card_ground(draft, ground)));
        draft.add(filled({card.x, card.y, card.width, kBar}, draft.color("mark", ground)));
        const auto number = plain_words(fmt::format("{}", from + i + 1));
        const double lift = in_pairs ? 8 : 0;  // its top and the lead's on one line
        draft.put({card.x + kPad, card.y + kBar + kPad - lift, in_pairs ? kNumber : inner, 0},
                  {{number, "card-number"}}, ground);
        const double x = card.x + inset;
        double y = card.y + above;
        if (!leads[i].texts.empty()) draft.put({x, y, inner, 0}, leads[i].texts, ground);
        y += lead_height + kBelowLead;
        const double height = draft.height(texts[i].texts, inner, ground);
        if (y + height > card.y + room + 0.5) draft.overflows("card", height, card.y + room - y, texts[i].span);
        draft.put({x, y, inner, 0}, texts[i].texts, ground);
    }
    return count;
}

std::size_t put_dates(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr double kDate = 176, kPad = 11, kMost = 26;
    const auto* slot = draft.slot("dates");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const base::Size room{at.width - kDate, at.height - 2 * kPad};
    const SlideList list{2 * kPad, true};
    std::vector<SlideEntry> entries;
    for (auto i = from; i < items.size(); ++i) entries.push_back(entry_of(items[i], "point-lead", "point-text"));
    entries = draft.enlarged(entries, room, list, ground);
    entries.resize(draft.fitting(entries, room, list, ground));
    const bool large = !entries.empty() && entries[0].texts[0].style.ends_with("-large");
    const bool has_large = draft.setting().layout.styles.count("slide-date-large") > 0;
    const double used = draft.height(entries, room.width, list, ground) + 2 * kPad;
    const double pad = kPad + spread(at.height, used, 2 * entries.size(), kMost);
    double y = at.y;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0) draft.hairline(at.x, y, at.width, ground);
        draft.put({at.x, y + pad, kDate - 16, 0},
                  {{plain_words(items[from + i].by), large && has_large ? "slide-date-large" : "slide-date"}}, ground);
        y += draft.put({at.x + kDate, y + pad, room.width, 0}, entries[i].texts, ground) + 2 * pad;
    }
    return entries.size();
}

std::size_t put_sources(SlideDraft& draft, const std::vector<doc::SourceEntry>& sources, std::size_t from) {
    constexpr double kNumber = 24, kGap = 7;
    const auto places = draft.slots("sources");
    if (places.empty()) return 0;
    std::string size;  // of the letters
    const auto texts_of = [&](std::size_t i) {
        std::vector<SlideText> texts{{sources[i].text, "slide-small" + size, 0, false}};
        if (!sources[i].caveat.empty())
            texts.push_back({plain_words(sources[i].caveat), "slide-caveat" + size, 1, false});
        return texts;
    };
    const auto* first = places.front();
    std::vector<double> heights;
    double all = 0;
    const auto measure = [&] {
        heights.clear();
        for (auto i = from; i < sources.size(); ++i) {
            heights.push_back(draft.height(texts_of(i), draft.rect(*first).width - kNumber, draft.ground_of(first)) +
                              kGap);
        }
        all = std::accumulate(heights.begin(), heights.end(), 0.0);
    };
    const auto columns = static_cast<double>(places.size());
    const double tallest = draft.rect(*first).height;
    const auto& styles = draft.setting().layout.styles;
    if (from == 0 && styles.count("slide-small-large") > 0 && styles.count("slide-caveat-large") > 0) {
        size = "-large";
        measure();
        if (all > columns * tallest * 0.9) size.clear();
    }
    if (size.empty()) measure();
    // Where all of them have room, the columns end at like heights.
    const bool balanced = all <= columns * tallest * 0.9;
    std::size_t done = 0;
    double told = 0;
    for (std::size_t c = 0; c < places.size(); ++c) {
        const auto ground = draft.ground_of(places[c]);
        const auto at = draft.rect(*places[c]);
        const double end = balanced && c + 1 < places.size() ? all * static_cast<double>(c + 1) / columns : 1e9;
        double y = at.y;
        for (; from + done < sources.size(); ++done) {
            const double height = heights[done];
            if (y + height - kGap > at.bottom() + 0.5 || told + height / 2 > end) break;
            const auto number = fmt::format("{}", sources[from + done].number);
            draft.anchor("source-" + number);
            draft.put({at.x, y, kNumber - 4, 0}, {{plain_words(number), "slide-small-strong" + size}}, ground);
            draft.put({at.x + kNumber, y, at.width - kNumber, 0}, texts_of(from + done), ground);
            y += height;
            told += height;
        }
    }
    return done;
}

std::size_t put_agenda(SlideDraft& draft, const std::vector<AgendaEntry>& entries, std::size_t from) {
    constexpr double kTallest = 72, kLowest = 40, kNumber = 44, kTitle = 220;
    const auto* slot = draft.slot("agenda");
    if (!slot || from >= entries.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto most = static_cast<std::size_t>(std::max(1.0, at.height / kLowest));
    const auto count = std::min(entries.size() - from, most);
    const double row = std::min(kTallest, at.height / static_cast<double>(count));
    for (std::size_t i = 0; i < count; ++i) {
        const double y = at.y + static_cast<double>(i) * row;
        const auto& entry = entries[from + i];
        auto title = plain_words(entry.title);
        std::get<doc::Words>(title[0]).link = "#" + entry.anchor;
        const double by = cap_shift(draft, draft.style("agenda-number", ground), draft.style("agenda-title", ground));
        draft.put({at.x, y + 10 + by, kNumber, 0}, {{plain_words(fmt::format("{}", from + i + 1)), "agenda-number"}},
                  ground);
        draft.put({at.x + kNumber, y + 10, kTitle, 0}, {{title, "agenda-title"}}, ground);
        const double x = at.x + kNumber + kTitle + 16, width = at.right() - x;
        const double height = draft.height({{entry.headline, "agenda-text"}}, width, ground);
        if (height > row - 8) draft.overflows("agenda's entry", height, row - 8, span_of(entry.headline));
        draft.put({x, y + 10, width, 0}, {{entry.headline, "agenda-text"}}, ground);
        draft.hairline(at.x, y + row, at.width, ground);
    }
    return count;
}

}  // namespace precis::layout
