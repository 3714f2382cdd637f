// data/notation.h: how exact a number is and whether it has come about: what travels with a value to its mark.
#pragma once
#include <optional>
#include <string_view>

namespace precis::data {

enum class Qualifier { none, exactly, about, more_than, at_least, less_than, at_most, between };
enum class Status { actual, previous, plan, target, forecast, estimate, partial };

[[nodiscard]] std::optional<Qualifier> parse_qualifier(std::string_view word);
[[nodiscard]] std::string_view to_string(Qualifier qualifier);
[[nodiscard]] std::optional<Status> parse_status(std::string_view word);
[[nodiscard]] std::string_view to_string(Status status);

}  // namespace precis::data
