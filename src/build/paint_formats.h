// build/paint_formats.h: pages painted in each format that an output or the command line names.
// Stage: (5) and (6), scene::Document -> PAINT FORMATS -> publish::File. Private to build.
#pragma once
#include <string>
#include <vector>

#include "build/stages.h"
#include "vocabulary/format.h"

namespace precis::build {

/// The command line's formats, else the output's, else PDF alone. What the layout or the output rules out is reported
/// and left out.
/// Errors: format_not_available (a word that is no format; a handout of pages), key_conflict (a format of the command
/// line that an encrypted output cannot have), name_clash (a format named twice).
[[nodiscard]] std::vector<spec::FormatChoice> formats_of(const spec::Output* output, const style::Layout& layout,
                                                         const Setting& setting, diag::Diagnostics& diagnostics);
/// Whether `format` is among them.
[[nodiscard]] bool contains(const std::vector<spec::FormatChoice>& formats, vocabulary::Format format);

/// Adds the files NAME.pdf, NAME.pptx … to `out`.
/// Errors: those of paint and publish.
void paint_all(const TargetPages& target, const publish::Finish& finish, Rendered& out, diag::Diagnostics& diagnostics);

}  // namespace precis::build
