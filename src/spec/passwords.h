// spec/passwords.h: passwords that an author wrote into a briefing by mistake are kept out of messages.
// Private to the room. In: a briefing's nodes. Out: its text with such a password masked, for a second reading.
#pragma once
#include "diag/diagnostic.h"
#include "diag/source.h"
#include "yaml/node.h"

namespace precis::spec {

/// The source with every text under a key `encrypt` masked, wherever it stands, each byte by a dot, so that places stay
/// what they are. What `password-env` and `password-file` hold stays, unless it cannot be the name of a variable. Null
/// if there is nothing to mask.
[[nodiscard]] diag::Source without_passwords(const yaml::Node& briefing);

/// Masks what seems to be a password in the sources that the diagnostics quote: of a file that is no YAML.
void hide_passwords(diag::Diagnostics& diagnostics);

/// Whether the text can be the name of an environment variable: letters, digits and _, not beginning with a digit.
[[nodiscard]] bool is_variable_name(std::string_view text);

}  // namespace precis::spec
