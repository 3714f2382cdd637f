// The layout's lists of parts and pieces, with the defaults where it has none.
#include "bind/parts/shown.h"

#include "bind/values/id_list.h"

namespace precis::bind {

std::vector<std::string> shown_parts(const style::Layout& layout, const spec::Audience* audience) {
    std::vector<std::string> parts;
    for (const auto& rule : layout.parts) parts.push_back(rule.part);
    if (parts.empty()) {
        parts = {"title",    "summary", "key-figures", "findings", "recommendations",
                 "sections", "watch",   "appendix",    "method",   "disclosure"};
    }
    if (audience == nullptr) return parts;
    for (const auto& excluded : audience->exclude) std::erase(parts, excluded.text);
    return parts;
}

std::vector<std::string> shown_pieces(const style::Layout& layout) {
    if (!layout.section.empty() || !layout.parts.empty()) return layout.section;
    return {"title", "body", "asides", "exhibits"};
}

PartShown part_shown(const Context& context, std::string_view part) {
    const auto parts = shown_parts(context.inputs.layout, context.inputs.audience);
    const bool shown = contains(parts, part);
    return {.counted = shown || (part == "sections" && contains(parts, "exhibits")), .takes_room = shown};
}

const std::vector<std::string>& every_part() {
    static const std::vector<std::string> parts = {"title",           "foreword", "summary", "key-figures", "findings",
                                                   "recommendations", "sections", "watch",   "method",      "appendix",
                                                   "disclosure",      "related",  "about",   "exhibits"};
    return parts;
}

const std::vector<std::string>& every_piece() {
    static const std::vector<std::string> pieces = {"title",  "headline", "body",    "asides",
                                                    "points", "takeaway", "exhibits"};
    return pieces;
}

}  // namespace precis::bind
