// base/ascii.h: letters, digits and blanks of ASCII, whatever the locale.
//
// Every function here looks at one byte or at a text byte by byte. Bytes of 0x80 and above, so all of a longer UTF-8
// sequence, are neither letter nor digit and are copied as they are: a text stays valid UTF-8. Use these for keys, SQL
// and file formats; words of a language are raised and lowered by `locale` (locale::Locale::raised).
#pragma once
#include <string>
#include <string_view>

namespace precis::base {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
    return is_lower(c) || is_upper(c);
}
[[nodiscard]] constexpr bool is_letter_or_digit(char c) {
    return is_letter(c) || is_digit(c);
}

[[nodiscard]] constexpr char lowered(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr char raised(char c) {
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
/// The text with A to Z as a to z.
[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lowered(c);
    return out;
}
/// The text with a to z as A to Z.
[[nodiscard]] inline std::string raised(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = raised(c);
    return out;
}

/// The text without the bytes of `blanks` at its end.
[[nodiscard]] constexpr std::string_view trimmed_right(std::string_view text, std::string_view blanks = " ") {
    return text.substr(0, text.find_last_not_of(blanks) + 1);  // npos + 1 is 0: nothing but blanks
}
/// The text without the bytes of `blanks` at both ends. A view of `text`.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " ") {
    const auto begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view() : trimmed_right(text.substr(begin), blanks);
}

}  // namespace precis::base
