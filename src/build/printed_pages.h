// build/printed_pages.h: the pages that print what a ledger recorded.
// Stage: scene::Document and a bind::Printing -> PAGES. Private to build.
#pragma once
#include <string>
#include <vector>

#include "bind/ledger.h"
#include "scene/scene.h"

namespace precis::build {

/// The labels of the pages that show the recorded text or exhibit; none if the layout leaves it out.
[[nodiscard]] std::vector<std::string> pages_of(const scene::Document& pages, const bind::Printing& printing);

}  // namespace precis::build
