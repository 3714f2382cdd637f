// build/record/findings.h: findings kept in the record of an edition, and printed again while an output is left alone.
// Private to build.
#pragma once
#include <optional>

#include "build/record/places.h"
#include "diag/diagnostic.h"
#include "publish/manifest.h"

namespace precis::build {

/// The place of a span in its file.
[[nodiscard]] publish::ManifestPlace place_of(const diag::Span& span);

[[nodiscard]] std::vector<publish::ManifestFinding> kept(const diag::Diagnostics& findings);

/// The files that findings are about, read once.
using KnownFiles = std::map<std::string, diag::Source>;

/// The findings again, as warnings. A line that has moved in its file is looked for. Nothing if one of the lines is not
/// there any more or is there twice, or a code is unknown: the output must be built again.
[[nodiscard]] std::optional<diag::Diagnostics> restored(const std::vector<publish::ManifestFinding>& findings,
                                                        const Places& places, KnownFiles& files);

}  // namespace precis::build
