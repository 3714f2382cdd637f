// build/attachments.h: the files embedded in a PDF: the data of each exhibit as CSV, and the facts of the document as
// JSON.
// Stage: doc::Document, model and pages -> ATTACHMENTS -> scene::Attachment, which publish embeds. Private to build.
#pragma once
#include <vector>

#include "data/model.h"
#include "doc/document.h"
#include "scene/scene.h"

namespace precis::build {

/// A CSV for each chart and table on the pages, in their order, then `facts.json` with the facts that the document uses
/// and the sources that it numbers. Facts and sources that are hidden from the document's audience are left out, and so
/// are charts of more than 250,000 values.
[[nodiscard]] std::vector<scene::Attachment> attachments_of(const doc::Document& document, const data::Model& model,
                                                            const scene::Document& pages);

/// `facts.json` alone, with all exhibits of the document; empty if it has neither facts nor sources.
[[nodiscard]] std::string facts_json(const doc::Document& document, const data::Model& model);

}  // namespace precis::build
