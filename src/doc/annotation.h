// doc/annotation.h: an annotation over a chart's data, its ends looked up and its numbers bound. Part of document.h.
// Stage: (3) bind -> DOC -> chart.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "vocabulary/sets.h"

namespace precis::doc {

/// Numbers are in the unit of the axis.
struct Annotation {
    using Kind = vocabulary::AnnotationKind;
    Kind kind = Kind::line;
    std::vector<std::string> ends;  // categories
    std::optional<double> number;   // line: its value; band of values: its lower end; ratio: y for each x
    std::string category, series;
    std::string text;                   // label, bound
    std::optional<double> to = {};      // band of values: its upper end
    std::optional<double> across = {};  // note on two number axes: its x; `number` is its value
    bool each_series = false;           // cagr: of every series; difference: of two series in every category
    bool on_x = false;                  // line, band: its numbers are on the x axis, if both axes have numbers
    bool operator==(const Annotation&) const = default;
};

}  // namespace precis::doc
