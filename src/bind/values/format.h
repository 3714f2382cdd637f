// bind/values/format.h: the words of a format (docs/design/language.md#numbers-and-formats), the same in `{{ name | …
// }}` and in `format:`.
#pragma once
#include <optional>
#include <vector>

#include "bind/values/cut.h"
#include "diag/diagnostic.h"

namespace precis::bind {

struct Format {
    enum class Read { as_is, percent, number, date, month, quarter, year, text } read = Read::as_is;
    enum class Of { value, period, n, source, detail } of = Of::value;
    std::optional<int> decimals;
    bool compact = false, words = false, ordinal = false, signed_always = false, absolute = false;
    bool unit = false, no_unit = false, symbol = false, no_citation = false;
    diag::Span span;  // of the first word; nowhere when there is none
    bool operator==(const Format&) const = default;
};

/// Errors: unknown_format, with the nearest word.
[[nodiscard]] Format read_format(const std::vector<Placed>& words, diag::Diagnostics& found);
/// The same from a text: words with blanks between.
[[nodiscard]] Format read_format(const diag::Text& text, diag::Diagnostics& found);

}  // namespace precis::bind
