// bind/text/typography.h: quotes, dashes, the ellipsis and no-break spaces as a language sets them.
// In: tokens or one text as typed on a keyboard. Out: the same with typographic marks. Pure.
#pragma once
#include <string>
#include <vector>

#include "bind/text/token.h"
#include "locale/locale.h"

namespace precis::bind {

/// Sets the marks in the author's words. Code and bound values stay as they are, but count as neighbours: a quote
/// before a bold word still opens.
void set_typography(std::vector<Token>& tokens, const locale::Locale& locale);
/// One text by itself, such as a label from the data, with its marks set.
[[nodiscard]] std::string typographic(const std::string& text, const locale::Locale& locale);

}  // namespace precis::bind
