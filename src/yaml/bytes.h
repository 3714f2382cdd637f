// yaml/bytes.h: what a file's bytes must be before the parser sees them.
// Private to the room. yaml-cpp lets invalid UTF-8 pass and drops NULs, so both are sought here.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "diag/diagnostic.h"

namespace precis::yaml {

/// Bytes of a byte order mark at the start: 0 or 3.
std::size_t byte_order_mark(std::string_view bytes);

/// Every kind of bad byte, the first of its kind; nothing if all are good.
/// Errors: file_too_large, not_utf8, control_character (tabs, lone carriage returns, C0, C1, U+FEFF, non-characters).
diag::Diagnostics check_bytes(const diag::Source& source, std::size_t limit);

/// The first control character of a text that an escape such as "\x07" made; line breaks and tabs are allowed there.
std::optional<std::size_t> first_control(std::string_view text);

}  // namespace precis::yaml
