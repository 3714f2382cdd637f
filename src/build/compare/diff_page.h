// build/compare/diff_page.h: what changed as one HTML page that loads nothing and can be forwarded as it is. A door.
// Stage: a divided difference × both sides -> PAGE -> `precis diff --format html`.
//
// In: what differs, with steps; both sides, for pictures of a page where their inputs are there. Out: HTML with the
// styles, subsets of fonts and pictures inside. Texts are English.
// Units: of drawings pixels, of pages points. Errors: those of set_target and paint::png.
// Cost: one target of each side is composed again, and one page of each painted.
#pragma once
#include <string>

#include "build/compare/divide.h"

namespace precis::build {

[[nodiscard]] diag::Result<std::string> diff_page(const EditionDiff& diff, const Side& old, const Side& now,
                                                  const Setting& setting);

}  // namespace precis::build
