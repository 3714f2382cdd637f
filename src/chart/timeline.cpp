// chart/timeline.cpp: events on lanes of time: held, planned, known by their year only; and the day of the briefing.
// Stage: doc::Chart -> PRESET timeline -> canvas. Categories are the events, periods their dates, series their lanes.
#include <algorithm>
#include <cmath>

#include "chart/numbers.h"
#include "chart/presets.h"
#include "chart/scale.h"
#include "chart/shapes.h"
#include "chart/slots.h"

namespace precis::chart {
namespace {

constexpr double kLane = 58, kHeld = 5, kRing = 4.6, kPill = 9;
constexpr double kLongDays = 45;  // longer periods are pills, shorter ones dots

struct Event {
    std::size_t category = 0, lane = 0;
    doc::Period period;
    bool held = true;
    double from = 0, to = 0;  // of its mark, points
    bool pill() const { return period.end_day - period.begin_day > kLongDays; }
};

std::vector<Event> events_of(const doc::Chart& chart) {
    std::vector<Event> events;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        Event event{c, 0, chart.periods[c]};
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto& value = chart.series[s].values[c];
            if (is_absent(value)) continue;
            event.lane = s;
            event.held = value.status == data::Status::actual || value.status == data::Status::previous;
        }
        events.push_back(event);
    }
    return events;
}

struct Years {
    int first = 0, last = 0;  // last exclusive
    double begin(int year) const { return day_number({year, 1, 1}); }
};
Years years_of(const doc::Chart& chart) {
    double first = chart.periods.front().begin_day, last = chart.periods.front().end_day;
    for (const auto& period : chart.periods) {
        first = std::min(first, period.begin_day);
        last = std::max(last, period.end_day);
    }
    const int from = civil_day(first).year, to = civil_day(std::max(last - 1, first)).year + 1;
    return {from, to};
}

std::string iso_of(double days) {
    const CivilDay day = civil_day(days);
    const auto two = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return std::to_string(day.year) + two(day.month) + two(day.day);
}

base::Color color_of(const Canvas& canvas, const Event& event) {
    if (canvas.tones().category_loud(event.category)) return canvas.tones().accent().mark;
    return canvas.tones().theme().primary;
}

void draw_event(Canvas& canvas, const Event& event, double y) {
    const base::Color color = color_of(canvas, event);
    const bool loud = canvas.tones().category_loud(event.category);
    if (event.pill()) {
        const base::Rect at{event.from, y - kPill / 2, event.to - event.from, kPill};
        scene::Path path;
        path.steps = pill(at);
        if (event.held) {
            path.fill = loud ? color : canvas.inks().hairline;
        } else {
            path.fill = canvas.inks().ground;
            path.stroke = scene::Stroke{color, 1, {2.4, 1.8}, false};
        }
        canvas.add(Layer::marks, std::move(path));
        canvas.take(at);
        return;
    }
    const base::Point center{(event.from + event.to) / 2, y};
    scene::Path path;
    path.steps = disc(center, event.held ? kHeld : kRing);
    path.fill = event.held ? color : canvas.inks().ground;
    if (!event.held) path.stroke = scene::Stroke{color, 1.5, {}, false};
    canvas.add(Layer::marks, std::move(path));
    canvas.take({center.x - 5.4, y - 5.4, 10.8, 10.8});
}

/// Name and date over or under the mark, on whichever side nothing else stands.
void label_event(Canvas& canvas, const doc::Chart& chart, const Event& event, double y) {
    const double u = canvas.unit();
    const Label name = canvas.measure(chart.categories[event.category], canvas.strong_look().in(canvas.inks().ink));
    Label detail;
    if (event.category < chart.category_details.size())
        detail = canvas.measure(chart.category_details[event.category], canvas.label_look().in(canvas.inks().text));
    const double row = 9.6 * u, near = 7 + 2.6 * u;
    const double width = std::max(name.width, detail.width);
    struct Try {
        double x;
        Anchor anchor;
    };
    std::vector<Try> tries{{event.from - (event.pill() ? 0 : 0.4), Anchor::left},
                           {event.to + 0.4, Anchor::right},
                           {(event.from + event.to) / 2, Anchor::center},
                           {canvas.width() - width, Anchor::left}};  // near the edge: flush with it
    if (event.pill()) std::swap(tries[0], tries[2]);
    const bool below_first = false;
    for (int level = 0; level < 2; ++level) {
        for (const bool below : {below_first, !below_first}) {
            for (const auto& attempt : tries) {
                const double lift = level * 2.2 * row;
                const double detail_y = below ? y + near + name.cap + row + lift : y - near - lift;
                const double name_y = below ? detail_y - row : detail.empty() ? detail_y : detail_y - row;
                const double left = attempt.anchor == Anchor::left     ? attempt.x
                                    : attempt.anchor == Anchor::center ? attempt.x - width / 2
                                                                       : attempt.x - width;
                const base::Rect room{left, name_y - name.cap, width,
                                      (detail.empty() ? name_y : detail_y) - name_y + name.cap + 0.2 * name.size};
                if (left < 0 || left + width > canvas.width() ||
                    !canvas.is_free({room.x - 2, room.y, room.width + 4, room.height}))
                    continue;
                canvas.put(name, {attempt.x, name_y}, attempt.anchor);
                canvas.put(detail, {attempt.x, detail_y}, attempt.anchor);
                return;
            }
        }
    }
    canvas.dropped(name.text);
}

void draw_time_axis(Canvas& canvas, const Years& years, const ValueScale& x, double y) {
    const double u = canvas.unit();
    const bool quarters = years.last - years.first <= 3;
    canvas.add(Layer::rims, stroked(polyline({{x.from, y}, {x.to, y}}), canvas.inks().ink, 0.75));
    const auto tick = [&](double at, double length) {
        canvas.add(Layer::rims, stroked(polyline({{at, y}, {at, y + length}}), canvas.inks().ink, 0.75));
    };
    for (int year = years.first; year < years.last; ++year) {
        for (int month = 1; month <= 12; ++month) {
            const double at = x(day_number({year, month, 1}));
            if (!quarters) {
                if (month == 1) tick(at, 3.5);
                continue;
            }
            tick(at, month % 3 == 1 ? 3.5 : 1.8);
            if (month % 3 != 1) continue;
            const double end = x(month == 10 ? years.begin(year + 1) : day_number({year, month + 3, 1}));
            const Label word =
                canvas.measure(canvas.locale().short_date(std::to_string(year) + "-Q" + std::to_string(month / 3 + 1)),
                               canvas.label_look());
            if (word.width < end - at) canvas.put(word, {(at + end) / 2, y + 12.4 * u}, Anchor::center);
        }
    }
}

}  // namespace

double draw_timeline(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit();
    auto events = events_of(chart);
    const Years years = years_of(chart);
    const TextLook strong = canvas.strong_look().in(canvas.inks().ink);
    double lanes_width = 0;
    for (const auto& series : chart.series)
        lanes_width = std::max(lanes_width, canvas.measure(series.name, strong).width);
    if (lanes_width > 0) lanes_width += 12;
    const ValueScale x{{years.begin(years.first), years.begin(years.last)}, lanes_width, frame.width, false};
    const double lanes = static_cast<double>(std::max<std::size_t>(chart.series.size(), 1));
    const double head = 18 * u, foot = 15 * u, tail = 24 * u;
    double lane = kLane * u;
    if (frame.wish) lane = std::clamp((*frame.wish - head - foot) / (lanes + 0.1), 46 * u, 76 * u);
    const double first = head + lane * 0.62, axis = first + lane * (lanes - 1) + tail + 8 * u;

    for (int year = years.first; year < years.last; ++year) {
        const double from = x(years.begin(year)), to = x(years.begin(year + 1));
        const bool present = chart.as_of && chart.as_of->begin_day >= years.begin(year) &&
                             chart.as_of->begin_day < years.begin(year + 1);
        if (present && years.last - years.first > 1) {
            const auto sand = canvas.tones().theme().diverging;
            canvas.add(Layer::ground,
                       filled(rectangle({from, 0, to - from, axis}), sand.size() > 3 ? sand[3] : canvas.inks().track));
        }
        const Label word = canvas.measure(std::to_string(year), strong.sized(strong.size * 1.15));
        if (word.width + 6 < to - from) canvas.put(word, {from + (present && year > years.first ? 5 : 0), 10 * u});
    }
    if (chart.as_of) {
        const double at = x(chart.as_of->begin_day);
        if (at > x.from && at < x.to) {
            const auto& red = canvas.tones().theme().highlight_text;
            const Label word =
                canvas.measure(canvas.locale().date(iso_of(chart.as_of->begin_day)), canvas.strong_look().in(red));
            const double center = std::min(at, canvas.width() - word.width / 2);
            canvas.offer(word, {center, 10 * u}, Anchor::center);
            canvas.rule(Layer::grid, {at, 14 * u}, {at, axis}, {red, 0.9, {2, 1.6}, false});
            canvas.take({at - 0.8, 14 * u, 1.6, axis - 14 * u});
        }
    }
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const double y = first + lane * static_cast<double>(s);
        canvas.add(Layer::grid, stroked(polyline({{x.from, y}, {x.to, y}}), canvas.inks().hairline, 0.6));
        const Label name = canvas.measure(chart.series[s].name, strong);
        canvas.offer(name, {0, y + name.cap / 2});
    }
    for (auto& event : events) {
        double from = event.period.begin_day, to = event.period.end_day;
        // What is still to come begins today at the earliest.
        if (event.pill() && !event.held && chart.as_of && chart.as_of->end_day > from && chart.as_of->end_day < to - 30)
            from = chart.as_of->end_day;
        event.from = x(from) + (event.pill() ? 2 : 0);
        event.to = x(to) - (event.pill() ? 2 : 0);
        if (!event.pill()) {
            const double center = std::clamp((event.from + event.to) / 2, x.from + kHeld, x.to - kHeld);
            event.from = center - kHeld;
            event.to = center + kHeld;
        }
        draw_event(canvas, event, first + lane * static_cast<double>(event.lane));
    }
    for (const auto& event : events) label_event(canvas, chart, event, first + lane * static_cast<double>(event.lane));
    draw_time_axis(canvas, years, x, axis);
    return axis + foot;
}

}  // namespace precis::chart
