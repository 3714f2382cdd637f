// build/attachments.h: the files that travel inside a PDF: each exhibit's data, and the facts that the document rests
// on. Stage: doc::Document + model -> ATTACHMENTS -> scene.
#pragma once
#include <vector>

#include "data/model.h"
#include "doc/document.h"
#include "scene/scene.h"

namespace precis::build {

/// A CSV for each chart and table that stands on a page, in the order of the pages, then `facts.json` with the facts
/// that the document uses and the sources that it numbers. Nothing that the document's audience may not see.
[[nodiscard]] std::vector<scene::Attachment> attachments_of(const doc::Document& document, const data::Model& model,
                                                            const scene::Document& pages);

}  // namespace precis::build
