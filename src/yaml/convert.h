// yaml/convert.h: a scalar's text to what its key expects (docs/design/language.md#dates-numbers-and-lengths); the same
// messages wherever one is read.
#pragma once
#include <optional>
#include <string_view>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

namespace precis::yaml {

/// "text", "a list", "a mapping".
std::string_view kind_word(const Node& node);
/// wrong_type: what is there, and `expected`.
diag::Diagnostic wrong_type(const Node& node, std::string_view expected);

/// Errors of all: wrong_type; bad_value too, with the form that is expected.
std::optional<bool> as_boolean(const Node& node, std::string_view what, diag::Diagnostics& out);
std::optional<int> as_integer(const Node& node, diag::Diagnostics& out);
std::optional<base::Color> as_color(const Node& node, std::string_view what, diag::Diagnostics& out);

}  // namespace precis::yaml
