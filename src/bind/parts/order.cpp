#include "bind/parts/order.h"

#include <algorithm>

namespace precis::bind {

std::vector<const spec::Section*> in_order(const spec::Audience* audience, const std::vector<spec::Section>& sections) {
    std::vector<const spec::Section*> list;
    for (const auto& section : sections) list.push_back(&section);
    if (audience == nullptr) return list;
    const auto place = [&](const spec::Section* section) {
        const auto at = std::find_if(audience->order.begin(), audience->order.end(), [&](const auto& wanted) {
            return !wanted.part && wanted.section == section->id.text;
        });
        return at - audience->order.begin();
    };
    std::stable_sort(list.begin(), list.end(), [&](const auto* a, const auto* b) { return place(a) < place(b); });
    return list;
}

}  // namespace precis::bind
