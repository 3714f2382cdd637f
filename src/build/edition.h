// build/edition.h: one build of one target on record: what it was made from and what came of it.
#pragma once
#include "build/stages.h"

namespace precis::build {

/// The files that were read for a target, and the facts, sources and answered doubts of its document.
[[nodiscard]] Edition edition_of(const Prepared& prepared, const style::Layout& layout, const doc::Document& document);

/// OUTPUT[.AUDIENCE].manifest.json, for the files of `rendered`. Inputs are named relative to the project's root, or to
/// the folder in which the program's own layouts and fonts are installed.
[[nodiscard]] publish::File manifest_of(const Prepared& prepared, const bind::Target& target, const Edition& edition,
                                        const Rendered& rendered, const Setting& setting);

}  // namespace precis::build
