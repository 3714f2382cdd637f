// build/password.h: the password of an encrypted output, from where its briefing says that it is kept.
// Private to build. The password goes to publish alone: into no message, no manifest, no command line.
#pragma once
#include <optional>
#include <string>

#include "build/stages.h"

namespace precis::build {

/// The variable's value, or the file's first line. A file inside the project or its repository must be ignored by git,
/// so that it is not committed by oversight.
/// Errors, at the key's text: bad_value (the variable is not set or empty; a password of several lines, or longer than
/// 127 bytes), file_not_found, file_unreadable, password_in_reach.
[[nodiscard]] std::optional<std::string> password_of(const spec::Encryption& encryption, const Prepared& prepared,
                                                     const Setting& setting, diag::Diagnostics& diagnostics);

}  // namespace precis::build
