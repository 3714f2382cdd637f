// Rules lie below rows; a header row's rule is twice as thick.
#include "paint/pptx/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/oklab.h"
#include "paint/pptx/drawing.h"
#include "paint/pptx/text.h"

namespace precis::paint::pptx_file {
namespace {

constexpr double kRule = 1.78;  // contrast of hairlines with the ground, as layouts have it
constexpr double kHeadPad = 4;  // points below the text of a header row

std::size_t columns_of(const scene::TableData& table) {
    std::size_t columns = table.column_widths.size();
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    return columns;
}

// The lengths scaled to a sum of `whole`; a length that is not known counts as 1.
std::vector<double> filling(const std::vector<double>& wanted, std::size_t count, double whole) {
    std::vector<double> lengths(count, 1);
    std::copy_n(wanted.begin(), std::min(wanted.size(), count), lengths.begin());
    const double sum = std::accumulate(lengths.begin(), lengths.end(), 0.0);
    for (auto& length : lengths) length *= sum > 0 ? whole / sum : 0;
    return lengths;
}

double inset(const std::vector<double>& insets, std::size_t column) {
    return column < insets.size() ? insets[column] : 3;
}

/// How many columns a cell covers; 0: it is covered.
int span_of(const scene::TableData& table, std::size_t r, std::size_t c) {
    return r < table.head_spans.size() && c < table.head_spans[r].size() ? table.head_spans[r][c] : 1;
}

/// The cell that covers this one in a header row, or the cell itself.
std::size_t covering(const scene::TableData& table, std::size_t r, std::size_t c) {
    while (c > 0 && span_of(table, r, c) == 0) --c;
    return c;
}

/// The colours of rules follow from the words': that of the header over its ground.
struct Rules {
    base::Color strong, hairline;
};
Rules rules_of(const scene::TableData& table) {
    Rules rules;
    for (const auto& row : table.rows)
        for (const auto& cell : row)
            if (!cell.runs.empty()) {
                rules.strong = cell.runs.front().color;
                rules.hairline =
                    base::faded(rules.strong, table.head_ground.value_or(base::Color{255, 255, 255, 1}), kRule);
                return rules;
            }
    return rules;
}

void write_cell(SlideDraft& slide, pugi::xml_node row, const scene::TableData& table, const Rules& rules, std::size_t r,
                std::size_t c) {
    const bool head = r < table.head_rows;
    const bool over = r + 1 < table.head_rows;  // a heading over columns has a line of its own, but none without words
    const int span = span_of(table, r, c);
    auto cell = add(row, "a:tc");
    if (span > 1) cell.append_attribute("gridSpan").set_value(span);
    if (span == 0) cell.append_attribute("hMerge").set_value("1");
    auto words = c < table.rows[r].size() ? table.rows[r][c] : scene::TextParagraph{};
    const double above = std::exchange(words.before, 0);
    write_text(slide, cell, "a:txBody", {words});
    const auto last = c + static_cast<std::size_t>(std::max(span, 1)) - 1;
    auto properties = add(cell, "a:tcPr",
                          {{"marL", emu(inset(table.left_insets, c))},
                           {"marR", emu(inset(table.right_insets, last))},
                           {"marT", emu(above)},
                           {"marB", over   ? "0"
                                    : head ? emu(kHeadPad)
                                           : "0"},
                           {"anchor", head    ? "b"
                                      : above ? "t"
                                              : "ctr"}});
    for (const char* side : {"a:lnL", "a:lnR", "a:lnT"}) add(add(properties, side, {{"w", "0"}}), "a:noFill");
    const auto first = covering(table, r, c);
    if (over && (first >= table.rows[r].size() || table.rows[r][first].runs.empty()))
        add(add(properties, "a:lnB", {{"w", "0"}}), "a:noFill");
    else
        solid_fill(add(properties, "a:lnB", {{"w", emu(head && !over ? 1 : 0.5)}}),
                   head && !over ? rules.strong : rules.hairline);
    if (head && table.head_ground)
        solid_fill(properties, *table.head_ground);
    else if (r < table.cell_grounds.size() && c < table.cell_grounds[r].size() && table.cell_grounds[r][c])
        solid_fill(properties, *table.cell_grounds[r][c]);
    else if (r < table.grounds.size() && table.grounds[r])
        solid_fill(properties, *table.grounds[r]);
    else
        add(properties, "a:noFill");
}

/// The headings of the columns, which say what the table is about to those who cannot see it.
std::string words_of_head(const scene::TableData& table) {
    std::string words;
    if (table.head_rows == 0 || table.rows.size() < table.head_rows) return words;
    for (const auto& cell : table.rows[table.head_rows - 1]) {
        std::string heading;
        for (const auto& run : cell.runs)
            if (!run.superscript) heading += run.text;
        if (!heading.empty()) words += (words.empty() ? "" : ", ") + heading;
    }
    return words;
}

}  // namespace

void write_table(SlideDraft& slide, pugi::xml_node tree, const scene::Mark& mark, const scene::TableData& table,
                 const base::Rect& at) {
    if (table.rows.empty() || columns_of(table) == 0) return;
    auto frame = add(tree, "p:graphicFrame");
    auto about = add(frame, "p:nvGraphicFramePr");
    named(slide, about, "Table", mark.alternative.empty() ? words_of_head(table) : mark.alternative);
    add(add(about, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", {{"noGrp", "1"}});
    add(about, "p:nvPr");
    placed(frame, "p:xfrm", at);
    auto data = add(add(frame, "a:graphic"), "a:graphicData",
                    {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/table"}});
    auto native_table = add(data, "a:tbl");
    add(native_table, "a:tblPr", {{"firstRow", table.head_rows > 0 ? "1" : "0"}});
    auto grid = add(native_table, "a:tblGrid");
    const auto rules = rules_of(table);
    const auto widths = filling(table.column_widths, columns_of(table), at.width);
    const auto heights = filling(table.row_heights, table.rows.size(), at.height);
    for (const double width : widths) add(grid, "a:gridCol", {{"w", emu(width)}});
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        auto row = add(native_table, "a:tr", {{"h", emu(heights[r])}});
        for (std::size_t c = 0; c < widths.size(); ++c) write_cell(slide, row, table, rules, r, c);
    }
}

}  // namespace precis::paint::pptx_file
