// preview/places.h: what a reader of the preview can click on a page, and what each part says of itself. Inside the
// room. In: a page, the ledger of its binding and the data behind. Out: JSON: boxes with the author's file and line,
// and the bound numbers in each, with fact, row, source. Numbers of running text have boxes of their own, one a line.
// Cost: linear in the page's items; each printed number looks at the words of its paragraph.
#pragma once
#include <string>

#include "bind/ledger.h"
#include "build/stages.h"
#include "diag/print.h"

namespace precis::preview {

[[nodiscard]] std::string places_json(const scene::Page& page, const bind::Ledger& ledger,
                                      const build::Prepared& prepared, const diag::Folders& folders);

}  // namespace precis::preview
