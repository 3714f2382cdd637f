// chart/checks/check_annotations.cpp: the forms that draw each kind of annotation; in others it is an error.
// Stage: doc::Chart -> CHECK ANNOTATIONS -> check.h.
#include "chart/checks/check_annotations.h"

#include <fmt/format.h>

#include "base/phrases.h"
#include "chart/notes/references.h"
#include "chart/panels/panel_chart.h"
#include "chart/scales/lookup.h"
#include "diag/codes.h"

namespace precis::chart {
namespace {

using Kind = doc::Annotation::Kind;

/// The name of an annotation in a briefing, and what a form must have for it.
struct Place {
    std::string_view name;
    vocabulary::Note note;
};

Place place_of(const doc::Annotation& annotation) {
    switch (annotation.kind) {
        case Kind::cagr:
            if (annotation.each_series) return {"each: series", vocabulary::kSeriesGrowth};
            return {"cagr", vocabulary::kGrowth};
        case Kind::difference:
            if (annotation.each_series) return {"each: category", vocabulary::kVariances};
            return {"difference", vocabulary::kDifference};
        case Kind::line:
            return {"line", vocabulary::kLine};
        case Kind::band:
            return {"band", is_value_band(annotation) ? vocabulary::kValueBand : vocabulary::kBand};
        case Kind::event:
            return {"event", vocabulary::kEvent};
        case Kind::callout:
            return {"callout", vocabulary::kCallout};
        case Kind::trend:
            return {"trend", vocabulary::kTrend};
        case Kind::note:
            return {"note", vocabulary::kFreeNote};
        case Kind::ratio:
            break;
    }
    return {"ratio", vocabulary::kRatio};
}

}  // namespace

void check_annotations(const doc::Chart& chart, const diag::Span& where, diag::Diagnostics& diagnostics) {
    for (const auto& annotation : chart.annotations) {
        const Place place = place_of(annotation);
        if ((row_of(chart.form).notes & place.note) == 0) {
            const auto forms = vocabulary::forms_with([&](const auto& row) { return (row.notes & place.note) != 0; });
            diagnostics.push_back(diag::error(
                diag::code::chart_not_available, where,
                fmt::format("a {} chart has no place for `{}`", name_of(chart.form), place.name),
                fmt::format("it goes with {}: leave it out, or say it in the note", base::enumerated(forms))));
            continue;
        }
        const bool stacked = chart.series.size() > 1 && chart.stack != vocabulary::Stack::none;
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
