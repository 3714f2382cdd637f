// build/edition.h: the record of one build of one target: the files it read, the facts it shows, the files it wrote.
// Stage: stages 1 to 5 of a target -> EDITION, MANIFEST -> a file beside the outputs. Private to build.
#pragma once
#include "build/stages.h"

namespace precis::build {

/// The files that were read for a target, each once, and the facts, sources and answered warnings of its document.
[[nodiscard]] Edition edition_of(const Prepared& prepared, const style::Layout& layout, const doc::Document& document);

/// OUTPUT[.AUDIENCE].manifest.json, for the files of `rendered`. Inputs are named relative to the project's root, or to
/// the folder in which the program's own layouts and fonts are installed.
[[nodiscard]] publish::File manifest_of(const Prepared& prepared, const bind::Target& target, const Edition& edition,
                                        const Rendered& rendered, const Setting& setting);

}  // namespace precis::build
