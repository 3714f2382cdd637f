// build/one_exhibit.h: one exhibit cut out of the page that shows it, as a file of its own.
// Stage: build::Prepared -> targets set in pages, until one shows the exhibit -> ONE EXHIBIT -> paint -> bytes.
//
// The exhibit looks as on its page: the page's items are moved, not drawn again, with title, notes and source where
// they stand in the same part. The new page is as large as the items' bounds with a margin of 4 points. SVG and PDF
// carry the exhibit's title and alternative text; a PDF is finished and tagged like a report.
// Cost: a target is composed for each one that is tried, in the order of `prepared.targets`.
#pragma once
#include <string>

#include "build/stages.h"

namespace precis::build {

enum class ExhibitFormat { svg, pdf, png };

struct ExhibitRequest {
    std::string id;  // as the briefing has it: fig:growth
    ExhibitFormat format = ExhibitFormat::svg;
    double dpi = 192;  // of a PNG
};

/// The bytes of the file, from the first of the briefing's targets that shows the exhibit.
/// Errors: unknown_exhibit, with the nearest id that a page shows; those of set_target, of the painter and of
/// publish::finish_pdf. The first target that cannot be composed ends the search.
[[nodiscard]] diag::Result<std::string> render_exhibit(const Prepared& prepared, const ExhibitRequest& request,
                                                       const Setting& setting);

}  // namespace precis::build
