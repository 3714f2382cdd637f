// bind/numbering/numbering.h: exhibits, footnotes and sources get their numbers once all blocks are chosen.
#pragma once
#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Numbers exhibits, footnotes and sources in order of appearance, and writes the list of sources.
void number_document(Context& context, doc::Document& document, const std::vector<std::string>& parts);

/// Citations as footnotes, where a layout of pages wants them so; once all is numbered.
void cite_in_notes(Context& context, doc::Document& document, const std::vector<std::string>& parts);
/// One entry of the list: "Publisher, *Title*, April 2026, as cited in 6."
[[nodiscard]] doc::Inlines source_text(Context& context, const data::SourceRecord& source, int cited_in);

}  // namespace precis::bind
