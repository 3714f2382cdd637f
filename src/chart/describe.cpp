// chart/describe.cpp: what a chart shows, in one to three sentences, for those who can't see it.
// Stage: doc::Chart -> DESCRIBE -> alternative text. English; the fixed words follow the locale.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/phrases.h"
#include "chart/canvas/numbers.h"
#include "chart/chart.h"
#include "chart/forms/waterfall.h"
#include "chart/panels/small_charts.h"

namespace precis::chart {
namespace {

constexpr std::size_t kTold = 6;  // values that are told one by one

std::string form_of(const doc::Chart& chart) {
    const bool stacked = chart.series.size() > 1 && chart.stack != "none";
    const std::string stack = !stacked ? "" : chart.stack == "percent" ? "stacked to 100 percent, " : "stacked, ";
    if (chart.type == "bar") return "Bar chart" + (stacked ? " (" + stack.substr(0, stack.size() - 2) + ")" : "");
    if (chart.type == "column") return "Column chart" + (stacked ? " (" + stack.substr(0, stack.size() - 2) + ")" : "");
    std::string name = chart.type;
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name == "Timeline" ? name : name + " chart";
}

std::string words_of(const doc::Chart& chart, const doc::Value& value, const locale::Locale& locale) {
    std::string words = value_words(value, chart.format, Unit::symbol, locale);
    if (!value.number) words = "not published";
    switch (value.qualifier) {
        case data::Qualifier::more_than:
            words = "more than " + value_words({value.number, "", "", {}, {}, {}}, chart.format, Unit::symbol, locale);
            break;
        case data::Qualifier::at_least:
            words = "at least " + value_words({value.number, "", "", {}, {}, {}}, chart.format, Unit::symbol, locale);
            break;
        case data::Qualifier::less_than:
            words = "less than " + value_words({value.number, "", "", {}, {}, {}}, chart.format, Unit::symbol, locale);
            break;
        case data::Qualifier::at_most:
            words = "at most " + value_words({value.number, "", "", {}, {}, {}}, chart.format, Unit::symbol, locale);
            break;
        case data::Qualifier::about:
            words = "about " + value_words({value.number, "", "", {}, {}, {}}, chart.format, Unit::symbol, locale);
            break;
        case data::Qualifier::none:
        case data::Qualifier::exactly:
        case data::Qualifier::between:
            break;
    }
    if (value.status != data::Status::actual) words += fmt::format(" ({})", to_string(value.status));
    return words;
}

/// "a, b and c"; where a part has a comma of its own, "a; b; c".
std::string joined(const std::vector<std::string>& parts) {
    const bool commas =
        std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.find(',') != std::string::npos; });
    return commas ? base::joined(parts, "; ") : base::enumerated(parts);
}

/// Few values are told one by one.
std::string all_values(const doc::Chart& chart, const doc::Chart::Series& series, const locale::Locale& locale) {
    std::vector<std::string> parts;
    for (std::size_t c = 0; c < series.values.size(); ++c)
        if (!is_absent(series.values[c]))
            parts.push_back(chart.categories[c] + " " + words_of(chart, series.values[c], locale));
    return joined(parts);
}

struct Extremes {
    std::size_t first = 0, last = 0, low = 0, high = 0, count = 0;
};
Extremes extremes_of(const doc::Chart::Series& series) {
    Extremes at;
    for (std::size_t c = 0; c < series.values.size(); ++c) {
        const auto& number = series.values[c].number;
        if (!number) continue;
        if (at.count == 0) at.first = at.low = at.high = c;
        if (*number < *series.values[at.low].number) at.low = c;
        if (*number > *series.values[at.high].number) at.high = c;
        at.last = c;
        ++at.count;
    }
    return at;
}

bool in_time(const doc::Chart& chart) {
    return !chart.periods.empty() || chart.type == "line" || chart.type == "area" || chart.type == "step";
}

std::string summary(const doc::Chart& chart, const doc::Chart::Series& series, const locale::Locale& locale) {
    const Extremes at = extremes_of(series);
    if (at.count == 0) return "no values published";
    const auto value = [&](std::size_t c) { return words_of(chart, series.values[c], locale); };
    if (at.count == 1) return chart.categories[at.first] + " " + value(at.first);
    if (chart.categories[at.high].empty() && chart.categories[at.low].empty())  // a histogram's values have no names
        return fmt::format("from {} to {}", value(at.low), value(at.high));
    if (!in_time(chart))
        return fmt::format("highest {} {}, lowest {} {}", chart.categories[at.high], value(at.high),
                           chart.categories[at.low], value(at.low));
    const double a = *series.values[at.first].number, b = *series.values[at.last].number;
    const char* trend = b > a ? "rises" : b < a ? "falls" : "stays level";
    std::string text = a == b ? fmt::format("begins and ends at {}", value(at.first))
                              : fmt::format("{} from {} in {} to {} in {}", trend, value(at.first),
                                            chart.categories[at.first], value(at.last), chart.categories[at.last]);
    if (at.high != at.first && at.high != at.last)
        text += fmt::format(", highest {} in {}", value(at.high), chart.categories[at.high]);
    if (at.low != at.first && at.low != at.last)
        text += fmt::format(", lowest {} in {}", value(at.low), chart.categories[at.low]);
    return text;
}

std::string timeline(const doc::Chart& chart) {
    std::vector<std::string> events;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        std::string words = chart.categories[c];
        if (c < chart.category_details.size() && !chart.category_details[c].empty())
            words += " (" + chart.category_details[c] + ")";
        events.push_back(words);
    }
    return fmt::format("Timeline of {} {}: {}.", events.size(), events.size() == 1 ? "event" : "events",
                       joined(events));
}

/// Rows of tasks: how many, who, and from when to when.
std::string tasks(const doc::Chart& chart, const locale::Locale& locale) {
    std::vector<std::string> rows;
    std::size_t first = 0, last = 0;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        if (std::find(rows.begin(), rows.end(), chart.categories[c]) == rows.end()) rows.push_back(chart.categories[c]);
        if (c >= chart.periods.size()) continue;
        if (chart.periods[c].begin_day < chart.periods[first].begin_day) first = c;
        if (chart.periods[c].end_day > chart.periods[last].end_day) last = c;
    }
    std::string text = fmt::format("Gantt chart of {} {} in {} {}", chart.categories.size(),
                                   chart.categories.size() == 1 ? "period" : "periods", rows.size(),
                                   rows.size() == 1 ? "row" : "rows");
    if (!chart.periods.empty()) {
        const auto &begin = chart.category_keys[first], &end = chart.category_keys[last];
        const auto parted = end.find('/');
        text += fmt::format(", from {} to {}", locale.date(begin.substr(0, begin.find('/'))),
                            locale.date(parted == std::string::npos ? end : end.substr(parted + 1)));
    }
    return text + ": " + joined(rows) + ".";
}

/// Charts of two numbers a point: the range of each, and the points at its ends.
std::string points(const doc::Chart& chart, const locale::Locale& locale) {
    std::string text = form_of(chart);
    const doc::ChannelData* names = nullptr;
    std::size_t count = 0;
    for (std::size_t i = 0; i < chart.extra.size(); ++i) {
        count = std::max(count, chart.extra[i].values.size());
        if (!chart.extra[i].is_number && i < chart.extra_names.size() && chart.extra_names[i] == "text")
            names = &chart.extra[i];
    }
    text += fmt::format(" of {} points.", count);
    const auto words = [&](const doc::ChannelData& channel, std::size_t i) {
        const auto name = !names || i >= names->values.size() ? std::string()
                          : names->values[i].category.empty() ? names->values[i].text
                                                              : names->values[i].category;
        const auto value = value_words(channel.values[i], channel.format, Unit::symbol, locale);
        return name.empty() ? value : value + " (" + name + ")";
    };
    for (const auto& channel : chart.extra) {
        if (!channel.is_number) continue;
        doc::Chart::Series all;
        all.values = channel.values;
        const Extremes at = extremes_of(all);
        if (at.count > 1)
            text += fmt::format(" {}: from {} to {}.", channel.label, words(channel, at.low), words(channel, at.high));
    }
    return text;
}

/// So many series that each has room for its ends only.
std::string ends(const doc::Chart& chart, const doc::Chart::Series& series, const locale::Locale& locale) {
    const Extremes at = extremes_of(series);
    if (at.count == 0) return "no values published";
    const auto value = [&](std::size_t c) { return words_of(chart, series.values[c], locale); };
    if (at.count == 1) return value(at.first);
    return in_time(chart) ? fmt::format("{} to {}", value(at.first), value(at.last))
                          : fmt::format("{} to {}", value(at.low), value(at.high));
}

/// The totals with their sums, told one by one; of many changes the largest each way.
std::string bridge(const doc::Chart& chart, const locale::Locale& locale) {
    const auto steps = steps_of(chart);
    const int decimals = decimals_of(chart);
    std::vector<std::string> all, totals;
    std::size_t rise = steps.size(), fall = steps.size();
    const auto change = [&](std::size_t c) { return steps[c].to - steps[c].from; };
    const auto told = [&](std::size_t c) {
        const double value = steps[c].total ? steps[c].to : change(c);
        return chart.categories[c] + " " + (value > 0 && !steps[c].total ? "+" : "") +
               number_words(value, chart.format, decimals, Unit::symbol, locale);
    };
    for (std::size_t c = 0; c < steps.size(); ++c) {
        if (!steps[c].known) continue;
        all.push_back(told(c));
        if (steps[c].total) totals.push_back(told(c));
        if (steps[c].total) continue;
        if (change(c) > 0 && (rise == steps.size() || change(c) > change(rise))) rise = c;
        if (change(c) < 0 && (fall == steps.size() || change(c) < change(fall))) fall = c;
    }
    if (steps.size() <= kTold || totals.empty()) return joined(all);
    std::string text = joined(totals);
    if (rise < steps.size()) text += "; largest rise " + told(rise);
    if (fall < steps.size()) text += "; largest fall " + told(fall);
    return text;
}

}  // namespace

std::string describe(const doc::Chart& chart, const locale::Locale& locale) {
    constexpr std::size_t kSeriesTold = 4, kSeriesNamed = 12;
    if (!chart.extra.empty() && (chart.type == "scatter" || chart.type == "bubble")) return points(chart, locale);
    std::string text = form_of(chart);
    if (chart.categories.empty() || chart.series.empty()) return text + " without data.";
    if (chart.type == "timeline") return timeline(chart);
    if (chart.type == "gantt") return tasks(chart, locale);
    text += fmt::format(" of {} {}", chart.categories.size(), chart.categories.size() == 1 ? "value" : "values");
    if (chart.categories.size() > 1 && in_time(chart))
        text += fmt::format(", {} to {}", chart.categories.front(), chart.categories.back());
    if (chart.series.size() > 1)
        text += fmt::format(", in {} {}", chart.facets ? panel_names(chart).size() : chart.series.size(),
                            chart.facets ? "panels" : "series");
    text += ". ";
    if (chart.type == "waterfall" && !chart.facets) return text + bridge(chart, locale) + ".";
    const bool few = chart.series.size() <= kSeriesTold;
    if (!few) text += in_time(chart) ? "First to last: " : "Lowest to highest: ";
    std::vector<std::string> told;
    for (std::size_t s = 0; s < chart.series.size() && s < (few ? kSeriesTold : kSeriesNamed); ++s) {
        const auto& series = chart.series[s];
        std::string words = !few                               ? ends(chart, series, locale)
                            : chart.categories.size() <= kTold ? all_values(chart, series, locale)
                                                               : summary(chart, series, locale);
        if (words.empty()) continue;
        if (!series.name.empty()) words.insert(0, series.name + ": ");
        if (!series.panel.empty()) words.insert(0, series.panel + ", ");
        // Names keep their letters, as projects write themselves.
        const bool begins_with_name = !series.name.empty() || !series.panel.empty() || chart.categories.size() <= kTold;
        if (told.empty() && few && !begins_with_name) words = locale.raised(words);
        told.push_back(std::move(words));
    }
    for (std::size_t i = 0; i < told.size(); ++i) text += (i ? "; " : "") + told[i];
    if (chart.series.size() > kSeriesNamed)
        text += fmt::format("; and {} more series", chart.series.size() - kSeriesNamed);
    text += ".";
    return text;
}

std::string describe(const std::vector<std::optional<double>>& values, const std::string& unit,
                     const locale::Locale& locale) {
    doc::Chart::Series series;
    int decimals = 0;
    for (const auto& number : values) {
        series.values.push_back({number, {}, {}, {}, {}, {}});
        if (number && *number != std::floor(*number)) decimals = 1;
    }
    const Extremes at = extremes_of(series);
    if (at.count == 0) return "No values.";
    const doc::AxisFormat format{{}, unit, false, decimals, false};
    const auto words = [&](std::size_t i) { return number_words(*values[i], format, decimals, Unit::symbol, locale); };
    if (at.count == 1) return "One value, " + words(at.first) + ".";
    return fmt::format("{} values, from {} to {}; lowest {}, highest {}.", at.count, words(at.first), words(at.last),
                       words(at.low), words(at.high));
}

}  // namespace precis::chart
