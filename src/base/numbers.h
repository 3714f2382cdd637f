// base/numbers.h: numbers to and from text, without any locale.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace precis::base {

/// A whole-text decimal number as YAML 1.2 and CSV write it: `12`, `-0.5`, `1e6`; not `012`, `1_000`, `1,000`, `+1`,
/// `.5`, `inf`.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
[[nodiscard]] std::optional<long long> parse_integer(std::string_view text);

/// `value` with exactly `decimals` digits, rounded half away from zero, never `-0`.
[[nodiscard]] std::string fixed(double value, int decimals);
/// The shortest text that reads back as `value`: `0.1`, `12`, `1e+300`.
[[nodiscard]] std::string shortest(double value);
/// `value` rounded half away from zero to `decimals` (as printed decimals: 2.675 to 2 is 2.68). Finite values only.
[[nodiscard]] double rounded(double value, int decimals);

}  // namespace precis::base
