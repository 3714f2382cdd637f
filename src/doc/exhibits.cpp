// Exhibits in document order: sections before the appendix, a section before its subsections.
#include "doc/exhibits.h"

namespace precis::doc {
namespace {

void gather(const std::vector<Section>& sections, std::vector<const Exhibit*>& exhibits) {
    for (const auto& section : sections) {
        for (const auto& exhibit : section.exhibits) exhibits.push_back(&exhibit);
        gather(section.sections, exhibits);
    }
}

}  // namespace

std::vector<const Exhibit*> every_exhibit(const Document& document) {
    std::vector<const Exhibit*> exhibits;
    gather(document.sections, exhibits);
    gather(document.appendix, exhibits);
    return exhibits;
}

std::vector<const Exhibit*> every_exhibit(const std::vector<Section>& sections) {
    std::vector<const Exhibit*> exhibits;
    gather(sections, exhibits);
    return exhibits;
}

const Exhibit* find_exhibit(const Document& document, std::string_view id) {
    if (id.empty()) return nullptr;
    for (const auto* exhibit : every_exhibit(document)) {
        if (exhibit->id == id) return exhibit;
    }
    for (const auto& exhibit : document.exhibits) {
        if (exhibit.id == id) return &exhibit;
    }
    return nullptr;
}

}  // namespace precis::doc
