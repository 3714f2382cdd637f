// build/printed_pages.h: on which pages an author's words came to stand.
#pragma once
#include <string>
#include <vector>

#include "bind/ledger.h"
#include "scene/scene.h"

namespace precis::build {

/// The labels of the pages that show what was noted; none where the layout does not show it.
[[nodiscard]] std::vector<std::string> pages_of(const scene::Document& pages, const bind::Printing& printing);

}  // namespace precis::build
