// build/schema.h: a JSON Schema of each kind of file, for editors and for programs that write briefings.
// Stage: vocabulary's declarations -> SCHEMA -> `precis schema`.
//
// In: a kind: briefing, layout, model, project, audiences or brand. Out: a schema of the draft 2020-12, with a
// description of every key and the words of every closed set, always the same bytes.
// A file that the schema refuses is refused by the readers as well; the readers refuse more: names that do not exist,
// SQL, dates that are none. Texts may be numbers or booleans, because the readers keep their spelling.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace precis::build {

/// The kinds of files that authors write.
[[nodiscard]] std::vector<std::string> schema_kinds();
/// The kinds that the program prints for others: the record of an edition, and what changed between two.
[[nodiscard]] std::vector<std::string> schemas_of_printed();
/// The schema as text; nullopt for an unknown kind.
[[nodiscard]] std::optional<std::string> schema_of(std::string_view kind);

}  // namespace precis::build
