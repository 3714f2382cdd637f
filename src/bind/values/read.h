// bind/values/read.h: what a document read of the data, so that a later build knows whether that has changed. A door.
// Stage: names that Database::reads() gives, and a model -> CONTENT -> a hash in the record of an edition.
//
// The names: "name:N" (the metric or fact N), "table:N", "source:N", "facts" and "sources" (all of them, by a query),
// "figure:V" (the facts whose number is V: a number in a text may mean one of them), "near:V" (the facts whose number
// is near V), "permissions" (who may see what).
// Pure; no query is run and no file is read.
#pragma once
#include <string>
#include <string_view>

#include "data/model.h"

namespace precis::bind {

/// The content of what a name stands for: equal contents make equal documents. A fact comes with its source and with
/// the facts beside it, because doubts about it compare them; a table with its declaration, not with the file's rows.
/// Empty if the model has nothing of that name.
[[nodiscard]] std::string content_of(std::string_view read, const data::Model& model);

/// The names among `reads` of facts, sources and tables, in the order in which the model lists them: several numbers
/// are named in that order.
[[nodiscard]] std::string order_of(const std::vector<std::string>& reads, const data::Model& model);

}  // namespace precis::bind
