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

namespace {

/// `left` and `right` of the margins, and `inner` and `outer`, say the same: what a layout states of it replaces what
/// it inherits.
void drop_other_sides(yaml::Node& under, const yaml::Node& over) {
    const auto* page = over.find("page");
    const auto* stated = page != nullptr ? page->find("margins") : nullptr;
    if (stated == nullptr) return;
    const bool facing = stated->find("inner") != nullptr || stated->find("outer") != nullptr;
    const bool plain = stated->find("left") != nullptr || stated->find("right") != nullptr;
    if (facing == plain) return;  // neither; or both, which the reader refuses
    for (auto& entry : under.entries) {
        if (entry.key.text != "page") continue;
        for (auto& key : entry.value.entries) {
            if (key.key.text != "margins") continue;
            std::erase_if(key.value.entries, [&](const yaml::Entry& side) {
                const auto& name = side.key.text;
                return facing ? name == "left" || name == "right" : name == "inner" || name == "outer";
            });
        }
    }
}

}  // namespace

yaml::Node merged_layout(yaml::Node under, yaml::Node over) {
    drop_other_sides(under, over);
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
