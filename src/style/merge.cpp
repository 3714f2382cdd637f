// Merging of trees, as `extends` asks for it.
#include "style/merge.h"

#include <algorithm>
#include <utility>

namespace precis::style {

yaml::Node merged(yaml::Node under, yaml::Node over) {
    using Kind = yaml::Node::Kind;
    if (under.kind != Kind::map || over.kind != Kind::map || over.entries.empty()) return over;
    for (auto& entry : over.entries) {
        const auto same =
            std::find_if(under.entries.begin(), under.entries.end(),
                         [&](const yaml::Entry& inherited) { return inherited.key.text == entry.key.text; });
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

}  // namespace precis::style
