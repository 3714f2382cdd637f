// spec/renamed.h: keys that name categories and series by the words that readers see, in a translation. Private to the
// room.
#pragma once
#include <map>
#include <string>

#include "yaml/node.h"

namespace precis::spec {

using Names = std::map<std::string, std::string>;  // word of the original -> of the translation

/// `highlight`, `totals`, the order of a pivot and the places of annotations take the translated names.
void refer_in_exhibit(yaml::Node& exhibit, const Names& names);

/// So do the keys of the briefing's `colors`.
void refer_in_colors(yaml::Node& briefing, const Names& names);

}  // namespace precis::spec
