// chart/checks/check_annotations.cpp: the forms that draw each kind of annotation; in others it is an error.
// Stage: doc::Chart -> CHECK ANNOTATIONS -> check.h.
#include "chart/checks/check_annotations.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/phrases.h"
#include "chart/notes/references.h"
#include "chart/panels/panel_chart.h"
#include "chart/scales/lookup.h"
#include "diag/codes.h"

namespace precis::chart {
namespace {

using Kind = doc::Annotation::Kind;

/// The name of an annotation in a briefing, and the forms that draw it.
struct Place {
    std::string name;
    std::vector<std::string> forms;
};

Place place_of(const doc::Annotation& annotation) {
    const std::vector<std::string> upright{"column", "line", "step", "area"};  // forms with upright values
    const auto with = [&](std::vector<std::string> others) {
        others.insert(others.begin(), upright.begin(), upright.end());
        return others;
    };
    const auto values =
        with({"bar", "lollipop", "dot", "dumbbell", "bullet", "box", "strip", "histogram", "scatter", "bubble"});
    switch (annotation.kind) {
        case Kind::cagr:
            if (annotation.each_series) return {"each: series", {"column"}};
            return {"cagr", upright};
        case Kind::difference:
            if (annotation.each_series) return {"each: category", {"column", "bar"}};
            return {"difference", upright};
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

void check_annotations(const doc::Chart& chart, const diag::Span& where, diag::Diagnostics& diagnostics) {
    for (const auto& annotation : chart.annotations) {
        const Place place = place_of(annotation);
        if (std::find(place.forms.begin(), place.forms.end(), chart.type) == place.forms.end()) {
            diagnostics.push_back(diag::error(
                diag::code::chart_not_available, where,
                fmt::format("a {} chart has no place for `{}`", chart.type, place.name),
                fmt::format("it goes with {}: leave it out, or say it in the note", base::enumerated(place.forms))));
            continue;
        }
        const bool stacked = chart.series.size() > 1 && chart.stack != "none";
        if (annotation.kind == Kind::difference && annotation.each_series) {
            for (const auto& end : annotation.ends)
                if (series_named(chart, end) == nullptr)
                    diagnostics.push_back(diag::error(diag::code::highlight_not_found, where,
                                                      fmt::format("no series is called “{}”", end),
                                                      "`difference` with `each: category` names two series"));
            if (stacked || chart.facets)
                diagnostics.push_back(
                    diag::error(diag::code::chart_not_available, where,
                                "the difference of each category is drawn for columns or bars side by side",
                                "leave out `stack` and `facet`"));
        } else if (annotation.each_series && (!stacked || chart.facets))
            diagnostics.push_back(diag::error(diag::code::chart_not_available, where,
                                              "growth of each series is drawn beside stacked columns only",
                                              "write `stack: total`, or `cagr` without `each`"));
        const bool level = annotation.kind == Kind::line || is_value_band(annotation);
        if (chart.facets && !level && has_series_panels(chart))
            diagnostics.push_back(diag::error(diag::code::chart_not_available, where,
                                              fmt::format("panels have no place for `{}`", place.name),
                                              "panels show only lines and bands of values: leave the others out"));
    }
}

}  // namespace precis::chart
