// layout/slides/large_figure.h: the number that stands large beside a finding on a slide.
//
// In: the findings of one slide, bound. Out: the words of a figure for each; empty: none. Pure, linear in the words.
// An author's `key-figure` is taken as it is. Else it is the number that the finding's claim is about, the one in its
// strong lead, or the only one that is no starting point ("from 28%"). A finding with several such numbers has none.
// Numbers that were found so are shown only if every finding of the slide has a figure and all are of one kind.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::layout {

[[nodiscard]] std::vector<std::string> large_figures(const std::vector<doc::Item>& findings);

}  // namespace precis::layout
