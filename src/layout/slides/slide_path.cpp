// layout/slides/slide_path.cpp: the way from the briefing's date to the last thing to watch, as a line in time.
// Lengths were chosen by eye; points.
#include <algorithm>
#include <cmath>

#include "base/calendar.h"
#include "layout/blocks/runs.h"
#include "layout/slides/slide_shapes.h"
#include "layout/slides/slide_slots.h"
#include "scene/shapes.h"

namespace precis::layout {
namespace {

constexpr std::size_t kMost = 4;                            // stations
constexpr double kYear = 366;                               // days; what is later has no place on the line
constexpr double kBefore = 0.1;                             // of the width, left of the first day and right of the last
constexpr double kDisc = 8, kRing = 9, kPill = 18;          // radii; height of a pill
constexpr double kThick = 5, kThin = 1;                     // lines
constexpr double kWordGap = 6, kAir = 12, kAnyWidth = 1e4;  // from the line to words; between words

/// A thing to watch with its days.
struct Station {
    const doc::Item* item = nullptr;
    double from = 0, to = 0;  // days since 1970-01-01; the end is exclusive
    bool is_day() const { return to - from < 8; }
};

/// The days of a date, a period or a range.
std::optional<std::pair<double, double>> days_of(const std::string& iso) {
    const auto slash = iso.find('/');
    if (slash != std::string::npos) {
        const auto a = days_of(iso.substr(0, slash)), b = days_of(iso.substr(slash + 1));
        return a && b ? std::optional(std::pair(a->first, b->second)) : std::nullopt;
    }
    const auto date = base::parse_date(iso);
    if (!date) return std::nullopt;
    const auto day = [](int year, int month, int of_month) {
        return static_cast<double>(base::day_number(year + (month - 1) / 12, (month - 1) % 12 + 1, of_month));
    };
    if (date->day > 0) {
        const double begin = day(date->year, date->month, date->day);
        return std::pair(begin, begin + 1);
    }
    if (date->week > 0) {
        const auto begin = static_cast<double>(base::week_begin(date->year, date->week));
        return std::pair(begin, begin + 7);
    }
    if (date->month > 0) return std::pair(day(date->year, date->month, 1), day(date->year, date->month + 1, 1));
    if (date->quarter > 0)
        return std::pair(day(date->year, 3 * date->quarter - 2, 1), day(date->year, 3 * date->quarter + 1, 1));
    return std::nullopt;  // a year is no date to work towards
}

std::vector<Station> stations_of(const doc::Document& document) {
    std::vector<Station> stations;
    const auto today = days_of(document.date_iso);
    if (!today) return stations;
    for (const auto& item : document.watch) {
        const auto days = days_of(item.by_iso);
        if (!days || days->second <= today->second || days->first - today->first > kYear) continue;
        if (part_lead(item).lead.empty()) continue;  // a sentence has no place on the line
        stations.push_back({&item, std::max(days->first, today->first + 1), days->second});
    }
    std::stable_sort(stations.begin(), stations.end(), [](const Station& a, const Station& b) { return a.to < b.to; });
    if (stations.size() > kMost) stations.clear();
    return stations;
}

/// The line in time.
struct Way {
    base::Rect at;
    double today = 0, last = 0, left = 0, right = 0;
    double x_of(double day) const { return left + (right - left) * (day - today) / std::max(last - today, 1.0); }
};

Way way_of(const SlideDraft& draft, const style::Slot& slot, const std::vector<Station>& stations) {
    const auto at = draft.rect(slot);
    return {at, days_of(draft.setting().document.date_iso)->first, stations.back().to, at.x + at.width * kBefore,
            at.right() - at.width * kBefore};
}

/// Words over or under the line, each where it is centred on its station as far as the others let it.
struct Words {
    std::vector<text::Run> runs;
    const style::TextStyle* look = nullptr;
    double x = 0, width = 0;
    bool over = false;
};

/// The words of all stations; none if they have no room.
std::vector<Words> words_of(const SlideDraft& draft, const Way& way, const std::vector<Station>& stations,
                            const GroundName& ground) {
    std::vector<Words> all;
    double over_end = way.at.x, under_end = way.at.x;  // where words end
    bool fits = true;
    const auto add = [&](const std::string& line, double middle, bool over, bool loud) {
        const auto& look = draft.style(loud ? "path-goal" : "path-word", ground);
        Words words{{run_of(line, look)}, &look, 0, 0, over};
        words.width = set_runs(draft.setting(), words.runs, look, kAnyWidth).width + 1;
        double& end = over ? over_end : under_end;
        words.x = std::max(end, std::min(middle - words.width / 2, way.at.right() - words.width));
        fits = fits && words.x + words.width <= way.at.right() + kSlideSlack;
        end = words.x + words.width + kAir;
        all.push_back(std::move(words));
    };
    add(draft.setting().document.date, way.left, true, false);
    for (std::size_t i = 0; i < stations.size(); ++i) {
        const bool goal = i + 1 == stations.size();
        const double middle = (way.x_of(stations[i].from) + way.x_of(stations[i].to)) / 2;
        // A lead ends in a full stop, a station does not.
        auto name = doc::plain_text(part_lead(*stations[i].item).lead);
        while (!name.empty() && (name.back() == '.' || name.back() == ':' || name.back() == ',')) name.pop_back();
        add(name + ", " + stations[i].item->by, middle, goal || i % 2 == 1, goal);
    }
    if (!fits) all.clear();
    return all;
}

}  // namespace

bool has_path(const SlideDraft& draft) {
    const auto* slot = draft.slot("path");
    const auto stations = stations_of(draft.setting().document);
    return slot != nullptr && !stations.empty() &&
           !words_of(draft, way_of(draft, *slot, stations), stations, draft.ground_of(slot)).empty();
}

void put_path(SlideDraft& draft) {
    const auto* slot = draft.slot("path");
    const auto stations = stations_of(draft.setting().document);
    if (!slot || stations.empty()) return;
    const auto ground = draft.ground_of(slot);
    const auto way = way_of(draft, *slot, stations);
    const auto& at = way.at;
    const auto x_of = [&](double day) { return way.x_of(day); };
    const double left = way.left, y = at.y + at.height / 2;
    const auto mark = draft.color("mark", ground), rule = draft.color("rule", ground),
               text = draft.color("text", ground);
    std::vector<scene::Item> marks;
    marks.emplace_back(filled({at.x, y - kThin / 2, at.width, kThin}, rule));
    marks.emplace_back(filled({left, y - kThick / 2, x_of(stations.back().from) - left, kThick}, rule));
    for (const auto& station : stations) {
        const bool goal = &station == &stations.back();
        const double from = x_of(station.from), to = x_of(station.to);
        if (station.is_day())
            marks.emplace_back(pill({(from + to) / 2 - std::max(kRing, (to - from) / 2), y - kRing,
                                     2 * std::max(kRing, (to - from) / 2), 2 * kRing},
                                    goal ? mark : text, false));
        else
            marks.emplace_back(pill({from, y - kPill / 2, to - from, kPill}, goal ? mark : text, true));
    }
    scene::Path disc;
    disc.steps = scene::disc({left, y}, kDisc);
    disc.fill = text;
    marks.emplace_back(std::move(disc));
    draft.add(artifact(std::move(marks)));
    for (auto& words : words_of(draft, way, stations, ground))
        draft.put_runs({words.x, words.over ? y - kPill / 2 - kWordGap - words.look->leading : y + kPill / 2 + kWordGap,
                        words.width, 0},
                       std::move(words.runs), *words.look);
}

}  // namespace precis::layout
