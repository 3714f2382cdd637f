// yaml/traps.h: what an author most likely meant where YAML reads something else (docs/design/language.md#yaml-traps).
// Private to the room. Each trap has its own message; after it the parser can go on over mended bytes.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace precis::yaml {

/// Bytes to be overwritten with letters, so that the parser can go on after a fault.
struct Mending {
    std::size_t begin = 0, end = 0;
};

/// Thrown out of the parser when it must not go on as it is; without a mending it cannot go on at all.
struct Stop {
    diag::Diagnostic fault;
    std::optional<Mending> mending;
};

/// The parser's own complaint: where, and its words.
struct Complaint {
    std::size_t at = 0;
    std::string words;
};

/// Why the parser stopped, having understood everything before `from`, a line's start in block context.
/// Errors: text_needs_quotes, text_cut_by_comment, yaml_syntax.
Stop explain(const diag::Source& source, std::string_view bytes, std::size_t from, const Complaint& complaint);

/// `{{ … }}` without quotes at `at`.
Stop braces(const diag::Source& source, std::string_view bytes, std::size_t at);

/// The remedy that most traps share.
extern const char* const kQuote;

}  // namespace precis::yaml
