// chart/axes/time_frame.cpp: names of years over a timeline, the line of today, ticks and quarters beneath.
// Stage: doc::Chart -> TIME FRAME -> canvas.
#include "chart/axes/time_frame.h"

#include <algorithm>

#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {

constexpr double kYearTick = 3.5, kMonthTick = 1.8;  // docs/design/looks.md#charts; by eye
constexpr int kMostQuarterYears = 3;                 // longer timelines have years only

}  // namespace

Years years_of(const doc::Chart& chart) {
    double first = chart.periods.front().begin_day, last = chart.periods.front().end_day;
    for (const auto& period : chart.periods) {
        first = std::min(first, period.begin_day);
        last = std::max(last, period.end_day);
    }
    const int from = civil_day(first).year, to = civil_day(std::max(last - 1, first)).year + 1;
    return {from, to};
}

void draw_years(Canvas& canvas, const doc::Chart& chart, const Years& years, const ValueScale& x, double axis) {
    const double u = canvas.unit();
    const TextLook strong = canvas.strong_look().in(canvas.inks().ink);
    for (int year = years.first; year < years.last; ++year) {
        const double from = x(years.begin(year)), to = x(years.begin(year + 1));
        const bool present = chart.as_of && chart.as_of->begin_day >= years.begin(year) &&
                             chart.as_of->begin_day < years.begin(year + 1);
        if (present && years.last - years.first > 1) {
            canvas.add(Layer::ground, filled(rectangle({from, 0, to - from, axis}), canvas.inks().panel));
        }
        const Label word = canvas.measure(std::to_string(year), strong.sized(strong.size * 1.15));
        if (word.width + 6 < to - from) canvas.put(word, {from + (present && year > years.first ? 5 : 0), 10 * u});
    }
}

void draw_today(Canvas& canvas, const doc::Period& day, const ValueScale& x, double axis) {
    const double u = canvas.unit(), at = x(day.begin_day);
    const auto& red = canvas.tones().theme().highlight_text;
    const Label word = canvas.measure(canvas.locale().date(iso_of(day.begin_day)), canvas.strong_look().in(red));
    const double center = std::min(at, canvas.width() - word.width / 2);
    canvas.offer(word, {center, 10 * u}, Anchor::center);
    canvas.rule(Layer::grid, {at, 14 * u}, {at, axis}, {red, 0.9, {2, 1.6}, false});
    canvas.take({at - 0.8, 14 * u, 1.6, axis - 14 * u});
}

void draw_time_axis(Canvas& canvas, const Years& years, const ValueScale& x, double axis) {
    const double u = canvas.unit();
    const bool quarters = years.last - years.first <= kMostQuarterYears;
    canvas.add(Layer::rims, stroked(polyline({{x.from, axis}, {x.to, axis}}), canvas.inks().ink, 0.75));
    const auto tick = [&](double at, double length) {
        canvas.add(Layer::rims, stroked(polyline({{at, axis}, {at, axis + length}}), canvas.inks().ink, 0.75));
    };
    for (int year = years.first; year < years.last; ++year) {
        for (int month = 1; month <= 12; ++month) {
            const double at = x(day_number({year, month, 1}));
            if (!quarters) {
                if (month == 1) tick(at, kYearTick);
                continue;
            }
            tick(at, month % 3 == 1 ? kYearTick : kMonthTick);
            if (month % 3 != 1) continue;
            const double end = x(month == 10 ? years.begin(year + 1) : day_number({year, month + 3, 1}));
            const Label word =
                canvas.measure(canvas.locale().short_date(std::to_string(year) + "-Q" + std::to_string(month / 3 + 1)),
                               canvas.label_look());
            if (word.width < end - at) canvas.put(word, {(at + end) / 2, axis + 12.4 * u}, Anchor::center);
        }
    }
}

}  // namespace precis::chart
