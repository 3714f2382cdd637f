// build/compare/page_marks.h: the page with most changes in both editions, with boxes where the numbers are printed.
// Stage: what differs × both sides -> MARKED PAGES -> diff_page. Private to build.
//
// Units: points from the page's top left. Errors: those of set_target and paint::png.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "build/compare/side.h"
#include "build/record/edition_diff.h"

namespace precis::build {

struct MarkedBox {
    base::Rect at;
    Cause cause = Cause::revised_value;  // the first of the number's causes
};

struct MarkedPage {
    std::string target, label;  // label: the printed page number
    std::size_t pages = 0;      // of the target
    base::Size size;
    std::string png;
    std::vector<MarkedBox> boxes;
};

/// The old page and the new one; nothing if no output of both prints a number that changed.
[[nodiscard]] diag::Result<std::optional<std::pair<MarkedPage, MarkedPage>>> marked_pages(const EditionDiff& diff,
                                                                                          const Side& old,
                                                                                          const Side& now,
                                                                                          const Setting& setting);

}  // namespace precis::build
