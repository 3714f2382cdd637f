#include "layout/ground/find_exhibit.h"

namespace precis::layout {

const doc::Exhibit* find_exhibit(const std::vector<doc::Section>& sections, const std::string& id) {
    for (const auto& section : sections) {
        for (const auto& exhibit : section.exhibits) {
            if (exhibit.id == id) return &exhibit;
        }
        if (const auto* inner = find_exhibit(section.sections, id)) return inner;
    }
    return nullptr;
}

}  // namespace precis::layout
