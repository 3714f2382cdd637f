// data/words.h: the forms of names in data and briefings, and the remedy for an unknown name.
//
// In: names as authors write them: ids of facts, sources and metrics are slugs, tables and columns are in snake case
// because SQL uses them. Out: yes or no, or a remedy. ASCII only, so that an id is the same in SQL, in YAML and in
// links.
// Errors: none here; the caller reports bad_slug or unknown_name with its own message.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace precis::data {

/// The remedy for an unknown name: "did you mean “x”?" with the nearest candidate; all candidates if none is near and
/// they are at most twelve; else "".
[[nodiscard]] std::string meant(std::string_view name, const std::vector<std::string>& candidates);

/// `[a-z][a-z0-9]*(-[a-z0-9]+)*`
[[nodiscard]] bool is_slug(std::string_view text);
/// A slug, then parts after dots that may begin with a digit: `survey-2026.stage3`, `hybrid-edge.2030`.
[[nodiscard]] bool is_fact_id(std::string_view text);
/// `[a-z][a-z0-9_]*`
[[nodiscard]] bool is_snake_case(std::string_view text);

/// The known columns of `facts`, in order; the columns that a model adds follow them.
[[nodiscard]] const std::vector<std::string>& fact_column_names();

/// The parts of a text between commas or semicolons, without spaces at their ends and without empty parts.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

}  // namespace precis::data
