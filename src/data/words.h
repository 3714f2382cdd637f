// data/words.h: the closed lists of words that data is written with, and names near to a mistyped one.
// Used by the loaders; keeps the order of the enums in model.h.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace precis::data {

[[nodiscard]] const std::vector<std::string>& qualifier_words();  // "exactly" …, without the empty one
[[nodiscard]] const std::vector<std::string>& status_words();

/// "did you mean “x”?" with the nearest candidate; "one of a, b and c" where none is near and they are few; or nothing.
[[nodiscard]] std::string meant(std::string_view name, const std::vector<std::string>& candidates);

/// `[a-z][a-z0-9]*(-[a-z0-9]+)*`
[[nodiscard]] bool is_slug(std::string_view text);
/// A slug, then parts after dots that may begin with a digit: `survey-2026.stage3`, `hybrid-edge.2030`.
[[nodiscard]] bool is_fact_id(std::string_view text);
/// `[a-z][a-z0-9_]*`
[[nodiscard]] bool is_snake_case(std::string_view text);

/// The parts of a text between commas or semicolons, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

}  // namespace precis::data
