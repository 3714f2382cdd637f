// bind/values/format.h: the words of a format, as in `{{ name | 0dp unit }}` and in `format:`.
// Source: docs/design/language.md#numbers-and-formats.
#pragma once
#include <optional>
#include <vector>

#include "bind/values/cut.h"
#include "diag/diagnostic.h"

namespace precis::bind {

/// How a value is to be printed; by default as its unit and the language have it.
struct Format {
    enum class Read { as_is, percent, number, date, month, quarter, year, text } read = Read::as_is;  // taken for
    enum class Of { value, period, n, source, detail } of = Of::value;  // which part of the value is printed
    std::optional<int> decimals;                                        // 0 … 6
    bool compact = false, words = false, ordinal = false, signed_always = false, absolute = false;
    bool unit = false, no_unit = false, symbol = false, no_citation = false;
    diag::Span span;  // of the first word; empty if there is none
    bool operator==(const Format&) const = default;
};

/// Unknown words are left out. Errors: unknown_format, with the nearest word.
[[nodiscard]] Format read_format(const std::vector<Placed>& words, diag::Diagnostics& diagnostics);
/// The same from a text whose words are separated by spaces.
[[nodiscard]] Format read_format(const diag::Text& text, diag::Diagnostics& diagnostics);

}  // namespace precis::bind
