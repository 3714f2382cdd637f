// vocabulary/homes.h: where a key belongs that an author wrote into another mapping.
// Stage: the vocabulary of keys -> HOMES -> messages of unknown keys (yaml/fields.h). Pure, constant data.
#pragma once
#include <span>
#include <string_view>

#include "vocabulary/key.h"

namespace precis::vocabulary {

struct Home {
    const Mapping* mapping = nullptr;
    std::string_view words;  // "an output, below a name under `outputs:`"
};

/// A word of other tools, and the key that it means in a mapping: `text` of a section is its `body`.
struct Meant {
    const Mapping* mapping = nullptr;
    std::string_view word, key;
};
[[nodiscard]] std::span<const Meant> meant_words();
/// That key; empty if there is none.
[[nodiscard]] std::string_view meant_by(std::string_view word, const Mapping& in);

/// The first mapping, of those that authors confuse with `of`, that has the key; nullptr if there is none.
[[nodiscard]] const Home* home_of(std::string_view key, const Mapping& of);

}  // namespace precis::vocabulary
