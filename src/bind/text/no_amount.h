// bind/text/no_amount.h: digits that are no amount: years, dates, times of day, versions, ordinals, names, addresses.
// Private to bind/text.
#pragma once
#include <cstddef>
#include <string_view>

#include "locale/locale.h"

namespace precis::bind {

/// Where the digits of a text stand.
struct Digits {
    std::string_view text, low;  // as written, and in lower case
    std::size_t begin = 0, end = 0;
};

/// The end of a figure with its separators: 1,174 or 43.5 or 12 300.
[[nodiscard]] std::size_t end_of_digits(std::string_view text, std::size_t at);
/// Whether the digits are no amount. Cost: linear in the text before them.
[[nodiscard]] bool is_no_amount(const Digits& digits, const locale::Locale& locale);

}  // namespace precis::bind
