// The mappings of the language, each with the kind of file that it is in.
#pragma once
#include <string>
#include <vector>

#include "vocabulary/key.h"

namespace precis::test {

struct KindOfMapping {
    std::string kind;  // of build::schema_kinds()
    const vocabulary::Mapping* mapping;
    bool is_root;
};

/// All mappings that have keys, once for each kind of file that leads to them.
[[nodiscard]] std::vector<KindOfMapping> mappings();

}  // namespace precis::test
