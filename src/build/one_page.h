// build/one_page.h: one page of a target as a picture.
// Stage: build::Prepared -> its first target set in pages -> ONE PAGE -> paint -> a PNG.
//
// Cost: the whole target is composed, because a page's place depends on those before it; one page is painted.
#pragma once
#include <string>

#include "build/stages.h"

namespace precis::build {

struct PageRequest {
    std::size_t page = 1;  // counted from 1
    double dpi = 96;
};

struct PagePicture {
    std::string png;
    std::string label;      // the page's printed number
    std::size_t pages = 0;  // of the target
    std::string output, audience, language;
};

/// A page of the first of the briefing's targets.
/// Errors: page_not_there; those of set_target and of the painter.
[[nodiscard]] diag::Result<PagePicture> render_page(const Prepared& prepared, const PageRequest& request,
                                                    const Setting& setting);

}  // namespace precis::build
