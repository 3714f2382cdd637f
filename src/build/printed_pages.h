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

/// A run of text on a page.
struct PageText {
    std::string page, text;
};
/// The texts that pages print within the exhibit of that id, in order.
[[nodiscard]] std::vector<PageText> texts_of_exhibit(const scene::Document& pages, const std::string& id);

}  // namespace precis::build
