// build/facts_used.h: the facts that a document rests on, for files that are worked on after the build.
#pragma once
#include <vector>

#include "data/database.h"
#include "doc/document.h"
#include "scene/scene.h"

namespace precis::build {

/// Those that its sources list, in their order, as the data have them.
[[nodiscard]] std::vector<scene::FactLine> facts_used(const doc::Document& document, const data::Database& database);

}  // namespace precis::build
