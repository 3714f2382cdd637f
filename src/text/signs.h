// text/signs.h: addresses, paths and names of files, and the signs that divide them into parts. Private to text.
#pragma once
#include <string_view>

namespace precis::text {

inline constexpr std::size_t kShortestAddress = 12;  // bytes; what is shorter stays whole

/// Whether a word without spaces is an address of the web or of mail, or a path.
[[nodiscard]] bool is_address(std::string_view word);
/// Whether a part of an address or name ends before byte `at`: behind one of / . _ ? & = - and their like, or the last
/// of several, and far enough from both ends of the word.
[[nodiscard]] bool ends_part(std::string_view word, std::size_t at);
/// Whether the word has digits or signs inside, so that a hyphen added to it would seem to belong to it.
[[nodiscard]] bool is_code(std::string_view word);

}  // namespace precis::text
