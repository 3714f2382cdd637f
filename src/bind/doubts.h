// bind/doubts.h: what a careful reader would ask of numbers that are shown. All are warnings that a block's `because:`
// silences, but for an exhibit without a source, which is an error.
#pragma once
#include <string>
#include <vector>

#include "bind/exhibit.h"

namespace precis::bind {

/// Of facts that a text, a tile or an exhibit shows, each said once a document.
/// Warnings: small_base (fewer than 30 asked), facts_disagree (the data hold another value of the same thing).
void doubt_facts(Context& context, const std::vector<std::string>& facts, const diag::Span& where);

/// Of the data of an exhibit.
/// Errors: source_missing. Warnings: mixed_bases, mixed_qualifiers (charts), small_base (of a query's column `n`).
void doubt_data(Context& context, const spec::Exhibit& exhibit, const Grid& grid);

/// Of a bound chart.
/// Warnings: parts_do_not_sum, partial_period, too_many_series.
void doubt_chart(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Chart& chart);

}  // namespace precis::bind
