// build/layout_sheet.h: every layout on one sheet of paper, each by the first pages of one briefing.
// Stage: build::Prepared × layouts -> set_target each -> SHEET -> paint -> bytes of a PDF.
//
// The pages are those of a build, made smaller, not drawn again. A page budget of the output is left out.
// Errors: those of set_target, layout by layout; a layout that cannot show the briefing has an empty frame that says so.
// Cost: a target is composed for each layout.
#pragma once
#include <string>
#include <vector>

#include "build/stages.h"

namespace precis::build {

/// The sheet's PDF. `prepared` has at least one target; the first of an output of the layout's medium is shown.
[[nodiscard]] diag::Result<std::string> layout_sheet(const Prepared& prepared, const std::vector<std::string>& layouts,
                                                     const Setting& setting);

}  // namespace precis::build
