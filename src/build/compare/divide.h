// build/compare/divide.h: divides the changes of numbers among their causes, by running them again with one input new
// at a time. A door.
// Stage: two sides and what differs -> DIVIDED -> `precis diff`.
//
// The order is that of Cause: sources, periods, query and method, revised rows and facts, what was set for the build.
// Each step is the number with all inputs up to that one new, less the number before it; so steps add up to the change.
// Where a number has no value half-way, the step has two causes.
// Errors: none. A change whose values cannot be found again has no steps, and `not_divided` says why.
// Cost: for each target and each set of lost and gained sources three databases, and the queries of what changed.
#pragma once
#include "build/compare/side.h"
#include "build/record/edition_diff.h"

namespace precis::build {

/// What differs, with steps and labels. A side without inputs: as difference() gives it, and `not_divided` says why.
[[nodiscard]] EditionDiff divided_difference(const Side& old, const Side& now);

/// The steps of a change as texts that add up to its text: "−2,062". amounts[i] belongs to steps[i].
[[nodiscard]] std::vector<std::string> printed_amounts(const NumberChange& change);

/// "−1,339.5": with a sign and groups of three digits.
[[nodiscard]] std::string signed_number(double number, int decimals);

}  // namespace precis::build
