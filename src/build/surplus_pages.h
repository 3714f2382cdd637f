// build/surplus_pages.h: the content of the pages that a document has too many. Private to build.
#pragma once
#include <string>
#include <vector>

#include "scene/scene.h"

namespace precis::build {

/// A page beyond the limit, in words: "page 3: 14 lines, with “Outlook”, fig:growth and the sources"; "slide 9:
/// Outlook".
struct Surplus {
    std::size_t lines = 0;           // of running text on all these pages; 0 for slides
    std::vector<std::string> pages;  // a phrase for each page, the first ones only
};

/// `most`: the number of pages allowed.
[[nodiscard]] Surplus surplus_of(const scene::Document& document, std::size_t most);

}  // namespace precis::build
