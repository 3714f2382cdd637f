// doc/language_link.h: words of another language. Markdown has no mark for them, so authors write a link,
// `[mot](lang:fr)`, and Words::link keeps `lang:fr`. Layout and painters mark the language and draw no link.
// In: Words::link. Out: its language, a BCP 47 tag. Pure.
#pragma once
#include <string_view>

namespace precis::doc {

inline constexpr std::string_view kLanguageLink = "lang:";

/// The language tag of such a link; empty for an address.
[[nodiscard]] constexpr std::string_view language_of(std::string_view link) {
    return link.starts_with(kLanguageLink) ? link.substr(kLanguageLink.size()) : std::string_view();
}

}  // namespace precis::doc
