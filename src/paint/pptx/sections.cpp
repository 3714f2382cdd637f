// paint/pptx/sections.cpp: slides from each outermost outline entry to the next one.
#include "paint/pptx/sections.h"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "paint/pptx/drawing.h"

namespace precis::paint::pptx_file {
namespace {

struct Section {
    std::string name;
    std::size_t first = 0;  // slide
};

std::vector<Section> sections_of(const scene::Document& document) {
    std::map<std::string_view, std::size_t> slides;
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        for (const auto& anchor : document.pages[i].anchors) slides.emplace(anchor.name, i);
    std::vector<Section> sections;
    for (const auto& entry : document.outline) {
        const auto at = slides.find(entry.anchor);
        if (entry.level != 1 || at == slides.end()) continue;
        if (!sections.empty() && sections.back().first >= at->second) continue;
        sections.push_back({entry.title, at->second});
    }
    // Slides before the first entry belong to it: every slide has a section.
    if (!sections.empty()) sections.front().first = 0;
    return sections;
}

/// The same identifier for the same section of every build.
/// Source: FNV-1a, 64 bits (Fowler, Noll, Vo), twice with different beginnings.
std::string identifier(const Section& section) {
    const auto hash = [&](std::uint64_t value) {
        for (const char c : section.name + "\n" + std::to_string(section.first)) {
            value ^= static_cast<unsigned char>(c);
            value *= 1'099'511'628'211ULL;
        }
        return value;
    };
    const auto a = hash(14'695'981'039'346'656'037ULL), b = hash(a);
    return fmt::format("{{{:08X}-{:04X}-4{:03X}-8{:03X}-{:012X}}}", a >> 32U, (a >> 16U) & 0xFFFFU, a & 0xFFFU,
                       (b >> 48U) & 0xFFFU, b & 0xFFFF'FFFF'FFFFU);
}

}  // namespace

void write_sections(pugi::xml_node presentation, const scene::Document& document, int first_id) {
    const auto sections = sections_of(document);
    if (sections.size() < 2) return;
    auto extension = add(add(presentation, "p:extLst"), "p:ext", {{"uri", "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"}});
    auto list =
        add(extension, "p14:sectionLst", {{"xmlns:p14", "http://schemas.microsoft.com/office/powerpoint/2010/main"}});
    for (std::size_t i = 0; i < sections.size(); ++i) {
        auto section = add(list, "p14:section", {{"name", sections[i].name}, {"id", identifier(sections[i])}});
        auto slides = add(section, "p14:sldIdLst");
        const auto end = i + 1 < sections.size() ? sections[i + 1].first : document.pages.size();
        for (auto slide = sections[i].first; slide < end; ++slide)
            add(slides, "p14:sldId", {{"id", std::to_string(static_cast<std::size_t>(first_id) + slide)}});
    }
}

}  // namespace precis::paint::pptx_file
