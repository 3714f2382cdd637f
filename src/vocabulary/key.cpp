#include "vocabulary/key.h"

namespace precis::vocabulary {

const Key* Mapping::find(std::string_view key) const {
    for (const auto& group : groups)
        for (const auto& row : group)
            if (row.name == key) return &row;
    return nullptr;
}

}  // namespace precis::vocabulary
