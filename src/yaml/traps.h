// yaml/traps.h: faults at which the parser stops, explained by what the author most likely meant
// (docs/design/language.md#yaml-traps).
// Private to the room. Each trap has its own message; most have a mending, so that the next pass can go on.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace precis::yaml {

/// Bytes that the next pass overwrites with letters, so that the parser gets past this fault.
struct Mending {
    std::size_t begin = 0, end = 0;
};

/// The fault that ended a pass; also thrown through the parser. Without a mending there is no further pass.
struct Stop {
    diag::Diagnostic fault;
    std::optional<Mending> mending;
};

/// The parser's own complaint.
struct Complaint {
    std::size_t at = 0;  // byte of the file
    std::string words;
};

/// Why the parser stopped. It understood everything before `from`, which is the first byte of a line outside of `[…]`
/// and `{…}`.
/// Errors: text_needs_quotes, text_cut_by_comment, yaml_syntax.
Stop explain(const diag::Source& source, std::string_view bytes, std::size_t from, const Complaint& complaint);

/// text_needs_quotes for the unquoted `{{ … }}` at `at`.
Stop braces(const diag::Source& source, std::string_view bytes, std::size_t at);

}  // namespace precis::yaml
