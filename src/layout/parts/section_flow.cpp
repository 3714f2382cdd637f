// What an arrangement asks for: measures of text and exhibits, and whether pages are chosen together.
#include "layout/parts/section_flow.h"

#include "layout/parts/section_pairs.h"

namespace precis::layout {

void add_sections(Setting& s, const style::PartRule& part, std::span<const doc::Section> sections, const Path& path,
                  bool headed, Band& band) {
    Measure columns{band.strip.column_width, band.strip.width, band.side ? band.side->width : 0};
    const bool pairs = part.arrange == style::Arrange::pairs;
    band.in_regions = pairs || part.arrange == style::Arrange::blocks;
    columns.elastic = band.in_regions;
    columns.takeaway = headed;  // a chapter's stands in its head
    const auto pair = pairs ? pair_of(s.layout, first_master(s.layout), part.frame) : std::nullopt;
    if (!pair) {
        for (const auto& section : sections) {
            if (headed)
                add_section(s, section, path, columns, band.flow);
            else
                add_section_text(s, section, path, columns, band.flow);
        }
        return;
    }
    band.pair = *pair;
    auto narrow = columns;
    narrow.column = pair->width;
    narrow.exhibit = pair->column_width;
    for (const auto& section : sections) {
        const auto here = headed ? section_path(s, section, path) : path;
        add_section_pairs(s, section, here, {columns, narrow}, headed, band.flow);
    }
}

}  // namespace precis::layout
