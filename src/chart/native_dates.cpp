// chart/native_dates.cpp: days of categories, formats and steps of axes of dates.
// Stage: doc::Chart -> NATIVE DATES -> scene::ChartData.
#include "chart/native_dates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chart/scales/slots.h"
#include "locale/language.h"
#include "vocabulary/form.h"

namespace precis::chart {
namespace {

using Kind = Slots::Kind;

constexpr double kYear = 365.25, kMonth = kYear / 12;
constexpr double kMostWords = 7;            // under an axis
constexpr double kExcelsFirstDay = 25'569;  // 1970-01-01, as programs count days in axes of numbers

/// The numbers by which number formats name languages; others follow the reader's own.
/// Source: Microsoft, [MS-LCID], 2.2.
constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"ar", "401"}, {"cs", "405"}, {"da", "406"},    {"de", "407"}, {"el", "408"}, {"en-US", "409"}, {"en", "809"},
    {"es", "C0A"}, {"fi", "40B"}, {"fr", "40C"},    {"he", "40D"}, {"hi", "439"}, {"hu", "40E"},    {"it", "410"},
    {"ja", "411"}, {"ko", "412"}, {"nb", "414"},    {"nl", "413"}, {"pl", "415"}, {"pt-BR", "416"}, {"pt", "816"},
    {"ro", "418"}, {"ru", "419"}, {"sv", "41D"},    {"tr", "41F"}, {"uk", "422"}, {"zh-Hant", "404"}, {"zh", "804"},
};

/// Dates as the number format prints them, with the language's months.
std::string format_of_dates(const locale::Locale& locale, const char* parts) {
    const std::string_view tag = locale.language().tag;
    for (const auto& [begin, number] : kLanguages)
        if (tag.starts_with(begin)) return "[$-" + std::string(number) + "]" + parts;
    return parts;
}

/// The least of the round steps that needs no more than kMostWords of them.
template <std::size_t count>
double round_step(double span, const std::array<double, count>& steps) {
    for (const double step : steps)
        if (span / step <= kMostWords) return step;
    return steps.back() * std::ceil(span / steps.back() / kMostWords);
}

bool is_even(const std::vector<doc::Period>& periods) {
    for (std::size_t c = 2; c < periods.size(); ++c)
        if (std::abs((periods[c].begin_day - periods[c - 1].begin_day) -
                     (periods[1].begin_day - periods[0].begin_day)) > 1e-6)
            return false;
    return true;
}

}  // namespace

void at_dates(const doc::Chart& chart, const locale::Locale& locale, scene::ChartData& data) {
    const bool dated = data.type == scene::ChartData::Type::line || data.type == scene::ChartData::Type::area ||
                       data.type == scene::ChartData::Type::column;
    if (!dated || is_lying(chart) || !row_of(chart.form).in_time || chart.periods.size() != chart.categories.size() ||
        chart.periods.size() < 2)
        return;
    const Slots slots = data.type == scene::ChartData::Type::column ? column_slots_of(chart) : slots_of(chart);
    if (slots.kind == Kind::plain || (slots.kind == Kind::day ? is_even(chart.periods)
                                                             : slots.count == chart.categories.size()))
        return;
    const double first = chart.periods.front().begin_day, last = chart.periods.back().begin_day;
    for (const auto& period : chart.periods) data.days.push_back(std::floor(period.begin_day));
    if (slots.kind == Kind::year) {
        data.date_unit = 'y';
        data.date_format = "yyyy";
        data.category_step = round_step<8>((last - first) / kYear, {1, 2, 5, 10, 20, 50, 100, 200});
    } else if (slots.kind != Kind::day) {
        data.date_unit = 'm';
        data.date_format = format_of_dates(locale, "mmm yy");
        data.category_step = round_step<7>((last - first) / kMonth, {1, 2, 3, 6, 12, 24, 60});
    } else {
        data.date_unit = 'd';
        data.date_format = format_of_dates(locale, last - first > 2 * kYear ? "mmm yyyy" : "d mmm");
        data.category_step = round_step<8>(last - first, {1, 2, 7, 14, 28, 56, 91, 182});
    }
}

void as_steps(const doc::Chart& chart, const locale::Locale& locale, scene::ChartData& data) {
    const Slots slots = slots_of(chart);
    const bool year = slots.kind == Kind::year, month = slots.kind == Kind::month;
    const double first = chart.periods.front().begin_day + (year ? kYear / 2 : month ? kMonth / 2 : 0);
    std::vector<double> at;
    for (std::size_t c = 0; c < chart.categories.size(); ++c)
        at.push_back(kExcelsFirstDay + (year || month ? std::floor(first) + (year ? kYear : kMonth) *
                                                                                static_cast<double>(slots.of[c])
                                                      : chart.periods[c].begin_day));
    const double span = std::max(at.back() - at.front(), 1.0);
    data.type = scene::ChartData::Type::scatter;
    data.joined = true;
    std::vector<std::string> categories;
    for (std::size_t c = 0; c < at.size(); ++c) {
        if (c > 0) categories.push_back(data.categories[c - 1]);
        categories.push_back(data.categories[c]);
    }
    for (auto& series : data.series) {
        const auto values = std::move(series.values);
        const auto points = std::move(series.points);
        series.values.clear();
        series.points.clear();
        for (std::size_t c = 0; c < at.size(); ++c) {
            if (c > 0) {  // the value before lasts until here
                series.x.emplace_back(at[c]);
                series.values.push_back(values[c] ? values[c - 1] : std::nullopt);
                if (!points.empty()) {
                    auto corner = points[c - 1];
                    corner.label.clear();
                    corner.always_labelled = false;
                    corner.unlabelled = true;
                    series.points.push_back(std::move(corner));
                }
            }
            series.x.emplace_back(at[c]);
            series.values.push_back(values[c]);
            if (!points.empty()) series.points.push_back(points[c]);
        }
    }
    data.categories = std::move(categories);
    data.category_ends = scene::ChartAxis{at.front(), at.back()};
    if (year) {
        data.across_format = "yyyy";
        data.category_step = kYear * round_step<8>(span / kYear, {1, 2, 5, 10, 20, 50, 100, 200});
    } else if (month) {
        data.across_format = format_of_dates(locale, "mmm yy");
        data.category_step = kMonth * round_step<7>(span / kMonth, {1, 2, 3, 6, 12, 24, 60});
    } else {
        data.across_format = format_of_dates(locale, span > 2 * kYear ? "mmm yyyy" : "d mmm");
        data.category_step = round_step<8>(span, {1, 2, 7, 14, 28, 56, 91, 182});
    }
}

}  // namespace precis::chart
