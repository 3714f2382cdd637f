// Exhibits have a mapping for each kind, so questions to a mapping are questions to its variants, too.
#include "spec/text_keys.h"

#include "vocabulary/briefing_keys.h"

namespace precis::spec {

using vocabulary::Key;
using vocabulary::Mapping;
using yaml::Node;

unsigned types_of(const Key& key) {
    return key.shape.types | key.other.types;
}

const Mapping* mapping_under(const Key& key) {
    return key.shape.of != nullptr ? key.shape.of : key.other.of;
}

const Mapping& kind_of(const Mapping& mapping, const Node& original) {
    if (mapping.variants.front() == nullptr) return mapping;
    for (const auto* variant : mapping.variants)
        if (variant != nullptr && original.find(variant->groups.front().front().name) != nullptr) return *variant;
    return *mapping.variants.front();
}

bool has_key(const Mapping& mapping, std::string_view key) {
    if (mapping.variants.front() != nullptr) return has_key(*mapping.variants.front(), key);
    return mapping.find(key) != nullptr;
}

bool has_texts(const Mapping& mapping, std::set<const Mapping*>& seen) {
    if (!seen.insert(&mapping).second) return false;
    for (const auto* variant : mapping.variants)
        if (variant != nullptr && has_texts(*variant, seen)) return true;
    for (const auto& group : mapping.groups)
        for (const auto& key : group)
            if ((types_of(key) & kTexts) != 0 ||
                (mapping_under(key) != nullptr && has_texts(*mapping_under(key), seen)))
                return true;
    return false;
}

std::string first_key(const Mapping& mapping) {
    return std::string(mapping.groups.front().front().name);
}

std::string pairing_key(const Mapping* mapping) {
    if (mapping == nullptr) return {};
    for (const auto* key : {"id", "column"})
        if (has_key(*mapping, key)) return key;
    return {};
}

bool may_be_repeated(std::string_view key) {
    return key == "id" || key == "column" || key == "value" || key == "kind" || key == "name";
}

bool is_label_of_data(const Mapping& mapping, std::string_view key) {
    namespace keys = vocabulary::keys;
    const bool has_words_of_data = mapping.find("column") != nullptr || &mapping == &keys::key_figure;
    return key == "label" && has_words_of_data;
}

}  // namespace precis::spec
