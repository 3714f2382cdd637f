// chart/forms/calendar.cpp: months as cells of a heatmap; days as cells in weeks, one year under the other.
// Stage: doc::Chart -> FORM calendar -> canvas.
#include "chart/forms/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "chart/axes/band_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/scales/color_scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {
namespace {

// Sizes by eye, in units of the canvas: head of a year, air between years, legend, largest cell, legend's swatches.
constexpr double kHead = 11, kBetween = 5, kLegend = 22, kMostCell = 9.5, kSwatch = 16, kSwatchHeight = 5.2;
constexpr double kWeeks = 53.6;      // columns of a year: 54 weeks at most, less the gap behind the last
constexpr double kHalfWeeks = 27.6;  // of half a year, on a phone
constexpr double kGapShare = 0.12;   // white between cells, of a cell

/// 0 for Monday. 1970-01-01 was a Thursday.
int weekday(double day) {
    const auto d = static_cast<long long>(std::floor(day)) + 3;
    return static_cast<int>(((d % 7) + 7) % 7);
}

Label weekday_label(Canvas& canvas, int day) {
    return canvas.measure(canvas.locale().weekday(day), canvas.label_look());
}

double width_of_days(Canvas& canvas) {
    double width = 0;
    for (int day = 0; day < 7; day += 2) width = std::max(width, weekday_label(canvas, day).width);
    return width;
}

using Days = std::map<double, double>;  // sums by day

/// Months of a year that stand side by side: a year, on a phone half a year.
struct Strip {
    int year = 0, first = 1, last = 12;
    double begin() const { return day_number({year, first, 1}); }
    double end() const { return last == 12 ? day_number({year + 1, 1, 1}) : day_number({year, last + 1, 1}); }
    double column(double day) const { return std::floor((day - begin() + weekday(begin())) / 7); }
    bool holds(const Days& days) const {
        const auto at = days.lower_bound(begin());
        return at != days.end() && at->first < end();
    }
};

/// The strips of all years; of half years, those before the first value and after the last one are left out.
std::vector<Strip> strips_of(const std::map<int, Days>& years, bool halves) {
    std::vector<Strip> strips;
    for (const auto& [year, days] : years) {
        if (!halves) {
            strips.push_back({year});
            continue;
        }
        for (const auto& half : {Strip{year, 1, 6}, Strip{year, 7, 12}})
            if (!strips.empty() || half.holds(days)) strips.push_back(half);
    }
    while (halves && !strips.empty() && !strips.back().holds(years.at(strips.back().year))) strips.pop_back();
    return strips;
}

/// Names of the months over the columns of their first weeks, as many as have room.
void draw_month_names(Canvas& canvas, const Strip& strip, base::Point first, double cell) {
    double free_from = 0;
    for (int month = strip.first; month <= strip.last; ++month) {
        const double x = first.x + strip.column(day_number({strip.year, month, 1})) * cell;
        const std::string words = without_year(canvas.locale().short_date(fmt::format("{}-{:02}", strip.year, month)));
        const Label label = canvas.measure(words, canvas.label_look());
        if (x < free_from || x + label.width > canvas.width()) continue;
        canvas.put(label, {x, first.y});
        free_from = x + label.width + 3;
    }
}

/// A cell for each day of a strip, filled by its sum, or outlined without one; `first` is the corner of the first cell.
void draw_cells(Canvas& canvas, const doc::Chart& chart, const Strip& strip, const Days& days, const ColorScale& scale,
                const base::Rect& first) {
    const double cell = first.width, gap = cell * kGapShare;
    scene::Path empty = stroked({}, canvas.inks().grid, 0.5);
    for (double day = strip.begin(); day < strip.end(); ++day) {
        const base::Rect at{first.x + strip.column(day) * cell, first.y + weekday(day) * cell, cell - gap, cell - gap};
        const auto sum = days.find(day);
        if (sum == days.end())
            scene::append(empty, rectangle({at.x + 0.25, at.y + 0.25, at.width - 0.5, at.height - 0.5}));
        else
            canvas.add(Layer::marks, filled(rectangle(at), scale(sum->second)));
        // Days on which nothing was counted are as many as the others are few.
        if (sum != days.end() && sum->second != 0 && canvas.has_spots())
            canvas.spot({at.x + at.width / 2, at.y + at.height / 2},
                        canvas.locale().date(iso_of(day)) + "\t" +
                            number_words(sum->second, chart.format, -1, Unit::symbol, canvas.locale()));
    }
    canvas.add(Layer::ground, std::move(empty));
}

void draw_legend(Canvas& canvas, const doc::Chart& chart, const ColorScale& scale, base::Point at) {
    const double u = canvas.unit();
    double x = at.x;
    for (std::size_t i = 0; i < scale.colors.size(); ++i) {
        const Unit unit = i + 1 == scale.colors.size() ? Unit::symbol : Unit::bare;
        const std::string words = number_words(scale.breaks[i], chart.format, -1, unit, canvas.locale());
        const Label label = canvas.measure(words, canvas.label_look());
        const double width = std::max(kSwatch * u, label.width + 5);
        if (x + width > canvas.width()) break;
        canvas.add(Layer::marks, filled(rectangle({x, at.y + 2 * u, width - 0.6, kSwatchHeight * u}), scale.colors[i]));
        canvas.offer(label, {x, at.y + (2 + kSwatchHeight) * u + label.cap + 3});
        x += width;
    }
}

/// Years one below the other, on a phone their halves: a column for each week, a row for each weekday.
double draw_days(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit();
    std::map<int, Days> years;
    std::vector<double> sums;
    for (const auto& series : chart.series) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            if (!series.values[c].number) continue;
            const double day = chart.periods[c].begin_day;
            years[civil_day(day).year][day] += *series.values[c].number;
        }
    }
    for (const auto& [year, days] : years)
        for (const auto& [day, sum] : days) sums.push_back(sum);
    const ColorScale scale = color_scale(canvas.common_pool(std::move(sums)), canvas.tones().theme());
    // Every second weekday is named, between the year and its cells.
    const bool halves = canvas.is_narrow();
    const double year_width = canvas.measure("2026", canvas.strong_look()).width, days_width = width_of_days(canvas);
    const double aside = halves ? std::max(year_width, days_width) + 4 * u : year_width + 11 * u + days_width;
    const double left = canvas.left_room(aside), day_right = left - 4 * u;
    const double head = kHead * u, between = kBetween * u,
                 legend = canvas.foot_room(
                     chart.legend == vocabulary::Legend::none || scale.colors.size() < 2 ? 0 : kLegend * u);
    const auto strips = strips_of(years, halves);
    const double count = static_cast<double>(strips.size());
    const double by_width = (canvas.width() - left) / (halves ? kHalfWeeks : kWeeks);
    const double by_height = ((frame.asked().value_or(frame.usual) - legend) / count - head - between) / 7;
    const double cell = std::clamp(frame.asked() ? std::min(by_width, by_height) : by_width, 1.0, kMostCell * u),
                 gap = cell * kGapShare;
    double y = 0;
    for (const auto& strip : strips) {
        // Of half years the first of each year is named, on the line of its months.
        const bool named = !halves || &strip == &strips.front() || strip.first == 1;
        if (canvas.panel().row_words && named)
            canvas.offer(canvas.measure(fmt::format("{}", strip.year), canvas.strong_look().in(canvas.inks().ink)),
                         {0, halves ? y + head - 3.2 * u : y + head + cell * 4});
        for (int day = 0; day < 7 && canvas.panel().row_words; day += 2) {
            const Label label = weekday_label(canvas, day);
            const base::Point at{day_right, y + head + cell * (day + 0.5) - gap / 2 + label.cap / 2};
            if (2 * cell >= label.size) canvas.put(label, at, Anchor::right);
        }
        draw_month_names(canvas, strip, {left, y + head - 3.2 * u}, cell);
        draw_cells(canvas, chart, strip, years.at(strip.year), scale, {left, y + head, cell, cell});
        canvas.take({left, y + head, canvas.width() - left, 7 * cell});
        y += head + 7 * cell + between;
    }
    if (legend == 0 || !canvas.panel().row_words) return legend + y - between;
    draw_legend(canvas, chart, scale, {left, y});
    return y + legend - between;
}

}  // namespace

doc::Chart months_by_year(const doc::Chart& chart, const locale::Locale& locale) {
    doc::Chart heatmap = chart;
    heatmap.form = vocabulary::Form::heatmap;
    heatmap.series.clear();
    heatmap.categories.clear();
    heatmap.category_keys.clear();
    heatmap.category_details.clear();
    heatmap.periods.clear();
    heatmap.category_highlighted.clear();
    std::map<int, std::size_t> series_of_year;
    for (const auto& period : chart.periods) series_of_year.emplace(civil_day(period.begin_day).year, 0);
    for (auto& [year, index] : series_of_year) {
        index = heatmap.series.size();
        heatmap.series.emplace_back().name = fmt::format("{}", year);
        heatmap.series.back().values.resize(12);
    }
    // A month is one letter if its name begins with an ASCII letter, else its short name: "1月".
    for (int month = 1; month <= 12; ++month) {
        const std::string words = without_year(locale.short_date(fmt::format("2001-{:02}", month)));
        const bool letter =
            !words.empty() && static_cast<unsigned char>(words[0]) < 0x80 && (words[0] < '0' || words[0] > '9');
        heatmap.categories.push_back(letter ? words.substr(0, 1) : words);
        heatmap.category_keys.push_back(fmt::format("{:02}", month));
    }
    for (const auto& series : chart.series) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            if (is_absent(series.values[c])) continue;
            const CivilDay day = civil_day(chart.periods[c].begin_day);
            heatmap.series[series_of_year[day.year]].values[static_cast<std::size_t>(day.month - 1)] = series.values[c];
        }
    }
    return heatmap;
}

double draw_calendar(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    if (chart.periods.empty()) return draw_heatmap(canvas, chart, frame);
    if (doc::is_monthly(chart)) return draw_heatmap(canvas, months_by_year(chart, canvas.locale()), frame);
    return draw_days(canvas, chart, frame);
}

}  // namespace precis::chart
