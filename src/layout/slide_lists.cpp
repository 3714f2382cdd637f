// Words in the slots of a slide: points, findings, actions, cards, dates, agenda, sources.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "layout/runs.h"
#include "layout/slide_slots.h"

namespace precis::layout {
namespace {

constexpr double kColumnGap = 24;
constexpr SlideList kSoWhat{21, true}, kBullets{12, false};

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// The first bound figure of a finding that stands by itself and is short ("68%", not "more than 600").
std::string figure_of(const doc::Inlines& words) {
    constexpr std::size_t kLongest = 8;
    for (const auto& one : words) {
        const auto* w = std::get_if<doc::Words>(&one);
        if (!w || !w->bound || !has_digit(w->text) || w->text.size() > kLongest) continue;
        if (w->text.find(' ') == std::string::npos && w->text.find("\u00a0") == std::string::npos) return w->text;
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

bool any_lead(const std::vector<SlideEntry>& entries) {
    return std::any_of(entries.begin(), entries.end(), [](const auto& e) { return e.texts.size() > 1; });
}

// Places of `count` cards side by side.
std::vector<base::Rect> side_by_side(const base::Rect& at, std::size_t count) {
    const double width = (at.width - kColumnGap * static_cast<double>(count - 1)) / static_cast<double>(count);
    std::vector<base::Rect> places;
    for (std::size_t i = 0; i < count; ++i) {
        places.push_back({at.x + static_cast<double>(i) * (width + kColumnGap), at.y, width, at.height});
    }
    return places;
}

double cap_shift(const SlideDraft& draft, const style::TextStyle& large, const style::TextStyle& small) {
    // First baselines meet.
    return baseline(draft.setting(), small) - baseline(draft.setting(), large);
}

}  // namespace

SlideEntry entry_of(const doc::Item& item, const std::string& lead, const std::string& text) {
    const auto parted = part_lead(item);
    SlideEntry entry;
    entry.span = item.span ? item.span : span_of(item.text);
    if (!parted.lead.empty()) entry.texts.push_back({parted.lead, lead, 0, false});
    if (!parted.text.empty()) entry.texts.push_back({parted.text, text, 2, false});
    return entry;
}

std::size_t put_points(SlideDraft& draft, const std::vector<doc::Inlines>& points, bool beside) {
    const auto* slot = draft.slot("points");
    if (!slot || points.empty()) return 0;
    auto& s = draft.setting();
    const auto ground = draft.ground_of(slot);
    auto at = draft.panel(*slot);
    std::vector<SlideEntry> entries;
    for (const auto& point : points) {
        entries.push_back(entry_of({point, {}, {}, span_of(point)}, "point-lead", "point-text"));
    }
    const bool leads = any_lead(entries);
    if (!leads) {
        for (auto& entry : entries) {
            for (auto& text : entry.texts) text.style = "points", text.bullet = true;
        }
    }
    if (beside) {
        const auto used =
            draft.put({at.x, at.y, at.width, 0}, {{plain_words(word_of(s, "so-what")), "slide-overline"}}, ground);
        draft.hairline(at.x, at.y + used + 5, at.width, ground);
        at = {at.x, at.y + used + 14, at.width, at.height - used - 14};
    } else {
        at.y += 8, at.height -= 8;
    }
    const auto list = leads ? kSoWhat : kBullets;
    auto count = draft.fitting(entries, {at.width, at.height}, list, ground);
    count = std::min(count, static_cast<std::size_t>(std::max(1, s.layout.limits.points)));
    entries.resize(std::min(count, entries.size()));
    draft.put(at, entries, list, ground, scene::Placeholder::body);
    return count;
}

std::size_t put_steps(SlideDraft& draft, const std::vector<doc::Inlines>& points) {
    constexpr std::size_t kMost = 5;
    constexpr double kHeight = 62, kPoint = 18;
    const auto* slot = draft.slot("steps");
    if (!slot || points.empty()) return 0;
    const auto& l = draft.setting().layout;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto count = std::min(points.size(), kMost);
    const double width = (at.width + kPoint) / static_cast<double>(count) - 6;
    for (std::size_t i = 0; i < count; ++i) {
        const auto entry = entry_of({points[i], {}, {}, span_of(points[i])}, "step-lead", "point-text");
        const double x =
            at.x +
            static_cast<double>(i) *
                (width - kPoint + 6 * static_cast<double>(count) / std::max<double>(1, static_cast<double>(count - 1)));
        scene::Path arrow;
        const double tip = x + width, notch = i == 0 ? x : x + kPoint;
        arrow.steps = {scene::MoveTo{{x, at.y}},
                       scene::LineTo{{tip - kPoint, at.y}},
                       scene::LineTo{{tip, at.y + kHeight / 2}},
                       scene::LineTo{{tip - kPoint, at.y + kHeight}},
                       scene::LineTo{{x, at.y + kHeight}},
                       scene::LineTo{{notch, at.y + kHeight / 2}},
                       scene::ClosePath{}};
        arrow.fill = l.color("primary");
        draft.add(artifact({std::move(arrow)}));
        const double left = notch + 10, inner = tip - kPoint - left;
        const bool led = entry.texts.size() > 1;
        if (led) {
            const double height = draft.height({entry.texts[0]}, inner, "primary");
            if (height > kHeight) draft.overflows("step's name", height, kHeight, entry.span);
            draft.put({left, at.y + (kHeight - height) / 2, inner, height}, {entry.texts[0]}, "primary");
        }
        auto text = entry.texts.back();
        text.style = "point-text";
        const double below = at.y + kHeight + 16, room = at.bottom() - below;
        const double height = draft.height({text}, width - kPoint - 14, ground);
        if (height > room + 0.5) draft.overflows("step", height, room, entry.span);
        draft.put({x + 2, below, width - kPoint - 14, height}, {text}, ground);
    }
    return count;
}

std::size_t put_people(SlideDraft& draft, const std::vector<doc::Inlines>& points) {
    constexpr std::size_t kAcross = 4;
    constexpr double kRowGap = 18;
    const auto* slot = draft.slot("people");
    if (!slot || points.empty()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto places = side_by_side(at, kAcross);
    double y = at.y + 4;
    std::size_t done = 0;
    while (done < points.size()) {
        double tallest = 0;
        std::vector<SlideEntry> row;
        for (std::size_t i = done; i < std::min(points.size(), done + kAcross); ++i) {
            row.push_back(entry_of({points[i], {}, {}, span_of(points[i])}, "point-lead", "point-text"));
            tallest = std::max(tallest, draft.height(row.back().texts, places[0].width, ground));
        }
        if (y + 10 + tallest > at.bottom() + 0.5) break;
        for (std::size_t c = 0; c < row.size(); ++c) {
            draft.add(rule(places[c].x, y, places[c].width, 1.25, draft.setting().layout.color("primary")));
            draft.put({places[c].x, y + 8, places[c].width, tallest}, row[c].texts, ground);
        }
        y += 8 + tallest + kRowGap;
        done += row.size();
    }
    return done;
}

void put_columns(SlideDraft& draft, const std::vector<doc::SlideChoice::Column>& columns) {
    const auto* slot = draft.slot("columns");
    if (!slot || columns.empty()) return;
    const auto ground = draft.ground_of(slot);
    const auto places = side_by_side(draft.rect(*slot), columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto& at = places[c];
        draft.add(
            rule(at.x, at.y + 1, at.width, 2, c == 0 ? draft.color("primary", ground) : draft.color("mark", ground)));
        const double head = draft.put({at.x, at.y + 10, at.width, 0}, {{columns[c].title, "column-head"}}, ground);
        std::vector<SlideEntry> entries;
        for (const auto& point : columns[c].points) {
            entries.push_back({{{point, "points", 0, true}}, span_of(point)});
        }
        const base::Rect below{at.x, at.y + head + 20, at.width, at.height - head - 20};
        const auto fit = draft.fitting(entries, {below.width, below.height}, kBullets, ground);
        if (fit < entries.size()) {
            draft.overflows("column", draft.height(entries, below.width, kBullets, ground), below.height,
                            entries[fit].span);
        }
        draft.put(below, entries, kBullets, ground);
    }
}

std::size_t put_findings(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr std::size_t kMost = 4;
    constexpr double kFigure = 132, kPad = 10;
    const auto* slot = draft.slot("findings");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto count = std::min(items.size() - from, kMost);
    const double row = at.height / static_cast<double>(std::max<std::size_t>(count, 3));
    std::size_t done = 0;
    for (; done < count; ++done) {
        const auto& item = items[from + done];
        const double y = at.y + static_cast<double>(done) * row + kPad;
        const auto figure = figure_of(item.text);
        const auto entry = entry_of(item, "point-lead", "point-text");
        const double x = at.x + kFigure + 16, width = at.width - kFigure - 16;
        const double height = draft.height(entry.texts, width, ground);
        if (height > row - kPad + 0.5) {
            draft.overflows("finding", height, row - kPad, entry.span);
        }
        if (done > 0) draft.hairline(at.x, y - kPad, at.width, ground);
        if (!figure.empty()) {
            const auto& look = draft.style("summary-figure", ground);
            draft.put_runs({at.x, y - look.leading * 0.14, kFigure, 0}, figure_runs(draft, figure, ground), look);
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
    std::size_t done = 0;
    for (; from + done < items.size(); ++done) {
        const auto entry = entry_of(items[from + done], "action-lead", "action-text");
        const double height = draft.height(entry.texts, at.width - kNumber, ground);
        if (y + height > at.bottom() - 6) break;
        const auto& numeral = draft.style("action-number", ground);
        const double by = cap_shift(draft, numeral, draft.style("action-lead", ground));
        draft.put({at.x, y + by, kNumber, 0}, {{plain_words(fmt::format("{}", from + done + 1)), "action-number"}},
                  ground);
        draft.put({at.x + kNumber, y, at.width - kNumber, 0}, entry.texts, ground);
        y += height + kGap;
    }
    return done;
}

std::size_t put_cards(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr std::size_t kMost = 4;
    const auto* slot = draft.slot("cards");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto count = std::min(items.size() - from, kMost);
    const auto places = side_by_side(at, count);
    double lead_height = 0;
    std::vector<SlideEntry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        entries.push_back(entry_of(items[from + i], "card-lead", "card-text"));
        if (entries.back().texts.size() > 1)
            lead_height = std::max(lead_height, draft.height({entries.back().texts[0]}, places[i].width, ground));
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto& place = places[i];
        draft.hairline(place.x, at.y, place.width, ground, 1.25);
        double y = at.y + 14;
        y += draft.put({place.x, y, place.width, 0}, {{plain_words(fmt::format("{}", from + i + 1)), "card-number"}},
                       ground) +
             6;
        const bool led = entries[i].texts.size() > 1;
        if (led) draft.put({place.x, y, place.width, 0}, {entries[i].texts[0]}, ground);
        y += lead_height + 8;
        const double height = draft.height({entries[i].texts.back()}, place.width, ground);
        if (y + height > at.bottom() + 0.5) draft.overflows("card", height, at.bottom() - y, entries[i].span);
        auto text = entries[i].texts.back();
        text.style = "card-text";
        draft.put({place.x, y, place.width, 0}, {text}, ground);
    }
    return count;
}

std::size_t put_dates(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr double kDate = 176, kPad = 11;
    const auto* slot = draft.slot("dates");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    double y = at.y;
    std::size_t done = 0;
    for (; from + done < items.size(); ++done) {
        const auto& item = items[from + done];
        const auto entry = entry_of(item, "point-lead", "point-text");
        const double width = at.width - kDate;
        const double height = draft.height(entry.texts, width, ground);
        if (y + kPad + height > at.bottom() + 0.5) break;
        if (done > 0) draft.hairline(at.x, y, at.width, ground);
        draft.put({at.x, y + kPad, kDate - 16, 0}, {{plain_words(item.by), "slide-date"}}, ground);
        draft.put({at.x + kDate, y + kPad, width, 0}, entry.texts, ground);
        y += height + 2 * kPad;
    }
    return done;
}

std::size_t put_sources(SlideDraft& draft, const std::vector<doc::SourceEntry>& sources, std::size_t from) {
    const auto places = draft.slots("sources");
    std::size_t done = 0;
    for (const auto* slot : places) {
        const auto ground = draft.ground_of(slot);
        const auto at = draft.rect(*slot);
        double y = at.y;
        for (; from + done < sources.size(); ++done) {
            const auto& source = sources[from + done];
            std::vector<SlideText> texts{{source.text, "slide-small", 0, false}};
            if (!source.caveat.empty()) texts.push_back({plain_words(source.caveat), "slide-caveat", 1, false});
            const double height = draft.height(texts, at.width - 24, ground);
            if (y + height > at.bottom() + 0.5) break;
            draft.anchor(fmt::format("source-{}", source.number));
            draft.put({at.x, y, 20, 0}, {{plain_words(fmt::format("{}", source.number)), "slide-small-strong"}},
                      ground);
            draft.put({at.x + 24, y, at.width - 24, 0}, texts, ground);
            y += height + 7;
        }
    }
    return done;
}

std::size_t put_agenda(SlideDraft& draft, const std::vector<AgendaEntry>& entries, std::size_t from) {
    constexpr double kTallest = 62, kLowest = 40, kNumber = 44, kTitle = 220;
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
