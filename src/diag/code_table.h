// diag/code_table.h: every code with what it means, in one table. For those who look codes up by their words.
#pragma once
#include <optional>
#include <span>

#include "diag/code.h"

namespace precis::diag {

struct CodeRow {
    std::string_view word;
    std::string_view meaning;  // one sentence
};

/// All codes, by what they concern: files, specs, names, data, text, exhibits, layout, warnings.
[[nodiscard]] std::span<const CodeRow> code_table();

/// The code of that word, if the table has it.
[[nodiscard]] std::optional<Code> find_code(std::string_view word);

}  // namespace precis::diag
