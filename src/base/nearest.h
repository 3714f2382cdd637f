// base/nearest.h: the known name that a mistyped one most likely meant.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace precis::base {

/// The candidate with the least edit distance (insert, delete, replace, swap of neighbours), if that is at most a
/// third of the longer name's length, rounded up, and leaves a letter in place; the first one of equals.
/// Source: restricted Damerau-Levenshtein distance (optimal string alignment).
[[nodiscard]] std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates);

}  // namespace precis::base
