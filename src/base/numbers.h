// base/numbers.h: numbers to and from text, without any locale.
//
// In and out: the decimal form that YAML 1.2 and CSV use, a point and no grouping. Everything here gives the same
// bytes on every machine and in every locale. Rounding is half away from zero and works on the shortest decimal form
// of a number, as a reader would do it by hand: 2.675 to two decimals is 2.68, although the double lies a little
// below.
// Errors: a text that is not a number gives nullopt. Numbers in a language's form are locale::Locale's.
// Source: std::to_chars and std::from_chars, which round-trip.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace precis::base {

/// A number that is the whole text: `12`, `-0.5`, `1e6`; not `012`, `1_000`, `1,000`, `+1`, `.5`, `inf`.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
/// The same for whole numbers; nullopt also beyond 64 bits, and for `1.0` and `1e6`.
[[nodiscard]] std::optional<long long> parse_integer(std::string_view text);

/// `value` with exactly `decimals` digits after the point (none if negative), never `-0`.
[[nodiscard]] std::string fixed(double value, int decimals);
/// The shortest text that reads back as `value`: `0.1`, `12`, `1e+300`.
[[nodiscard]] std::string shortest(double value);
/// `value` rounded to `decimals` after the point; -3 rounds to thousands. A value that is not finite stays.
[[nodiscard]] double rounded(double value, int decimals);

}  // namespace precis::base
