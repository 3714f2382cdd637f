// diag/code_table.h: every code with its meaning, in one table.
//
// In: a code's word as an author types it in `because:`. Out: the code, or all rows with their meanings. The rows are
// in the order in which a build meets the faults: files, YAML, names, data, text, exhibits, layout, output; then
// warnings.
// Errors: an unknown word gives nullopt; the caller offers the nearest.
// Cost: a linear search of some hundred rows, good enough for `because:`, not for hot paths.
#pragma once
#include <optional>
#include <span>

#include "diag/code.h"

namespace precis::diag {

struct CodeRow {
    std::string_view word;
    std::string_view meaning;  // one sentence, true wherever the code is reported
};

[[nodiscard]] std::span<const CodeRow> code_table();

/// The code with that word; nullopt if the table has none.
[[nodiscard]] std::optional<Code> find_code(std::string_view word);

}  // namespace precis::diag
