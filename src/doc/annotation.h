// doc/annotation.h: what is laid over a chart's data, its ends found and its numbers bound.
// Stage: (3) bind -> DOC -> chart.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace precis::doc {

struct Annotation {
    enum class Kind { cagr, difference, line, band, event, callout, trend, ratio } kind = Kind::line;
    std::vector<std::string> ends;  // categories
    std::optional<double> number;   // line: its value; band of values: where it begins; ratio: y for each x
    std::string category, series;
    std::string text;               // label, bound
    std::optional<double> to = {};  // band of values: where it ends
    bool each_series = false;       // cagr: of every series; difference: of two series in every category
    bool on_x = false;              // line, band: numbers of the axis across, where both axes are numbers
    bool operator==(const Annotation&) const = default;
};

}  // namespace precis::doc
