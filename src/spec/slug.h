// spec/slug.h: the form of ids (docs/design/language.md#files-and-names).
#pragma once
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace precis::spec {

/// `[a-z][a-z0-9]*(-[a-z0-9]+)*`
bool is_slug(std::string_view text);
/// The nearest slug to any text: lower case, hyphens for the rest; `fallback` if nothing remains.
std::string slug_of(std::string_view text, std::string_view fallback);
/// bad_slug, if `id` is none; `what` names it: "a section's id".
void check_slug(const diag::Text& id, std::string_view what, diag::Diagnostics& out);
/// An exhibit's: `fig:` or `tab:` and a slug.
void check_exhibit_id(const diag::Text& id, bool table, diag::Diagnostics& out);

}  // namespace precis::spec
