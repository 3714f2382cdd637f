// preview/findings.h: findings as the browser shows them. Inside the room.
// In: diagnostics and, if there are any, the pages that the author's text went to. Out: JSON: title, message, remedy,
// place with three lines of source, and the page and box where it stands. Errors first, then by page.
#pragma once
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/print.h"
#include "scene/scene.h"

namespace precis::preview {

/// Folders that files are named in: the briefing's, then the project's.
using Folders = diag::Folders;

struct Found {
    std::string json;  // an array
    std::size_t errors = 0, warnings = 0;
};
/// Equal findings are shown once. `pages`: nullptr if there are none. `before`: the last good pages, for errors that
/// have no page of their own; such an error is near what stands at its line there, or at the last line before it.
[[nodiscard]] Found findings_json(const diag::Diagnostics& diagnostics, const scene::Document* pages,
                                  const Folders& folders, const scene::Document* before = nullptr);

}  // namespace precis::preview
