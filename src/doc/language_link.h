// doc/language_link.h: words of another language, which Markdown has no mark for: `[mot](lang:fr)`. They are kept as a
// link (Words::link) that leads nowhere and names their language.
#pragma once
#include <string_view>

namespace precis::doc {

inline constexpr std::string_view kLanguageLink = "lang:";

/// The language that a link names instead of an address; empty for addresses.
[[nodiscard]] constexpr std::string_view language_of(std::string_view link) {
    return link.starts_with(kLanguageLink) ? link.substr(kLanguageLink.size()) : std::string_view();
}

}  // namespace precis::doc
