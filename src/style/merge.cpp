// Recursive merge of mappings; the nodes are moved, not copied.
#include "style/merge.h"

#include <algorithm>
#include <utility>

namespace precis::style {

yaml::Node merged(yaml::Node under, yaml::Node over) {
    using Kind = yaml::Node::Kind;
    if (under.kind != Kind::map || over.kind != Kind::map || over.entries.empty()) return over;
    for (auto& entry : over.entries) {
        const auto same = std::find_if(under.entries.begin(), under.entries.end(), [&](const yaml::Entry& inherited) {
            return inherited.key.text == entry.key.text;
        });
        if (same == under.entries.end()) {
            under.entries.push_back(std::move(entry));
        } else {
            same->key = std::move(entry.key);
            same->value = merged(std::move(same->value), std::move(entry.value));
        }
    }
    under.span = over.span;
    return under;
}

yaml::Node merged_layout(yaml::Node under, yaml::Node over) {
    const auto* stated = over.find("styles");
    for (auto& entry : under.entries) {
        if (stated == nullptr || entry.key.text != "styles") continue;
        std::erase_if(entry.value.entries, [&](const yaml::Entry& style) {
            const auto* same = stated->find(style.key.text);
            return same != nullptr && same->find("like") != nullptr;
        });
    }
    return merged(std::move(under), std::move(over));
}

}  // namespace precis::style
