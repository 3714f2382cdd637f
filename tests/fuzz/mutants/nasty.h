// Values that no author writes, for any place of any file.
#pragma once
#include <string>
#include <vector>

#include "tree.h"

namespace precis::mutants {

/// UTF-8, and a few that are not.
[[nodiscard]] std::string nasty_text(Chance& chance);
/// Numbers at the edges of types, and texts that look like numbers.
[[nodiscard]] std::string nasty_number(Chance& chance);
/// Raw YAML: anchors, aliases that refer to themselves, tags, block scalars, other documents.
[[nodiscard]] const std::vector<std::string>& raw_yaml();
/// References in prose and SQL to a name: `{{ x }}`, `@fig:x`, `value('x')`.
[[nodiscard]] std::string reference_to(const std::string& name, Chance& chance);
/// `text` with a small change that keeps most of it.
[[nodiscard]] std::string edited(std::string text, Chance& chance);

}  // namespace precis::mutants
