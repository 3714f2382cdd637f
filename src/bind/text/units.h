// bind/text/units.h: the words that stay with a number: units behind it, names and currencies before it. Pure.
// The words are those of English, German and French together: a word of another language does no harm.
#pragma once
#include <string_view>

namespace precis::bind {

/// Whether `rest`, the text behind a number and a space, begins with a unit: %, MW, million, Seiten, pour cent.
[[nodiscard]] bool begins_with_unit(std::string_view rest);
/// Whether `text` ends with a word or sign that a number belongs to: Exhibit, S., €, No.
[[nodiscard]] bool ends_with_name_of_number(std::string_view text);

}  // namespace precis::bind
