// bind/checks/margin.h: how far a percentage of answers may lie from that of all who could have been asked.
// Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927; his interval
// holds near 0 and 100 percent too, where the normal approximation does not.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "bind/values/context.h"

namespace precis::bind {

/// Half of the 95 % interval, in percentage points. `percent` in 0 … 100, n > 0; nothing for other numbers. Simple
/// random sampling is taken for granted.
[[nodiscard]] std::optional<double> margin_of(double percent, double n);

/// "±3.4 pp at 95% confidence", by the fixed word `margin` or `margin-at-most`.
[[nodiscard]] std::string margin_words(const Context& context, std::string_view word, double margin);

/// Reports a margin that is asked for and cannot be computed (bad_value). `what`: "“fig:x” has", "“votes” is".
void report_no_margin(Context& context, const diag::Span& where, const std::string& what);

}  // namespace precis::bind
