// chart/forms/events.cpp: who was held and who is planned, and the mark that says so.
// Stage: checked doc::Chart -> EVENTS -> timeline.cpp, event_list.cpp.
#include "chart/forms/events.h"

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {
constexpr double kRing = 4.6;         // docs/design/looks.md#notation
constexpr double kTakenRadius = 5.4;  // of a disc or ring with its stroke
constexpr double kLongDays = 45;      // longer periods are pills, shorter ones discs

base::Color color_of(const Canvas& canvas, const Event& event) {
    if (canvas.tones().category_loud(event.category)) return canvas.tones().accent().mark;
    return canvas.tones().theme().primary;
}
}  // namespace

bool Event::pill() const {
    return period.end_day - period.begin_day > kLongDays;
}

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

std::string words_of(const Canvas& canvas, const doc::Chart& chart, std::size_t event) {
    const auto date = canvas.locale().date(chart.category_keys[event]);
    auto detail = event < chart.category_details.size() ? chart.category_details[event] : std::string();
    if (!detail.starts_with(date)) detail = detail.empty() ? date : date + ": " + detail;
    return chart.categories[event] + "\t" + detail;
}

void draw_event(Canvas& canvas, const Event& event, const base::Rect& at) {
    const base::Color color = color_of(canvas, event);
    const bool loud = canvas.tones().category_loud(event.category);
    const base::Point center{at.x + at.width / 2, at.y + at.height / 2};
    if (event.pill()) {
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
    scene::Path path;
    path.steps = disc(center, event.held ? kHeldRadius : kRing);
    path.fill = event.held ? color : canvas.inks().ground;
    if (!event.held) path.stroke = scene::Stroke{color, 1.5, {}, false};
    canvas.add(Layer::marks, std::move(path));
    canvas.take({center.x - kTakenRadius, center.y - kTakenRadius, 2 * kTakenRadius, 2 * kTakenRadius});
}

}  // namespace precis::chart
