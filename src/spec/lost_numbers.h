// spec/lost_numbers.h: what a text prints beside its words: bound numbers and citations. Private to the room.
#pragma once
#include <string_view>

#include "diag/diagnostic.h"

namespace precis::spec {

/// Whether a letter stands outside of its bindings, citations and references: such a text can be translated.
[[nodiscard]] bool has_words(std::string_view text);

/// Warnings: number_lost, for each binding or citation of the original that the translation lacks.
void report_lost_numbers(const diag::Text& original, const diag::Text& translation, diag::Diagnostics& diagnostics);

}  // namespace precis::spec
