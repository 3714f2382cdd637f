// bind/exhibits/column_digits.h: how the numbers of one column are printed alike.
//
// In: a column's numbers and their unit. Out: one number of decimals for all of them. Pure; linear in the numbers.
// Source: docs/design/language.md#numbers-and-formats.
#pragma once
#include <string>
#include <vector>

namespace precis::bind {

/// The decimals of computed numbers side by side: as many as three significant figures of the smallest need, but no
/// more than six significant figures of the largest; more where a number would become 0, or where all would look alike.
/// Money has all of its cents or none. Returns -1 if no number of decimals suits all: each is then printed by its size.
[[nodiscard]] int shared_decimals(const std::vector<double>& numbers, const std::string& unit);

/// The decimals that a file has, of money with all of its cents.
[[nodiscard]] int with_cents(int decimals, const std::string& unit);

}  // namespace precis::bind
