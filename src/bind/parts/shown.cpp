// The layout's lists of parts and pieces, with the defaults where it has none.
#include "bind/parts/shown.h"

#include <algorithm>

namespace precis::bind {
using vocabulary::Part;
using vocabulary::SectionPiece;

bool is_excluded(const Inputs& inputs, Part part) {
    const auto has = [&](const std::vector<Part>& parts) {
        return std::find(parts.begin(), parts.end(), part) != parts.end();
    };
    if (inputs.audience != nullptr && has(inputs.audience->exclude)) return true;
    return inputs.layout.medium == style::Medium::slides && has(inputs.briefing.not_on_slides);
}

std::vector<Part> shown_parts(const Inputs& inputs) {
    std::vector<Part> parts;
    for (const auto& rule : inputs.layout.parts) parts.push_back(rule.part);
    if (parts.empty()) {
        for (const auto part : vocabulary::all_of<Part>()) {
            if (vocabulary::row_of(part).ordinary) parts.push_back(part);
        }
    }
    std::erase_if(parts, [&](Part part) { return is_excluded(inputs, part); });
    return parts;
}

std::vector<SectionPiece> shown_pieces(const style::Layout& layout) {
    if (!layout.section.empty() || !layout.parts.empty()) return layout.section;
    return {SectionPiece::title, SectionPiece::body, SectionPiece::asides, SectionPiece::exhibits};
}

PartShown part_shown(const Context& context, Part part) {
    const auto parts = shown_parts(context.inputs);
    const auto has = [&](Part wanted) { return std::find(parts.begin(), parts.end(), wanted) != parts.end(); };
    return {.counted = has(part) || (part == Part::sections && has(Part::exhibits)), .takes_room = has(part)};
}

namespace {

constexpr std::string_view kDefaultLayout = "research-note";  // of an output that names none

}  // namespace

bool has_other_layouts(const Context& context) {
    const auto& outputs = context.inputs.briefing.outputs;
    return std::any_of(outputs.begin(), outputs.end(), [&](const spec::Output& output) {
        return (output.layout ? std::string_view(output.layout->text) : kDefaultLayout) != context.inputs.layout.name;
    });
}

}  // namespace precis::bind
