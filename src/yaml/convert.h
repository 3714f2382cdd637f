// yaml/convert.h: a scalar's text to the value that its key expects.
// Private to the room; yaml/fields.h declares the conversions that other rooms use too. Strict, without a locale; the
// forms are those of docs/design/language.md#dates-numbers-and-lengths.
#pragma once
#include <optional>
#include <string_view>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

namespace precis::yaml {

/// wrong_type: the node's kind, and the kind that was `expected`.
diag::Diagnostic wrong_type(const Node& node, std::string_view expected);

/// Errors: wrong_type if the node is not a scalar, bad_value with the expected form if the text is something else.
std::optional<bool> as_boolean(const Node& node, std::string_view what, diag::Diagnostics& out);
std::optional<int> as_integer(const Node& node, diag::Diagnostics& out);
std::optional<base::Color> as_color(const Node& node, std::string_view what, diag::Diagnostics& out);

}  // namespace precis::yaml
