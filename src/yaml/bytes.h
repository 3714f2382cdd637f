// yaml/bytes.h: checks of a file's bytes before the parser sees them: size, encoding, control characters.
// Private to the room. yaml-cpp lets invalid UTF-8 pass and drops NULs, so both are found here.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "diag/diagnostic.h"

namespace precis::yaml {

/// The first fault of each kind; empty if there is none.
/// Errors: file_too_large, not_utf8, control_character (tabs, lone carriage returns, C0, C1, overrides of
/// direction, U+FEFF, non-characters).
diag::Diagnostics check_bytes(const diag::Source& source, std::size_t limit);

/// The first control character in a parsed text, where only an escape such as "\x07" can have put it. Line breaks and
/// tabs are allowed.
std::optional<std::size_t> first_control(std::string_view text);

}  // namespace precis::yaml
