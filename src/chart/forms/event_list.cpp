// chart/forms/event_list.cpp: a timeline for phones, where lines of words read better than a line of days.
// Stage: checked doc::Chart -> EVENT LIST -> canvas.
#include <algorithm>

#include "chart/axes/time_frame.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/events.h"

namespace precis::chart {
namespace {

// In units of the canvas: from the dates to the line, from the line to the words, between two events.
constexpr double kToLine = 11, kToWords = 11, kBetween = 7;
constexpr double kMostDates = 0.36;  // share of the width that dates take
constexpr double kPillRows = 1.9;    // height of a pill in rows

struct Entry {
    Event event;
    std::vector<Label> dates, words;
    double rows() const { return static_cast<double>(std::max(dates.size(), words.size())); }
};

class EventList {
  public:
    EventList(Canvas& canvas, const doc::Chart& chart)
        : canvas_(canvas), chart_(chart), row_(canvas.row_of(canvas.label_look())) {}

    double draw() {
        auto events = events_of(chart_);
        // A planned period may still end with its last day, so it stands behind what has a day within it.
        const auto key = [](const Event& event) {
            return event.pill() && !event.held ? event.period.end_day - 1 : event.period.begin_day;
        };
        std::stable_sort(events.begin(), events.end(), [&](const Event& a, const Event& b) { return key(a) < key(b); });
        measure_dates(events);
        const double u = canvas_.unit();
        line_ = dates_width_ + kToLine * u;
        words_ = line_ + kToWords * u;
        bool today = chart_.as_of.has_value();
        double y = 0, first = 0, last = 0;
        for (const auto& event : events) {
            if (today && key(event) > chart_.as_of->begin_day) {
                y = draw_today(y);
                today = false;
            }
            const auto entry = entry_of(event);
            const double middle = y + row_ / 2;
            if (y == 0) first = middle;
            last = middle;
            y = draw_entry(entry, y);
        }
        canvas_.rule(Layer::grid, {line_, first}, {line_, last}, {canvas_.inks().hairline, 0.6, {}, false});
        return std::max(0.0, y - kBetween * u);
    }

  private:
    TextLook quiet() const { return canvas_.label_look().in(canvas_.inks().text); }
    std::string date_of(const Event& event) const {
        return canvas_.locale().date(chart_.category_keys[event.category]);
    }

    void measure_dates(const std::vector<Event>& events) {
        const double most = canvas_.width() * kMostDates;
        for (const auto& event : events)
            for (const auto& line : canvas_.wrapped(date_of(event), quiet(), most))
                dates_width_ = std::max(dates_width_, line.width);
        if (chart_.as_of) {
            const auto words = canvas_.locale().date(iso_of(chart_.as_of->begin_day));
            for (const auto& line : canvas_.wrapped(words, canvas_.strong_look(), most))
                dates_width_ = std::max(dates_width_, line.width);
        }
    }

    /// "Conferences · >600": the lane, if there are several, and the detail without the date that stands at the left.
    std::string detail_of(const Event& event) const {
        std::string words = chart_.series.size() > 1 ? chart_.series[event.lane].name : std::string();
        if (event.category >= chart_.category_details.size()) return words;
        auto detail = chart_.category_details[event.category];
        if (const auto date = date_of(event); detail.starts_with(date)) detail.erase(0, date.size());
        if (detail.starts_with(": ")) detail.erase(0, 2);
        if (detail.empty()) return words;
        return words.empty() ? detail : words + " · " + detail;
    }

    Entry entry_of(const Event& event) {
        Entry entry{event, canvas_.wrapped(date_of(event), quiet(), dates_width_ + 0.1), {}};
        const double measure = canvas_.width() - words_;
        entry.words =
            canvas_.wrapped(chart_.categories[event.category], canvas_.strong_look().in(canvas_.inks().ink), measure);
        if (const auto detail = detail_of(event); !detail.empty())
            for (auto& line : canvas_.wrapped(detail, quiet(), measure)) entry.words.push_back(std::move(line));
        return entry;
    }

    void put(const std::vector<Label>& lines, double x, double y) {
        for (const auto& line : lines) {
            canvas_.put(line, {x, y + row_ / 2 + line.cap / 2});
            y += row_;
        }
    }

    /// Returns where the next one begins.
    double draw_entry(const Entry& entry, double y) {
        put(entry.dates, 0, y);
        put(entry.words, words_, y);
        const double tall = entry.event.pill() ? row_ * std::min(kPillRows, entry.rows()) : 2 * kHeldRadius;
        const double top = entry.event.pill() ? y + 1 : y + row_ / 2 - kHeldRadius;
        canvas_.spot({line_, y + row_ / 2}, words_of(canvas_, chart_, entry.event.category));
        draw_event(canvas_, entry.event,
                   {line_ - kEventPill / 2, top, kEventPill, tall - (entry.event.pill() ? 2 : 0)});
        return y + entry.rows() * row_ + kBetween * canvas_.unit();
    }

    double draw_today(double y) {
        const auto& red = canvas_.tones().theme().highlight_text;
        const auto lines = canvas_.wrapped(canvas_.locale().date(iso_of(chart_.as_of->begin_day)),
                                           canvas_.strong_look().in(red), dates_width_ + 0.1);
        put(lines, 0, y);
        canvas_.rule(Layer::rims, {dates_width_ + kToLine * 0.4 * canvas_.unit(), y + row_ / 2},
                     {canvas_.width(), y + row_ / 2}, {red, 0.9, {2, 1.6}, false});
        return y + static_cast<double>(lines.size()) * row_ + kBetween * canvas_.unit();
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    double row_ = 0, dates_width_ = 0, line_ = 0, words_ = 0;  // words_: their left edge
};

}  // namespace

double draw_event_list(Canvas& canvas, const doc::Chart& chart) {
    return EventList(canvas, chart).draw();
}

}  // namespace precis::chart
