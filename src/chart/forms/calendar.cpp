// chart/forms/calendar.cpp: months in the cells of a heatmap; days in weeks, year under year.
// Stage: doc::Chart -> PRESET calendar -> canvas.
#include "chart/forms/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/presets.h"
#include "chart/scales/color_scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {
namespace {

/// 0 for Monday. 1970-01-01 was a Thursday.
int weekday(double day) {
    const auto d = static_cast<long long>(std::floor(day)) + 3;
    return static_cast<int>(((d % 7) + 7) % 7);
}

bool is_monthly(const doc::Chart& chart) {
    return std::all_of(chart.periods.begin(), chart.periods.end(),
                       [](const auto& period) { return period.end_day - period.begin_day >= 28; });
}

Label weekday_label(Canvas& canvas, int day) {
    return canvas.measure(canvas.locale().weekday(day), canvas.label_look());
}

double width_of_days(Canvas& canvas) {
    double width = 0;
    for (int day = 0; day < 7; day += 2) width = std::max(width, weekday_label(canvas, day).width);
    return width;
}

/// Years one below the other: a column a week, a row a weekday, the month where its first week stands.
double draw_days(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit();
    std::map<int, std::map<double, double>> years;
    std::vector<double> all;
    for (const auto& series : chart.series) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            if (!series.values[c].number) continue;
            const double day = chart.periods[c].begin_day;
            years[civil_day(day).year][day] += *series.values[c].number;
        }
    }
    for (const auto& [year, days] : years)
        for (const auto& [day, value] : days) all.push_back(value);
    const ColorScale scale = color_scale(canvas.common_pool(std::move(all)), canvas.tones().theme());
    // Every second day is named, between the year and its days.
    const double aside = canvas.measure("2026", canvas.strong_look()).width + 11 * u + width_of_days(canvas);
    const double left = canvas.left_room(aside), day_right = left - 4 * u;
    const double head = 11 * u, between = 5 * u,
                 legend = canvas.foot_room(chart.legend == "none" || scale.colors.size() < 2 ? 0 : 22 * u);
    const double count = static_cast<double>(years.size());
    const double by_width = (canvas.width() - left) / 53.6;
    const double by_height = ((frame.asked().value_or(frame.usual) - legend) / count - head - between) / 7;
    const double cell = std::clamp(frame.asked() ? std::min(by_width, by_height) : by_width, 1.0, 9.5 * u),
                 gap = cell * 0.12;
    double y = 0;
    for (const auto& [year, days] : years) {
        const double first = day_number({year, 1, 1}), end = day_number({year + 1, 1, 1});
        const int shift = weekday(first);
        if (canvas.panel().row_words)
            canvas.offer(canvas.measure(fmt::format("{}", year), canvas.strong_look().in(canvas.inks().ink)),
                         {0, y + head + cell * 4});
        for (int day = 0; day < 7 && canvas.panel().row_words; day += 2) {
            const Label label = weekday_label(canvas, day);
            const base::Point at{day_right, y + head + cell * (day + 0.5) - gap / 2 + label.cap / 2};
            if (2 * cell >= label.size) canvas.put(label, at, Anchor::right);
        }
        double free_from = 0;
        for (int month = 1; month <= 12; ++month) {
            const double begin = day_number({year, month, 1});
            const double x = left + std::floor((begin - first + shift) / 7) * cell;
            std::string words = canvas.locale().short_date(fmt::format("{}-{:02}", year, month));
            if (const auto space = words.find("\u00a0"); space != std::string::npos) words = words.substr(0, space);
            const Label label = canvas.measure(words, canvas.label_look());
            if (x < free_from || x + label.width > canvas.width()) continue;
            canvas.put(label, {x, y + head - 3.2 * u});
            free_from = x + label.width + 3;
        }
        scene::Path empty = stroked({}, canvas.inks().grid, 0.5);
        for (double day = first; day < end; ++day) {
            const double column = std::floor((day - first + shift) / 7);
            const base::Rect at{left + column * cell, y + head + weekday(day) * cell, cell - gap, cell - gap};
            const auto found = days.find(day);
            if (found == days.end()) {
                const auto steps = rectangle({at.x + 0.25, at.y + 0.25, at.width - 0.5, at.height - 0.5});
                empty.steps.insert(empty.steps.end(), steps.begin(), steps.end());
            } else {
                canvas.add(Layer::marks, filled(rectangle(at), scale(found->second)));
            }
        }
        canvas.add(Layer::ground, std::move(empty));
        canvas.take({left, y + head, canvas.width() - left, 7 * cell});
        y += head + 7 * cell + between;
    }
    if (legend == 0 || !canvas.panel().row_words) return legend + y - between;
    double x = left;
    for (std::size_t i = 0; i < scale.colors.size(); ++i) {
        const std::string words = number_words(scale.breaks[i], chart.format, -1, Unit::bare, canvas.locale());
        const Label label = canvas.measure(words, canvas.label_look());
        const double width = std::max(16 * u, label.width + 5);
        if (x + width > canvas.width()) break;
        canvas.add(Layer::marks, filled(rectangle({x, y + 2 * u, width - 0.6, 5.2 * u}), scale.colors[i]));
        canvas.offer(label, {x, y + 7.2 * u + label.cap + 3});
        x += width;
    }
    return y + legend - between;
}

}  // namespace

doc::Chart months_by_year(const doc::Chart& chart, const locale::Locale& locale) {
    doc::Chart made = chart;
    made.type = "heatmap";
    made.series.clear();
    made.categories.clear();
    made.category_keys.clear();
    made.category_details.clear();
    made.periods.clear();
    made.category_highlighted.clear();
    std::map<int, std::size_t> of_year;
    for (const auto& period : chart.periods) of_year.emplace(civil_day(period.begin_day).year, 0);
    for (auto& [year, index] : of_year) {
        index = made.series.size();
        made.series.emplace_back().name = fmt::format("{}", year);
        made.series.back().values.resize(12);
    }
    // A month is one letter wherever its name begins with one; else its short name.
    for (int month = 1; month <= 12; ++month) {
        std::string words = locale.short_date(fmt::format("2001-{:02}", month));
        if (const auto space = words.find("\u00a0"); space != std::string::npos) words = words.substr(0, space);
        const bool letter =
            !words.empty() && static_cast<unsigned char>(words[0]) < 0x80 && (words[0] < '0' || words[0] > '9');
        made.categories.push_back(letter ? words.substr(0, 1) : words);
        made.category_keys.push_back(fmt::format("{:02}", month));
    }
    for (const auto& series : chart.series) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            if (is_absent(series.values[c])) continue;
            const CivilDay day = civil_day(chart.periods[c].begin_day);
            made.series[of_year[day.year]].values[static_cast<std::size_t>(day.month - 1)] = series.values[c];
        }
    }
    return made;
}

double draw_calendar(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    if (chart.periods.empty()) return draw_heatmap(canvas, chart, frame);
    if (is_monthly(chart)) return draw_heatmap(canvas, months_by_year(chart, canvas.locale()), frame);
    return draw_days(canvas, chart, frame);
}

}  // namespace precis::chart
