// Editable tables.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "paint/pptx_parts.h"

namespace precis::paint::pptx_file {
namespace {

std::size_t columns_of(const scene::TableData& table) {
    std::size_t columns = table.column_widths.size();
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    return columns;
}

// The widths wanted, scaled to fill the frame; equal ones where they are not known.
std::vector<double> widths_of(const scene::TableData& table, double width) {
    std::vector<double> widths(columns_of(table), 1);
    std::copy(table.column_widths.begin(), table.column_widths.end(), widths.begin());
    const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (auto& one : widths) one *= sum > 0 ? width / sum : 0;
    return widths;
}

void write_cell(SlideDraft& slide, pugi::xml_node row, const std::string& words, bool head, double height) {
    scene::TextRun run;
    run.text = words;
    run.face = {"Carlito", head ? 700 : 400, false};
    run.size = std::clamp(0.6 * height, 6.0, 14.0);
    auto cell = add(row, "a:tc");
    write_text(slide, cell, "a:txBody", {{{run}, scene::TextParagraph::Align::left, 0, 0}});
    auto properties =
        add(cell, "a:tcPr", {{"marL", emu(3)}, {"marR", emu(3)}, {"marT", "0"}, {"marB", "0"}, {"anchor", "ctr"}});
    auto line = add(properties, "a:lnB", {{"w", emu(head ? 1 : 0.5)}});
    solid_fill(line, {128, 128, 128, 1});
    add(properties, "a:noFill");
}

}  // namespace

void write_table(SlideDraft& slide, pugi::xml_node tree, const scene::Mark& mark, const scene::TableData& table,
                 const base::Rect& at) {
    if (table.rows.empty() || columns_of(table) == 0) return;
    auto frame = add(tree, "p:graphicFrame");
    auto about = add(frame, "p:nvGraphicFramePr");
    named(slide, about, "Table", mark.alternative);
    add(add(about, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", {{"noGrp", "1"}});
    add(about, "p:nvPr");
    placed(frame, "p:xfrm", at);
    auto data = add(add(frame, "a:graphic"), "a:graphicData",
                    {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/table"}});
    auto native_table = add(data, "a:tbl");
    add(native_table, "a:tblPr", {{"firstRow", table.head_rows > 0 ? "1" : "0"}});
    auto grid = add(native_table, "a:tblGrid");
    const auto widths = widths_of(table, at.width);
    for (const double width : widths) add(grid, "a:gridCol", {{"w", emu(width)}});
    const double height = at.height / static_cast<double>(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        auto row = add(native_table, "a:tr", {{"h", emu(height)}});
        for (std::size_t c = 0; c < widths.size(); ++c)
            write_cell(slide, row, c < table.rows[r].size() ? table.rows[r][c] : "", r < table.head_rows, height);
    }
}

}  // namespace precis::paint::pptx_file
