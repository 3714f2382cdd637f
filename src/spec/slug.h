// spec/slug.h: the form of ids and names: lower-case words with hyphens (docs/design/language.md#files-and-names).
#pragma once
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace precis::spec {

/// True for `[a-z][a-z0-9]*(-[a-z0-9]+)*`.
bool is_slug(std::string_view text);
/// A text as a slug: in lower case, with hyphens for all but letters and digits; `fallback` if nothing remains.
std::string slug_of(std::string_view text, std::string_view fallback);
/// Errors: bad_slug, if `id` is not a slug. `what`: its role in the message, such as "a section's id".
void check_slug(const diag::Text& id, std::string_view what, diag::Diagnostics& diagnostics);
/// Errors: bad_slug, if `id` is not `tab:` (a table) or `fig:` (any other exhibit) and a slug.
void check_exhibit_id(const diag::Text& id, bool table, diag::Diagnostics& diagnostics);

}  // namespace precis::spec
