// text/missing_glyphs.h: characters without a glyph, one finding for each script.
// A briefing in a script that its fonts lack has the same fault at every letter of every paragraph.
#pragma once
#include "diag/diagnostic.h"

namespace precis::text {

/// Of the glyph_missing among the findings, keeps one for each script, one for signs and one for emoji; one with a
/// place is kept if there is one. It says how many letters are missing and names the first five.
void merge_missing_glyphs(diag::Diagnostics& diagnostics);

}  // namespace precis::text
