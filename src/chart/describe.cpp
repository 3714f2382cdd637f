// chart/describe.cpp: a chart in one to three sentences, for readers who can't see it: few values one by one, many by
// their extremes. Stage: doc::Chart -> DESCRIBE -> alternative text. English; numbers and dates follow the locale.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/phrases.h"
#include "chart/canvas/numbers.h"
#include "chart/chart.h"
#include "chart/forms/waterfall.h"
#include "chart/panels/panel_chart.h"
#include "chart/scales/flows.h"
#include "chart/scales/lookup.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr std::size_t kListed = 6;                              // categories up to this number are listed one by one
constexpr std::size_t kSeriesDescribed = 4, kSeriesNamed = 12;  // more series: only their ends; still more: a count

std::string form_of(const doc::Chart& chart) {
    const bool stacked = chart.series.size() > 1 && chart.stack != vocabulary::Stack::none;
    const std::string stack = !stacked                                    ? ""
                              : chart.stack == vocabulary::Stack::percent ? "stacked to 100 percent, "
                                                                          : "stacked, ";
    if (chart.form == vocabulary::Form::bar)
        return "Bar chart" + (stacked ? " (" + stack.substr(0, stack.size() - 2) + ")" : "");
    if (chart.form == vocabulary::Form::column)
        return "Column chart" + (stacked ? " (" + stack.substr(0, stack.size() - 2) + ")" : "");
    std::string name(name_of(chart.form));
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name == "Timeline" ? name : name + " chart";
}

/// The qualifier in words, with the space behind it; empty if the printed value needs none.
std::string_view qualifier_words(data::Qualifier qualifier) {
    switch (qualifier) {
        case data::Qualifier::more_than:
            return "more than ";
        case data::Qualifier::at_least:
            return "at least ";
        case data::Qualifier::less_than:
            return "less than ";
        case data::Qualifier::at_most:
            return "at most ";
        case data::Qualifier::about:
            return "about ";
        case data::Qualifier::none:
        case data::Qualifier::exactly:
        case data::Qualifier::between:
            break;
    }
    return {};
}

std::string words_of(const doc::Chart& chart, const doc::Value& value, const locale::Locale& locale) {
    std::string words(qualifier_words(value.qualifier));
    if (!words.empty()) {
        doc::Value unsigned_value;  // without the sign that the qualifier has in print
        unsigned_value.number = value.number;
        words += value_words(unsigned_value, chart.format, Unit::symbol, locale);
    } else {
        words = value.number ? value_words(value, chart.format, Unit::symbol, locale) : "not published";
    }
    if (value.status != data::Status::actual) words += fmt::format(" ({})", name_of(value.status));
    return words;
}

/// "a, b and c"; if a part has a comma of its own, "a; b; c".
std::string joined(const std::vector<std::string>& parts) {
    const bool commas =
        std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.find(',') != std::string::npos; });
    return commas ? base::joined(parts, "; ") : base::enumerated(parts);
}

/// The values of a series one by one.
std::string all_values(const doc::Chart& chart, const doc::Chart::Series& series, const locale::Locale& locale) {
    std::vector<std::string> parts;
    for (std::size_t c = 0; c < series.values.size(); ++c)
        if (!is_absent(series.values[c]))
            parts.push_back(chart.categories[c] + " " + words_of(chart, series.values[c], locale));
    return joined(parts);
}

bool in_time(const doc::Chart& chart) {
    return !chart.periods.empty() || row_of(chart.form).joined == vocabulary::Joined::lines;
}

bool is_day(const doc::Chart& chart, std::size_t category) {
    return category < chart.periods.size() && chart.periods[category].end_day - chart.periods[category].begin_day == 1;
}

/// The course of a series in time, or its highest and lowest category.
std::string summary(const doc::Chart& chart, const doc::Chart::Series& series, const locale::Locale& locale) {
    const Extremes at = extremes_of(series.values);
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
    const auto when = [&](std::size_t c) { return (is_day(chart, c) ? "on " : "in ") + chart.categories[c]; };
    std::string text = a == b ? fmt::format("begins and ends at {}", value(at.first))
                              : fmt::format("{} from {} {} to {} {}", trend, value(at.first), when(at.first),
                                            value(at.last), when(at.last));
    if (at.high != at.first && at.high != at.last)
        text += fmt::format(", highest {} {}", value(at.high), when(at.high));
    if (at.low != at.first && at.low != at.last) text += fmt::format(", lowest {} {}", value(at.low), when(at.low));
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

/// Rows of tasks: their number, the days that they span, and their names.
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
        const auto slash = end.find('/');
        text += fmt::format(", from {} to {}", locale.date(begin.substr(0, begin.find('/'))),
                            locale.date(slash == std::string::npos ? end : end.substr(slash + 1)));
    }
    return text + ": " + joined(rows) + ".";
}

/// Charts with two numbers for each point: the range of each number, and the points at its ends.
std::string points(const doc::Chart& chart, const locale::Locale& locale) {
    std::string text = form_of(chart);
    const doc::ChannelData* names = nullptr;
    std::size_t count = 0;
    for (std::size_t i = 0; i < chart.extra.size(); ++i) {
        count = std::max(count, chart.extra[i].values.size());
        if (!chart.extra[i].is_number && i < chart.extra_names.size() &&
            chart.extra_names[i] == vocabulary::Channel::text)
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
        const Extremes at = extremes_of(channel.values);
        if (at.count > 1)
            text += fmt::format(" {}: from {} to {}.", channel.label, words(channel, at.low), words(channel, at.high));
    }
    return text;
}

/// Flows: all of them, or of many the largest and the smallest, and what comes from the first stage.
std::string flows(const doc::Chart& chart, const locale::Locale& locale) {
    const auto graph = flows_of(chart);
    const auto& values = chart.series.front().values;
    std::string text = fmt::format("{} of {} values, from {} {} in {} stages. ", form_of(chart), graph.flows.size(),
                                   graph.nodes.size(), graph.nodes.size() == 1 ? "place" : "places", graph.stages);
    const auto words = [&](const Flow& flow) {
        return fmt::format("{} to {} {}", graph.nodes[flow.from].name, graph.nodes[flow.to].name,
                           words_of(chart, values[flow.row], locale));
    };
    std::vector<std::string> parts;
    if (graph.flows.size() <= kListed) {
        for (const auto& flow : graph.flows) parts.push_back(words(flow));
        return text + joined(parts) + ".";
    }
    for (std::size_t n = 0; n < graph.nodes.size() && parts.size() < kListed; ++n)
        if (graph.nodes[n].stage == 0)
            parts.push_back("from " + graph.nodes[n].name + " " + words_of(chart, total_of(chart, graph, n), locale));
    const auto by_size = [](const Flow& a, const Flow& b) { return a.size < b.size; };
    const auto ends = std::minmax_element(graph.flows.begin(), graph.flows.end(), by_size);
    parts.push_back("largest flow " + words(*ends.second));
    parts.push_back("smallest " + words(*ends.first));
    return text + locale.raised(base::joined(parts, "; ")) + ".";
}

/// "122° west": a place along one direction, in whole degrees.
std::string degrees(double number, const char* positive, const char* negative) {
    const double whole = std::round(std::abs(number));
    return fmt::format("{:.0f}°{}{}", whole, whole > 0 ? " " : "", whole > 0 ? (number > 0 ? positive : negative) : "");
}

/// ", from 122° west to 116° east and from 13° north to 49° north": how far points reach.
std::string reach_words(const doc::Chart& chart) {
    std::string text;
    for (const auto channel : {vocabulary::Channel::x, vocabulary::Channel::y}) {
        const auto* places = channel_of(chart, channel);
        if (places == nullptr) return {};
        const Extremes at = extremes_of(places->values);
        if (at.count == 0) return {};
        const bool across = channel == vocabulary::Channel::x;
        const auto words = [&](std::size_t c) {
            return degrees(*places->values[c].number, across ? "east" : "north", across ? "west" : "south");
        };
        text += across ? ", from " : " and from ";
        text += words(at.low) + " to " + words(at.high);
    }
    return text;
}

/// A map: its regions with their numbers, or its points with their names and sizes, few of them one by one.
std::string map_words(const doc::Chart& chart, const locale::Locale& locale) {
    std::vector<std::string> listed;
    std::size_t known = 0;
    const auto* sizes = channel_of(chart, vocabulary::Channel::size);
    const bool sized = chart.map && chart.map->points && sizes != nullptr;
    std::vector<doc::Value> numbers;  // that the places are compared by
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        doc::Value value;
        for (const auto& series : chart.series)
            if (c < series.values.size() && series.values[c].number) value = series.values[c];
        if (!value.number) {
            numbers.emplace_back();
            continue;
        }
        ++known;
        const auto& name = chart.categories[c];
        if (sized && c < sizes->values.size()) value = sizes->values[c];
        numbers.push_back(value);
        if (sized)
            listed.push_back(name + " " + value_words(value, sizes->format, Unit::symbol, locale));
        else
            listed.push_back(chart.map && chart.map->points ? name : name + " " + words_of(chart, value, locale));
    }
    const bool points = chart.map && chart.map->points;
    std::string text = fmt::format("{} of {} {}", form_of(chart), known,
                                   points ? (known == 1 ? "point" : "points") : (known == 1 ? "value" : "values"));
    if (points) text += reach_words(chart);
    if (const auto absent = chart.categories.size() - known; absent > 0)
        text += fmt::format(", without data for {} {}", absent, absent == 1 ? "region" : "regions");
    const bool named = std::any_of(listed.begin(), listed.end(), [](const auto& one) { return !one.empty(); });
    if (!named) return text + ".";
    constexpr std::size_t kPlaces = 12;  // names of points are short
    if (listed.size() <= (points && !sized ? kPlaces : kListed)) return text + ": " + joined(listed) + ".";
    if (points && !sized) return text + ".";
    const Extremes at = extremes_of(numbers);
    const auto place = [&](std::size_t c) {
        return chart.categories[c] + " " +
               (sized ? value_words(numbers[c], sizes->format, Unit::symbol, locale)
                      : words_of(chart, numbers[c], locale));
    };
    return text + fmt::format(": highest {}, lowest {}.", place(at.high), place(at.low));
}

/// "12 to 40": one of many series, by its first and last value, or its lowest and highest.
std::string ends(const doc::Chart& chart, const doc::Chart::Series& series, const locale::Locale& locale) {
    const Extremes at = extremes_of(series.values);
    if (at.count == 0) return "no values published";
    const auto value = [&](std::size_t c) { return words_of(chart, series.values[c], locale); };
    if (at.count == 1) return value(at.first);
    return in_time(chart) ? fmt::format("{} to {}", value(at.first), value(at.last))
                          : fmt::format("{} to {}", value(at.low), value(at.high));
}

/// A waterfall: all its steps, or of many the totals with the largest rise and the largest fall.
std::string bridge(const doc::Chart& chart, const locale::Locale& locale) {
    const auto steps = steps_of(chart);
    const int decimals = decimals_of(chart);
    std::vector<std::string> known, totals;
    std::size_t rise = steps.size(), fall = steps.size();
    const auto change = [&](std::size_t c) { return steps[c].to - steps[c].from; };
    const auto words_of_step = [&](std::size_t c) {
        const double value = steps[c].total ? steps[c].to : change(c);
        const auto& given = chart.series.front().values[c];
        return chart.categories[c] + " " + std::string(given.number ? qualifier_words(given.qualifier) : "") +
               (value > 0 && !steps[c].total ? "+" : "") +
               number_words(value, chart.format, decimals, Unit::symbol, locale);
    };
    for (std::size_t c = 0; c < steps.size(); ++c) {
        if (!steps[c].known) continue;
        known.push_back(words_of_step(c));
        if (steps[c].total) totals.push_back(words_of_step(c));
        if (steps[c].total) continue;
        if (change(c) > 0 && (rise == steps.size() || change(c) > change(rise))) rise = c;
        if (change(c) < 0 && (fall == steps.size() || change(c) < change(fall))) fall = c;
    }
    if (steps.size() <= kListed || totals.empty()) return joined(known);
    std::string text = joined(totals);
    if (rise < steps.size()) text += "; largest rise " + words_of_step(rise);
    if (fall < steps.size()) text += "; largest fall " + words_of_step(fall);
    return text;
}

/// Each series in turn, as fully as their number allows.
std::string series_words(const doc::Chart& chart, const locale::Locale& locale) {
    const bool few = chart.series.size() <= kSeriesDescribed;
    std::vector<std::string> described;
    for (std::size_t s = 0; s < chart.series.size() && s < (few ? kSeriesDescribed : kSeriesNamed); ++s) {
        const auto& series = chart.series[s];
        std::string words = !few                                 ? ends(chart, series, locale)
                            : chart.categories.size() <= kListed ? all_values(chart, series, locale)
                                                                 : summary(chart, series, locale);
        if (words.empty()) continue;
        if (!series.name.empty()) words.insert(0, series.name + ": ");
        if (!series.panel.empty()) words.insert(0, series.panel + ", ");
        // A sentence that begins with a name keeps the name's own letters: "verl" stays "verl".
        const bool begins_with_name =
            !series.name.empty() || !series.panel.empty() || chart.categories.size() <= kListed;
        if (described.empty() && few && !begins_with_name) words = locale.raised(words);
        described.push_back(std::move(words));
    }
    return base::joined(described, "; ");
}

}  // namespace

std::string describe(const doc::Chart& chart, const locale::Locale& locale) {
    if (!chart.extra.empty() && row_of(chart.form).points) return points(chart, locale);
    std::string text = form_of(chart);
    if (chart.categories.empty() || chart.series.empty()) return text + " without data.";
    if (chart.form == vocabulary::Form::timeline) return timeline(chart);
    if (row_of(chart.form).flows) return flows(chart, locale);
    if (row_of(chart.form).geographic) return map_words(chart, locale);
    if (chart.form == vocabulary::Form::gantt) return tasks(chart, locale);
    std::size_t absent = 0;  // periods that the data leave out
    for (std::size_t c = 0; c < chart.categories.size(); ++c)
        if (!chart.periods.empty() && is_absent(chart, c)) ++absent;
    const auto count = chart.categories.size() - absent;
    text += fmt::format(" of {} {}", count, count == 1 ? "value" : "values");
    if (chart.categories.size() > 1 && in_time(chart))
        text += fmt::format(", {} to {}", chart.categories.front(), chart.categories.back());
    if (absent > 0) text += fmt::format(", without {} {} between", absent, absent == 1 ? "period" : "periods");
    if (chart.series.size() > 1)
        text += fmt::format(", in {} {}", chart.facets ? panel_names(chart).size() : chart.series.size(),
                            chart.facets ? "panels" : "series");
    text += ". ";
    if (chart.form == vocabulary::Form::waterfall && !chart.facets) return text + bridge(chart, locale) + ".";
    if (chart.series.size() > kSeriesDescribed) text += in_time(chart) ? "First to last: " : "Lowest to highest: ";
    text += series_words(chart, locale);
    if (chart.series.size() > kSeriesNamed)
        text += fmt::format("; and {} more series", chart.series.size() - kSeriesNamed);
    text += ".";
    return text;
}

std::string describe(const std::vector<std::optional<double>>& values, const std::string& unit,
                     const locale::Locale& locale) {
    std::vector<doc::Value> numbers(values.size());
    int decimals = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        numbers[i].number = values[i];
        if (values[i] && *values[i] != std::floor(*values[i])) decimals = 1;
    }
    const Extremes at = extremes_of(numbers);
    if (at.count == 0) return "No values.";
    const doc::AxisFormat format{{}, unit, false, decimals, false};
    const auto words = [&](std::size_t i) { return number_words(*values[i], format, decimals, Unit::symbol, locale); };
    if (at.count == 1) return "One value, " + words(at.first) + ".";
    return fmt::format("{} values, from {} to {}; lowest {}, highest {}.", at.count, words(at.first), words(at.last),
                       words(at.low), words(at.high));
}

}  // namespace precis::chart
