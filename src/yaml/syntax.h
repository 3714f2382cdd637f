// yaml/syntax.h: the parser's complaints in an author's words.
// Private to the room; the last resort, for faults that yaml/traps.h does not explain.
#pragma once
#include "yaml/traps.h"

namespace precis::yaml {

/// yaml_syntax, at the complaint's place.
diag::Diagnostic syntax_error(const diag::Source& source, std::string_view bytes, const Complaint& complaint);

}  // namespace precis::yaml
