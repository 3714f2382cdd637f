// base/nearest.h: the known name that a mistyped one most likely meant.
//
// In: the name as written and the names that would have been right. Out: the candidate with the least edit distance
// (insert, delete or replace a byte, swap two neighbours), if that is small enough to be a typing mistake: at most a
// third of the longer name's length, rounded up, and less than that length. Of equally near candidates the first wins,
// so their order matters. nullopt if none is near.
// Units: bytes, not letters: a letter outside ASCII counts for two or more.
// Cost: the product of both lengths for each candidate of a similar length.
// Source: restricted Damerau-Levenshtein distance (optimal string alignment). The limit of a third is this program's.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace precis::base {

[[nodiscard]] std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates);

}  // namespace precis::base
