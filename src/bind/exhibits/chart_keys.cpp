// Keys of channels that do nothing in a chart: what a channel is used for decides which of its keys mean something.
// Keys that no channel of a name has are unknown keys (spec); titles, steps and sides are checked in chart_axes.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "bind/exhibits/chart.h"

namespace precis::bind {
namespace {

using vocabulary::Channel;
using vocabulary::Form;

constexpr double kDaysOfYear = 365;

}  // namespace

void ChartBinder::check_channel_keys() {
    for (const auto name : vocabulary::all_of<Channel>()) {
        const auto* given = channel(name);
        if (given == nullptr) continue;
        for (const auto& mapped : *given)
            for (const auto& key : mapped.keys) {
                const auto& unit = given->front().unit;  // of several columns, all may say it
                if (key.text == "unit" && unit && mapped.unit && mapped.unit->text == unit->text &&
                    &mapped != given->data())
                    continue;
                const auto why = useless(name, &mapped == given->data(), key.text);
                if (!why.empty()) refuse(key.span, key.text.c_str(), why, "remove it");
            }
    }
}

std::string ChartBinder::useless(Channel name, bool first, std::string_view key) const {
    const bool words = key == "label" || key == "format" || key == "unit";
    const bool on_axis = key == "scale" || key == "domain" || key == "break";
    if (key == "year-begins") return useless_year();
    if (key == "scales" && form_.panels == vocabulary::Panels::wholes) return "each of its panels is a whole";
    if (form_.geographic && on_axis) return "a map has no axes";
    if (form_.geographic && words && (name == Channel::x || name == Channel::y) && key != "label")
        return "coordinates are not printed";
    if (on_axis) return useless_on_axis(name, first, key);
    if (!words) return {};
    const bool is_name = name == form_.category || name == form_.series;
    if (form_.dated) {
        const bool described = name == Channel::text && chart_.form == Form::gantt;
        if (key == "format" && (name == Channel::x || described)) return {};
        return "it prints the words of its rows as they are";
    }
    if (key == "unit" && first && name == form_.value) return {};
    if (key == "unit" && !first && name == form_.value) return "the first column gives the unit of its axis";
    if (key == "unit" &&
        (name == Channel::text || (form_.flows && name != Channel::size) || (is_name && !form_.points)))
        return fmt::format("`{}` holds names", name_of(name));
    if (name == form_.series && !form_.by_rows) return "its series are named by the rows";
    if (key == "label" && name == Channel::text && !form_.by_rows) return "the words at its marks have no name";
    if (name == Channel::target) return "targets are marks without words";
    if (chart_.form == Form::marimekko && name == Channel::size && key != "format") return "widths are not printed";
    if (name == Channel::color && key == "format" && !form_.by_rows && name != form_.value)
        return "colours are not printed";
    if (name == Channel::data_row && key == "unit") return "the row of numbers prints no unit";
    return {};
}

std::string ChartBinder::useless_on_axis(Channel name, bool first, std::string_view key) const {
    if (form_.points && name == Channel::x)
        return key == "break" ? "only bars, columns, lines and dots leave out a stretch" : std::string();
    if (name != form_.value)
        return fmt::format("`{}` holds {}, not numbers along an axis", name_of(name),
                           form_.dated && name == Channel::x ? "dates" : "names");
    if (!first) return "the first column decides the axis";
    if (chart_.form == Form::bump && key != "break") return "its axis has ranks";
    return {};
}

std::string ChartBinder::useless_year() const {
    if (form_.category != Channel::x || !form_.category_axis || !form_.in_time || chart_.periods.empty())
        return "it has no axis of dates at `x`";
    const bool whole_years = std::all_of(chart_.periods.begin(), chart_.periods.end(), [](const auto& period) {
        return period.end_day - period.begin_day >= kDaysOfYear;
    });
    return whole_years ? "its dates are whole years" : std::string();
}

}  // namespace precis::bind
