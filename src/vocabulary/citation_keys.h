// vocabulary/citation_keys.h: the mappings of a citation style. Rows and their sentences are in citation_keys.cpp.
#pragma once
#include "vocabulary/key.h"

namespace precis::vocabulary::keys {

extern const Mapping citation_style, citation_part, citation_names, citation_mark;

}  // namespace precis::vocabulary::keys
