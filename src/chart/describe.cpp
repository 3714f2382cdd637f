// chart/describe.cpp: a chart in one to three sentences, for readers who can't see it: few values one by one, many by
// their extremes. Stage: doc::Chart -> DESCRIBE -> alternative text. The words are the language's (`charts`).
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
#include "locale/chart_words.h"

namespace precis::chart {
namespace {

using locale::chart_words;

constexpr std::size_t kListed = 6;                              // categories up to this number are listed one by one
constexpr std::size_t kSeriesDescribed = 4, kSeriesNamed = 12;  // more series: only their ends; still more: a count

std::string form_of(const doc::Chart& chart, const locale::Locale& locale) {
    auto name = locale::chart_form(locale, name_of(chart.form));
    const bool bars = chart.form == vocabulary::Form::bar || chart.form == vocabulary::Form::column;
    if (!bars || chart.series.size() <= 1 || chart.stack == vocabulary::Stack::none) return name;
    return chart.stack == vocabulary::Stack::percent ? chart_words(locale, "stacked-percent", {{"form", name}})
                                                     : chart_words(locale, "stacked", {{"form", name}});
}

/// The key of the qualifier's fixed word; empty if the printed value needs none.
std::string_view qualifier_key(data::Qualifier qualifier) {
    switch (qualifier) {
        case data::Qualifier::more_than:
            return "more-than";
        case data::Qualifier::at_least:
            return "at-least";
        case data::Qualifier::less_than:
            return "less-than";
        case data::Qualifier::at_most:
            return "at-most";
        case data::Qualifier::about:
            return "about";
        case data::Qualifier::none:
        case data::Qualifier::exactly:
        case data::Qualifier::between:
            break;
    }
    return {};
}

std::string with_status(std::string words, data::Status status, const locale::Locale& locale) {
    switch (status) {
        case data::Status::actual:
            return words;
        case data::Status::previous:
            return chart_words(locale, "previous", {{"value", words}});
        case data::Status::plan:
            return chart_words(locale, "plan", {{"value", words}});
        case data::Status::target:
            return chart_words(locale, "target", {{"value", words}});
        case data::Status::forecast:
            return chart_words(locale, "forecast", {{"value", words}});
        case data::Status::estimate:
            return chart_words(locale, "estimate", {{"value", words}});
        case data::Status::partial:
            return chart_words(locale, "partial", {{"value", words}});
    }
    return words;
}

std::string words_of(const doc::Chart& chart, const doc::Value& value, const locale::Locale& locale) {
    std::string words;
    if (const auto key = qualifier_key(value.qualifier); !key.empty()) {
        doc::Value unsigned_value;  // without the sign that the qualifier has in print
        unsigned_value.number = value.number;
        words = locale::qualified(locale, key, value_words(unsigned_value, chart.format, Unit::symbol, locale));
    } else {
        words = value.number ? value_words(value, chart.format, Unit::symbol, locale) : locale.word("not-published");
    }
    return with_status(std::move(words), value.status, locale);
}

std::string item(const std::string& name, const std::string& value, const locale::Locale& locale) {
    return chart_words(locale, "item", {{"name", name}, {"value", value}});
}

std::string named(const std::string& name, const std::string& text, const locale::Locale& locale) {
    return chart_words(locale, "named", {{"name", name}, {"text", text}});
}

std::string sentence(const std::string& text, const locale::Locale& locale) {
    return chart_words(locale, "sentence", {{"text", text}});
}

/// Two sentences, one behind the other.
std::string sentences(const std::string& first, const std::string& next, const locale::Locale& locale) {
    return first + (locale.spaced() ? " " : "") + next;
}

std::string joined(const std::vector<std::string>& parts, const locale::Locale& locale) {
    return locale::chart_list(locale, parts);
}

/// The values of a series one by one.
std::string all_values(const doc::Chart& chart, const doc::Chart::Series& series, const locale::Locale& locale) {
    std::vector<std::string> parts;
    for (std::size_t c = 0; c < series.values.size(); ++c)
        if (!is_absent(series.values[c]))
            parts.push_back(item(chart.categories[c], words_of(chart, series.values[c], locale), locale));
    return joined(parts, locale);
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
    if (at.count == 0) return chart_words(locale, "no-values-published");
    const auto value = [&](std::size_t c) { return words_of(chart, series.values[c], locale); };
    if (at.count == 1) return item(chart.categories[at.first], value(at.first), locale);
    if (chart.categories[at.high].empty() && chart.categories[at.low].empty())  // a histogram's values have no names
        return chart_words(locale, "from-to", {{"first", value(at.low)}, {"last", value(at.high)}});
    if (!in_time(chart))
        return chart_words(locale, "extremes",
                           {{"high-name", chart.categories[at.high]},
                            {"high", value(at.high)},
                            {"low-name", chart.categories[at.low]},
                            {"low", value(at.low)}});
    const double a = *series.values[at.first].number, b = *series.values[at.last].number;
    const auto when = [&](std::size_t c) {
        const auto& period = chart.categories[c];
        return is_day(chart, c) ? chart_words(locale, "on-day", {{"period", period}})
                                : chart_words(locale, "in-period", {{"period", period}});
    };
    const auto course = [&](locale::ChartKey key) {
        return chart_words(locale, key,
                           {{"first", value(at.first)},
                            {"first-period", when(at.first)},
                            {"last", value(at.last)},
                            {"last-period", when(at.last)}});
    };
    const auto extreme = [&](locale::ChartKey key, std::size_t c) {
        return chart_words(locale, key, {{"value", value(c)}, {"period", when(c)}});
    };
    std::vector<std::string> parts;
    parts.push_back(a == b  ? chart_words(locale, "level", {{"value", value(at.first)}})
                    : b > a ? course("rises")
                            : course("falls"));
    if (at.high != at.first && at.high != at.last) parts.push_back(extreme("highest", at.high));
    if (at.low != at.first && at.low != at.last) parts.push_back(extreme("lowest", at.low));
    return base::joined(parts, chart_words(locale, "comma"));
}

std::string timeline(const doc::Chart& chart, const locale::Locale& locale) {
    std::vector<std::string> events;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const auto& name = chart.categories[c];
        const bool detailed = c < chart.category_details.size() && !chart.category_details[c].empty();
        events.push_back(
            detailed ? chart_words(locale, "detail", {{"name", name}, {"detail", chart.category_details[c]}}) : name);
    }
    const auto head = chart_words(locale, "timeline", {{"form", form_of(chart, locale)}}, events.size());
    return sentence(named(head, joined(events, locale), locale), locale);
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
    auto text = chart_words(locale, "tasks",
                            {{"form", form_of(chart, locale)}, {"rows", chart_words(locale, "rows", {}, rows.size())}},
                            chart.categories.size());
    if (!chart.periods.empty()) {
        const auto &begin = chart.category_keys[first], &end = chart.category_keys[last];
        const auto slash = end.find('/');
        const auto ends =
            chart_words(locale, "from-to",
                        {{"first", locale.date(begin.substr(0, begin.find('/')))},
                         {"last", locale.date(slash == std::string::npos ? end : end.substr(slash + 1))}});
        text += chart_words(locale, "comma") + ends;
    }
    return sentence(named(text, joined(rows, locale), locale), locale);
}

/// Charts with two numbers for each point: the range of each number, and the points at its ends.
std::string points(const doc::Chart& chart, const locale::Locale& locale) {
    const doc::ChannelData* names = nullptr;
    std::size_t count = 0;
    for (std::size_t i = 0; i < chart.extra.size(); ++i) {
        count = std::max(count, chart.extra[i].values.size());
        if (!chart.extra[i].is_number && i < chart.extra_names.size() &&
            chart.extra_names[i] == vocabulary::Channel::text)
            names = &chart.extra[i];
    }
    auto text = sentence(chart_words(locale, "points", {{"form", form_of(chart, locale)}}, count), locale);
    const auto words = [&](const doc::ChannelData& channel, std::size_t i) {
        const auto name = !names || i >= names->values.size() ? std::string()
                          : names->values[i].category.empty() ? names->values[i].text
                                                              : names->values[i].category;
        const auto value = value_words(channel.values[i], channel.format, Unit::symbol, locale);
        return name.empty() ? value : chart_words(locale, "detail", {{"name", value}, {"detail", name}});
    };
    for (const auto& channel : chart.extra) {
        if (!channel.is_number) continue;
        const Extremes at = extremes_of(channel.values);
        if (at.count <= 1) continue;
        const auto range =
            chart_words(locale, "from-to", {{"first", words(channel, at.low)}, {"last", words(channel, at.high)}});
        text = sentences(text, sentence(named(channel.label, range, locale), locale), locale);
    }
    return text;
}

/// Flows: all of them, or of many the largest and the smallest, and what comes from the first stage.
std::string flows(const doc::Chart& chart, const locale::Locale& locale) {
    const auto graph = flows_of(chart);
    const auto& values = chart.series.front().values;
    const auto stages = chart_words(locale, "stages", {}, graph.stages);
    const auto head = sentence(chart_words(locale, "values", {{"form", form_of(chart, locale)}}, graph.flows.size()) +
                                   chart_words(locale, "comma") +
                                   chart_words(locale, "places", {{"stages", stages}}, graph.nodes.size()),
                               locale);
    const auto words = [&](const Flow& flow) {
        return chart_words(locale, "flow",
                           {{"from", graph.nodes[flow.from].name},
                            {"to", graph.nodes[flow.to].name},
                            {"value", words_of(chart, values[flow.row], locale)}});
    };
    std::vector<std::string> parts;
    if (graph.flows.size() <= kListed) {
        for (const auto& flow : graph.flows) parts.push_back(words(flow));
        return sentences(head, sentence(joined(parts, locale), locale), locale);
    }
    for (std::size_t n = 0; n < graph.nodes.size() && parts.size() < kListed; ++n)
        if (graph.nodes[n].stage == 0)
            parts.push_back(chart_words(
                locale, "outflow",
                {{"name", graph.nodes[n].name}, {"value", words_of(chart, total_of(chart, graph, n), locale)}}));
    const auto by_size = [](const Flow& a, const Flow& b) { return a.size < b.size; };
    const auto ends = std::minmax_element(graph.flows.begin(), graph.flows.end(), by_size);
    parts.push_back(chart_words(locale, "largest-flow", {{"flow", words(*ends.second)}}));
    parts.push_back(chart_words(locale, "smallest-flow", {{"flow", words(*ends.first)}}));
    const auto all = locale.raised(base::joined(parts, chart_words(locale, "semicolon")));
    return sentences(head, sentence(all, locale), locale);
}

/// "122° W": a place along one direction, in whole degrees.
std::string degrees(double number, const char* positive, const char* negative) {
    const double whole = std::round(std::abs(number));
    return fmt::format("{:.0f}°{}{}", whole, whole > 0 ? "\u00a0" : "",
                       whole > 0 ? (number > 0 ? positive : negative) : "");
}

/// ", from 122° W to 116° E, from 13° N to 49° N": how far points reach.
std::string reach_words(const doc::Chart& chart, const locale::Locale& locale) {
    std::string text;
    for (const auto channel : {vocabulary::Channel::x, vocabulary::Channel::y}) {
        const auto* places = channel_of(chart, channel);
        if (places == nullptr) return {};
        const Extremes at = extremes_of(places->values);
        if (at.count == 0) return {};
        const bool across = channel == vocabulary::Channel::x;
        const auto words = [&](std::size_t c) {
            return degrees(*places->values[c].number, across ? "E" : "N", across ? "W" : "S");
        };
        text += chart_words(locale, "comma") +
                chart_words(locale, "from-to", {{"first", words(at.low)}, {"last", words(at.high)}});
    }
    return text;
}

/// A map: its regions with their numbers, or its points with their names and sizes, few of them one by one.
std::string map_words(const doc::Chart& chart, const locale::Locale& locale) {
    std::vector<std::string> listed;
    std::size_t known = 0;
    const auto* sizes = channel_of(chart, vocabulary::Channel::size);
    const bool by_points = chart.map && chart.map->points, sized = by_points && sizes != nullptr;
    std::vector<doc::Value> numbers;  // that the places are compared by
    const auto with = [&](const std::string& name, const std::string& value) {
        return chart_words(locale, "item", {{"name", name}, {"value", value}});
    };
    const auto place = [&](std::size_t c) {
        return sized ? value_words(numbers[c], sizes->format, Unit::symbol, locale)
                     : words_of(chart, numbers[c], locale);
    };
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        doc::Value value;
        for (const auto& series : chart.series)
            if (c < series.values.size() && series.values[c].number) value = series.values[c];
        const bool has = value.number.has_value();
        if (has && sized && c < sizes->values.size()) value = sizes->values[c];
        numbers.push_back(has ? value : doc::Value{});
        if (!has) continue;
        ++known;
        const auto& name = chart.categories[c];
        listed.push_back(by_points && !sized ? name : with(name, place(c)));
    }
    const auto form = form_of(chart, locale);
    auto text = by_points ? chart_words(locale, "points", {{"form", form}}, known) + reach_words(chart, locale)
                          : chart_words(locale, "values", {{"form", form}}, known);
    if (const auto absent = chart.categories.size() - known; absent > 0)
        text += chart_words(locale, "comma") + named(locale.word("no-data"), std::to_string(absent), locale);
    constexpr std::size_t kPlaces = 12;  // names of points are short
    const bool few = listed.size() <= (by_points && !sized ? kPlaces : kListed);
    const bool has_names = std::any_of(listed.begin(), listed.end(), [](const auto& one) { return !one.empty(); });
    if (!has_names || (by_points && !sized && !few)) return sentence(text, locale);
    if (few) return sentence(named(text, joined(listed, locale), locale), locale);
    const Extremes at = extremes_of(numbers);
    const auto ends = chart_words(locale, "extremes",
                                  {{"high-name", chart.categories[at.high]},
                                   {"high", place(at.high)},
                                   {"low-name", chart.categories[at.low]},
                                   {"low", place(at.low)}});
    return sentence(named(text, ends, locale), locale);
}

/// "12 to 40": one of many series, by its first and last value, or its lowest and highest.
std::string ends(const doc::Chart& chart, const doc::Chart::Series& series, const locale::Locale& locale) {
    const Extremes at = extremes_of(series.values);
    if (at.count == 0) return chart_words(locale, "no-values-published");
    const auto value = [&](std::size_t c) { return words_of(chart, series.values[c], locale); };
    if (at.count == 1) return value(at.first);
    const bool course = in_time(chart);
    return chart_words(locale, "span",
                       {{"first", value(course ? at.first : at.low)}, {"last", value(course ? at.last : at.high)}});
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
        const auto number = (value > 0 && !steps[c].total ? "+" : "") +
                            number_words(value, chart.format, decimals, Unit::symbol, locale);
        const auto key = given.number ? qualifier_key(given.qualifier) : std::string_view();
        return item(chart.categories[c], key.empty() ? number : locale::qualified(locale, key, number), locale);
    };
    for (std::size_t c = 0; c < steps.size(); ++c) {
        if (!steps[c].known) continue;
        known.push_back(words_of_step(c));
        if (steps[c].total) totals.push_back(words_of_step(c));
        if (steps[c].total) continue;
        if (change(c) > 0 && (rise == steps.size() || change(c) > change(rise))) rise = c;
        if (change(c) < 0 && (fall == steps.size() || change(c) < change(fall))) fall = c;
    }
    if (steps.size() <= kListed || totals.empty()) return joined(known, locale);
    std::vector<std::string> parts{joined(totals, locale)};
    if (rise < steps.size()) parts.push_back(chart_words(locale, "largest-rise", {{"step", words_of_step(rise)}}));
    if (fall < steps.size()) parts.push_back(chart_words(locale, "largest-fall", {{"step", words_of_step(fall)}}));
    return base::joined(parts, chart_words(locale, "semicolon"));
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
        if (!series.name.empty()) words = named(series.name, words, locale);
        if (!series.panel.empty()) words.insert(0, series.panel + chart_words(locale, "comma"));
        // A sentence that begins with a name keeps the name's own letters: "verl" stays "verl".
        const bool begins_with_name =
            !series.name.empty() || !series.panel.empty() || chart.categories.size() <= kListed;
        if (described.empty() && few && !begins_with_name) words = locale.raised(words);
        described.push_back(std::move(words));
    }
    if (chart.series.size() > kSeriesNamed)
        described.push_back(chart_words(locale, "more-series", {}, chart.series.size() - kSeriesNamed));
    return base::joined(described, chart_words(locale, "semicolon"));
}

}  // namespace

std::string describe(const doc::Chart& chart, const locale::Locale& locale) {
    if (!chart.extra.empty() && row_of(chart.form).points) return points(chart, locale);
    const auto form = form_of(chart, locale);
    if (chart.categories.empty() || chart.series.empty())
        return sentence(chart_words(locale, "without-data", {{"form", form}}), locale);
    if (chart.form == vocabulary::Form::timeline) return timeline(chart, locale);
    if (row_of(chart.form).flows) return flows(chart, locale);
    if (row_of(chart.form).geographic) return map_words(chart, locale);
    if (chart.form == vocabulary::Form::gantt) return tasks(chart, locale);
    std::size_t absent = 0;  // periods that the data leave out
    for (std::size_t c = 0; c < chart.categories.size(); ++c)
        if (!chart.periods.empty() && is_absent(chart, c)) ++absent;
    std::vector<std::string> parts{chart_words(locale, "values", {{"form", form}}, chart.categories.size() - absent)};
    if (chart.categories.size() > 1 && in_time(chart))
        parts.push_back(
            chart_words(locale, "span", {{"first", chart.categories.front()}, {"last", chart.categories.back()}}));
    if (absent > 0) parts.push_back(chart_words(locale, "gaps", {}, absent));
    if (chart.series.size() > 1)
        parts.push_back(chart.facets ? chart_words(locale, "panels", {}, panel_names(chart).size())
                                     : chart_words(locale, "series", {}, chart.series.size()));
    const auto head = sentence(base::joined(parts, chart_words(locale, "comma")), locale);
    if (chart.form == vocabulary::Form::waterfall && !chart.facets)
        return sentences(head, sentence(bridge(chart, locale), locale), locale);
    auto text = series_words(chart, locale);
    if (chart.series.size() > kSeriesDescribed)
        text = in_time(chart) ? chart_words(locale, "first-to-last", {{"text", text}})
                              : chart_words(locale, "lowest-to-highest", {{"text", text}});
    return sentences(head, sentence(text, locale), locale);
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
    if (at.count == 0) return sentence(chart_words(locale, "no-values"), locale);
    const doc::AxisFormat format{{}, unit, false, decimals, false};
    const auto words = [&](std::size_t i) { return number_words(*values[i], format, decimals, Unit::symbol, locale); };
    if (at.count == 1) return sentence(chart_words(locale, "one-value", {{"value", words(at.first)}}), locale);
    const auto text = chart_words(
        locale, "sparkline",
        {{"first", words(at.first)}, {"last", words(at.last)}, {"low", words(at.low)}, {"high", words(at.high)}},
        at.count);
    return sentence(text, locale);
}

}  // namespace precis::chart
