// build/facts_used.h: the facts behind a document, which files that are edited later (PowerPoint) carry inside.
// Stage: doc::Document and database -> FACT LINES -> scene::Document. Private to build.
#pragma once
#include <vector>

#include "data/database.h"
#include "doc/document.h"
#include "scene/scene.h"

namespace precis::build {

/// The facts that the document's sources list, in that order, with values as the data write them; then the numbers of
/// queries and of `--set`, with ids of their sources between blanks.
[[nodiscard]] std::vector<scene::FactLine> facts_used(const doc::Document& document, const data::Database& database);

}  // namespace precis::build
