// doc/wholes.h: parts of a chart that make a whole, and the numbers that a chart computes from them while it is drawn.
// Pure. Units: those of the chart's values; shares in percent.
#pragma once
#include <string>
#include <vector>

#include "doc/exhibit.h"

namespace precis::doc {

/// Parts of one whole. They point into the chart.
struct Whole {
    std::string name;
    std::vector<const Value*> parts;
    double sum() const;
    void add(const Value& value);
};

/// The parts of each category. A stacked area prints the numbers of its last one.
[[nodiscard]] std::vector<Whole> stacks_of(const Chart& chart);
/// Wholes whose parts the chart prints as shares.
[[nodiscard]] std::vector<Whole> shared_wholes(const Chart& chart);
/// Whether the parts are percentages that are shares already, and are printed as published.
[[nodiscard]] bool is_published(const Chart& chart, const Whole& whole);

/// Sums and shares that the form may print beside the values: of stacks, rings, rows, bridges, flows and the steps of a
/// funnel. Each once, ascending; exact, as before they are rounded. Counts of a histogram are none of them.
[[nodiscard]] std::vector<double> computed_numbers(const Chart& chart);

}  // namespace precis::doc
