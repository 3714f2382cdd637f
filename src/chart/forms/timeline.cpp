// chart/forms/timeline.cpp: events on lanes of time, with the briefing's date. Categories are the events, periods their
// dates, series their lanes. Stage: doc::Chart -> FORM timeline -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/time_frame.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/events.h"
#include "chart/forms/forms.h"
#include "chart/labels/event_labels.h"
#include "chart/scales/scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {
namespace {

// In units of the canvas, by eye: leading of labels, measure of names in two lines, most air between lanes beyond what
// labels need, room over and under a lane without labels, from a lane to its labels, head and foot.
constexpr double kRow = 9.6, kWrapped = 62, kMostAir = 24, kBare = 12, kNear = 4.6, kHead = 17, kFoot = 15;
constexpr double kLeastRest = 30;  // days that must be left of a pill that is cut to begin today
constexpr int kLevels = 3;         // of labels, over and under a lane

/// A way to word an event's label, in lines.
struct Wording {
    std::vector<Label> lines;
    double width = 0;
};
struct Lane {
    std::vector<Event> events;
    std::vector<std::vector<Wording>> wordings;  // pairs with events; of each, from long to short
    std::vector<EventPlace> places;              // pairs with events
    std::size_t rows = 1;                        // lines of the tallest label
    int above = 0, below = 0;                    // levels that have labels
    double y = 0;
};

/// "7–8 April: >600": the detail without its year, which is printed over the plot.
std::string detail_of(const Canvas& canvas, const doc::Chart& chart, std::size_t category, bool shortest) {
    if (category >= chart.category_details.size()) return {};
    const auto& detail = chart.category_details[category];
    const auto& key = chart.category_keys[category];
    const auto full = canvas.locale().date(key);
    if (!detail.starts_with(full)) return detail;
    const bool range = key.find('/') != std::string::npos;
    const auto when = shortest && !range ? canvas.locale().short_date(key) : canvas.locale().date_in_year(key);
    const auto rest = detail.substr(full.size());
    if (when.empty() && rest.starts_with(": ")) return rest.substr(2);
    return when + rest;
}

std::vector<Wording> wordings_of(Canvas& canvas, const doc::Chart& chart, const Event& event, bool wrapped) {
    const auto& name = chart.categories[event.category];
    const auto look = canvas.strong_look().in(canvas.inks().ink);
    std::vector<Label> names{canvas.measure(name, look)};
    if (wrapped && names[0].width > kWrapped * canvas.unit()) {
        names = canvas.wrapped(name, look, kWrapped * canvas.unit());
    }
    std::vector<Wording> wordings;
    std::string before;
    for (const bool shortest : {false, true}) {
        const auto words = detail_of(canvas, chart, event.category, shortest);
        if (shortest && words == before) break;
        before = words;
        Wording wording{names, 0};
        if (!words.empty()) {
            wording.lines.push_back(canvas.measure(words, canvas.label_look().in(canvas.inks().text)));
        }
        for (const auto& line : wording.lines) wording.width = std::max(wording.width, line.width);
        wordings.push_back(std::move(wording));
    }
    return wordings;
}

/// Places the labels of a lane. If not all find one, names are broken into lines, and then those without are left out.
void arrange(Canvas& canvas, const doc::Chart& chart, const EventRoom& room, Lane& lane) {
    for (const bool wrapped : {false, true}) {
        std::vector<EventWords> words;
        lane.wordings.clear();
        for (const auto& event : lane.events) {
            auto& event_words = words.emplace_back(EventWords{event.from, event.to, event.pill(), {}});
            lane.wordings.push_back(wordings_of(canvas, chart, event, wrapped));
            for (const auto& wording : lane.wordings.back()) event_words.widths.push_back(wording.width);
        }
        lane.places = place_events(words, room);
        if (std::all_of(lane.places.begin(), lane.places.end(), [](const auto& place) { return place.placed; })) break;
    }
    for (std::size_t i = 0; i < lane.places.size(); ++i) {
        const auto& place = lane.places[i];
        if (!place.placed) continue;
        lane.rows = std::max(lane.rows, lane.wordings[i][place.wording].lines.size());
        int& levels = place.below ? lane.below : lane.above;
        levels = std::max(levels, place.level + 1);
    }
}

double level_height(const Canvas& canvas, const Lane& lane) {
    return (static_cast<double>(lane.rows) * kRow + 3) * canvas.unit();
}
/// From a lane to the labels of its first level.
double nearest(const Canvas& canvas) {
    return kHeldRadius + kNear * canvas.unit();
}

void label_events(Canvas& canvas, const doc::Chart& chart, const Lane& lane) {
    const double row = kRow * canvas.unit(), near = nearest(canvas);
    for (std::size_t i = 0; i < lane.events.size(); ++i) {
        const auto& event = lane.events[i];
        const auto& place = lane.places[i];
        if (!place.placed) {
            canvas.dropped(chart.categories[event.category]);
            continue;
        }
        const auto& wording = lane.wordings[i][place.wording];
        const double lift = level_height(canvas, lane) * place.level;
        const auto count = static_cast<double>(wording.lines.size());
        const double cap = wording.lines.front().cap;
        double y = place.below ? lane.y + near + cap + lift : lane.y - near - lift - row * (count - 1);
        if (place.level > 0) {
            const double center = (event.from + event.to) / 2;
            const double to = place.below ? y - cap - 2 : y + row * (count - 1) + 2.4;
            const double from = lane.y + (place.below ? 1 : -1) * (kHeldRadius + 1.4);
            canvas.add(Layer::grid, stroked(polyline({{center, from}, {center, to}}), canvas.inks().quiet_mark, 0.5));
        }
        const double x = place.flush_right ? place.left + wording.width
                         : place.centered  ? place.left + wording.width / 2
                                           : place.left;
        for (const auto& line : wording.lines) {
            canvas.put(line, {x, y},
                       place.flush_right ? Anchor::right
                       : place.centered  ? Anchor::center
                                         : Anchor::left);
            y += row;
        }
    }
}

/// The events in their lanes, with the places of their marks.
std::vector<Lane> lanes_of(const doc::Chart& chart, const ValueScale& x) {
    std::vector<Lane> lanes(std::max<std::size_t>(chart.series.size(), 1));
    for (auto event : events_of(chart)) {
        double from = event.period.begin_day, to = event.period.end_day;
        // A planned pill that has begun is drawn from today on: its event is still to come.
        const auto& today = chart.as_of;
        if (event.pill() && !event.held && today && today->end_day > from && today->end_day < to - kLeastRest)
            from = today->end_day;
        event.from = x(from) + (event.pill() ? 2 : 0);
        event.to = x(to) - (event.pill() ? 2 : 0);
        if (!event.pill()) {
            const double center = std::clamp((event.from + event.to) / 2, x.from + kHeldRadius, x.to - kHeldRadius);
            event.from = center - kHeldRadius;
            event.to = center + kHeldRadius;
        }
        lanes[event.lane].events.push_back(event);
    }
    return lanes;
}

}  // namespace

double draw_timeline(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    if (canvas.is_narrow()) return draw_event_list(canvas, chart);
    const double u = canvas.unit();
    const Years years = years_of(chart);
    const TextLook strong = canvas.strong_look().in(canvas.inks().ink);
    double names_width = 0;
    for (const auto& series : chart.series)
        names_width = std::max(names_width, canvas.measure(series.name, strong).width);
    if (names_width > 0) names_width += 12;
    const ValueScale x{{years.begin(years.first), years.begin(years.last)}, names_width, frame.width, false};

    auto lanes = lanes_of(chart, x);
    EventRoom room{x.from, frame.width, {}, kLevels};
    const bool today = chart.as_of && x(chart.as_of->begin_day) > x.from && x(chart.as_of->begin_day) < x.to;
    if (today) room.crossed_by.push_back(x(chart.as_of->begin_day));
    for (auto& lane : lanes) arrange(canvas, chart, room, lane);

    // The labels make the height; a larger height that the author asks for goes between the lanes, up to a limit.
    const double head = kHead * u, foot = kFoot * u;
    const auto above = [&](const Lane& lane) {
        return lane.above == 0 ? kBare * u : nearest(canvas) + lane.above * level_height(canvas, lane);
    };
    const auto below = [&](const Lane& lane) {
        return lane.below == 0 ? kBare * u : nearest(canvas) + lane.below * level_height(canvas, lane);
    };
    double axis = head + 2 * u;
    for (const auto& lane : lanes) axis += above(lane) + below(lane);
    const double spare = frame.asked() ? std::max(0.0, *frame.asked() - axis - foot) : 0;
    const double air = std::min(spare / static_cast<double>(lanes.size()), kMostAir * u);
    axis += air * static_cast<double>(lanes.size());
    double y = head;
    for (auto& lane : lanes) {
        lane.y = y + air / 2 + above(lane);
        y = lane.y + below(lane) + air / 2;
    }

    draw_years(canvas, chart, years, x, axis);
    if (today) draw_today(canvas, *chart.as_of, x, axis);
    for (std::size_t s = 0; s < lanes.size(); ++s) {
        const auto& lane = lanes[s];
        canvas.add(Layer::grid, stroked(polyline({{x.from, lane.y}, {x.to, lane.y}}), canvas.inks().hairline, 0.6));
        if (s < chart.series.size()) {
            const Label name = canvas.measure(chart.series[s].name, strong);
            canvas.offer(name, {0, lane.y + name.cap / 2});
        }
        for (const auto& event : lane.events) {
            canvas.spot({(event.from + event.to) / 2, lane.y}, words_of(canvas, chart, event.category));
            draw_event(canvas, event, {event.from, lane.y - kEventPill / 2, event.to - event.from, kEventPill});
        }
        label_events(canvas, chart, lane);
    }
    draw_time_axis(canvas, years, x, axis);
    return axis + foot;
}

}  // namespace precis::chart
