// bind/exhibits/two_prints.h: numbers that a sentence and an exhibit print in two ways that contradict each other.
// Stage: bound exhibits × prints of sentences and tiles -> TWO PRINTS -> warnings, last of all.
//
// In: the document with its exhibits numbered; the prints that the context has collected. Two prints are of one number
// if the exhibit rests on the fact or value that the sentence names, or on a table of it and the number is so long that
// chance does not repeat it. Short forms (1.5 million, 1.5M), words, powers of ten and units make no difference.
// Warnings: printed_two_ways, at the sentence. Cost: linear in the cells of exhibits with up to kMostCells of them.
#pragma once
#include <optional>
#include <vector>

#include "bind/values/context.h"
#include "doc/exhibit.h"

namespace precis::bind {

/// Exhibits with more cells are not searched: they do not print them one by one.
inline constexpr std::size_t kMostCells = 5000;

void warn_of_two_prints(Context& context, const std::vector<const doc::Exhibit*>& exhibits);

/// The decimals with which `text` prints the number in figures, whatever its sign; empty if it does not.
[[nodiscard]] std::optional<int> decimals_in(std::string_view text, double number, const locale::Locale& locale);

}  // namespace precis::bind
