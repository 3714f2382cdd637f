// spec/text_keys.h: what the declarations of keys say to a translation. Private to the room.
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "vocabulary/key.h"
#include "yaml/node.h"

namespace precis::spec {

/// The types of a key whose value is words to translate.
constexpr unsigned kTexts = vocabulary::kWords | vocabulary::kProse | vocabulary::kPhrase;
[[nodiscard]] unsigned types_of(const vocabulary::Key& key);
/// The mapping of a key's value or items; nullptr: it has none.
[[nodiscard]] const vocabulary::Mapping* mapping_under(const vocabulary::Key& key);
/// The keys of an exhibit depend on its kind.
[[nodiscard]] const vocabulary::Mapping& kind_of(const vocabulary::Mapping& mapping, const yaml::Node& original);
[[nodiscard]] bool has_key(const vocabulary::Mapping& mapping, std::string_view key);
/// Whether a text stands somewhere below such a mapping; `seen`: mappings that have been asked.
[[nodiscard]] bool has_texts(const vocabulary::Mapping& mapping, std::set<const vocabulary::Mapping*>& seen);
[[nodiscard]] std::string first_key(const vocabulary::Mapping& mapping);
/// The key by which items of a list pair; empty: their positions do.
[[nodiscard]] std::string pairing_key(const vocabulary::Mapping* mapping);
/// What names a block may be repeated in a translation, as it helps its reader.
[[nodiscard]] bool may_be_repeated(std::string_view key);
/// Words of data can stand in for a label that the original leaves to the data.
[[nodiscard]] bool is_label_of_data(const vocabulary::Mapping& mapping, std::string_view key);

}  // namespace precis::spec
