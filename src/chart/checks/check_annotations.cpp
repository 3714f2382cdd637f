// chart/checks/check_annotations.cpp: which annotations a form has a place for; the others are refused, not passed
// over. Stage: doc::Chart -> CHECK -> presets.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/phrases.h"
#include "chart/checks/check.h"
#include "chart/notes/references.h"
#include "chart/panels/small_charts.h"
#include "diag/codes.h"

namespace precis::chart {
namespace {

using Kind = doc::Annotation::Kind;

/// What an annotation is called in a briefing, and the forms that draw it.
struct Place {
    std::string name;
    std::vector<std::string> forms;
};

Place place_of(const doc::Annotation& annotation) {
    const std::vector<std::string> standing{"column", "line", "step", "area"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), standing.begin(), standing.end());
        return more;
    };
    const auto values =
        with({"bar", "lollipop", "dot", "dumbbell", "bullet", "box", "strip", "histogram", "scatter", "bubble"});
    switch (annotation.kind) {
        case Kind::cagr:
            if (annotation.each_series) return {"each: series", {"column"}};
            return {"cagr", standing};
        case Kind::difference:
            if (annotation.each_series) return {"each: category", {"column", "bar"}};
            return {"difference", standing};
        case Kind::line:
            return {"line", values};
        case Kind::band:
            if (is_value_band(annotation)) return {"band", values};
            return {"band", with({"bar", "lollipop", "dot", "dumbbell", "bullet", "gantt"})};
        case Kind::event:
            return {"event", with({"gantt"})};
        case Kind::callout:
            return {"callout", with({"bar", "lollipop", "dot", "dumbbell", "bullet", "scatter", "bubble"})};
        case Kind::trend:
            return {"trend", with({"scatter", "bubble"})};
        case Kind::ratio:
            break;
    }
    return {"ratio", {"scatter", "bubble"}};
}

}  // namespace

void check_annotations(const doc::Chart& chart, const diag::Span& where, diag::Diagnostics& found) {
    for (const auto& annotation : chart.annotations) {
        const Place place = place_of(annotation);
        if (std::find(place.forms.begin(), place.forms.end(), chart.type) == place.forms.end()) {
            found.push_back(diag::error(
                diag::code::chart_not_available, where,
                fmt::format("a {} chart has no place for `{}`", chart.type, place.name),
                fmt::format("it goes with {}: leave it out, or say it in the note", base::enumerated(place.forms))));
            continue;
        }
        const bool stacked = chart.series.size() > 1 && chart.stack != "none";
        if (annotation.kind == Kind::difference && annotation.each_series) {
            const auto known = [&](const std::string& name) {
                return std::any_of(chart.series.begin(), chart.series.end(),
                                   [&](const auto& one) { return one.name == name; });
            };
            for (const auto& end : annotation.ends)
                if (!known(end))
                    found.push_back(diag::error(diag::code::highlight_not_found, where,
                                                fmt::format("no series is called “{}”", end),
                                                "`difference` with `each: category` names two series"));
            if (stacked || chart.facets)
                found.push_back(diag::error(diag::code::chart_not_available, where,
                                            "the difference of each category stands over columns or bars side by side",
                                            "leave out `stack` and `facet`"));
        } else if (annotation.each_series && (!stacked || chart.facets))
            found.push_back(diag::error(diag::code::chart_not_available, where,
                                        "growth of each series stands beside stacked columns only",
                                        "write `stack: total`, or `cagr` without `each`"));
        const bool level = annotation.kind == Kind::line || is_value_band(annotation);
        if (chart.facets && !level && has_own_panels(chart))
            found.push_back(diag::error(diag::code::chart_not_available, where,
                                        fmt::format("panels have no place for `{}`", place.name),
                                        "lines and bands of values stand in every panel: leave the others out"));
    }
}

}  // namespace precis::chart
