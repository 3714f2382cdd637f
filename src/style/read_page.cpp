// Reads `page`: size, margins and grid.
#include <fmt/format.h>

#include <utility>

#include "diag/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

constexpr double kMostPage = 14400;  // pt; the largest page of ISO 32000-1, annex C

void read_size(yaml::Fields& page, LayoutReading& r) {
    const auto* node = page.node("size");
    if (node == nullptr) return;
    if (node->kind == yaml::Node::Kind::map) {
        yaml::Fields size(*node, vocabulary::keys::page_size, r.out);
        for (const auto* key : {"width", "height"}) (void)size.required(key);
        set(r.layout.page.width, bounded_length(size, "width", {36, kMostPage}, r.out));
        set(r.layout.page.height, bounded_length(size, "height", {36, kMostPage}, r.out));
        size.finish();
        return;
    }
    if (const auto chosen = page.word<vocabulary::PageSize>("size")) {
        const auto& row = vocabulary::row_of(*chosen);
        r.layout.page = {row.width, row.height};
    }
}

void read_orientation(yaml::Fields& page, LayoutReading& r) {
    const auto chosen = page.word<vocabulary::Orientation>("orientation");
    auto& size = r.layout.page;
    if (chosen && (*chosen == vocabulary::Orientation::landscape) != (size.width > size.height))
        std::swap(size.width, size.height);
}

void read_margins(yaml::Fields& page, LayoutReading& r) {
    const auto* node = page.node("margins");
    if (node == nullptr) return;
    r.margins_place = node->span;
    auto& margins = r.layout.margins;
    const Bounds bounds{0, kMostPage};
    if (node->kind == yaml::Node::Kind::scalar) {
        if (const auto margin = bounded_length(page, "margins", bounds, r.out))
            margins = {*margin, *margin, *margin, *margin};
        return;
    }
    yaml::Fields fields(*node, vocabulary::keys::margins, r.out);
    set(margins.top, bounded_length(fields, "top", bounds, r.out));
    set(margins.bottom, bounded_length(fields, "bottom", bounds, r.out));
    const auto* facing = node->find("inner") != nullptr ? node->find("inner") : node->find("outer");
    if (facing != nullptr && (node->find("left") != nullptr || node->find("right") != nullptr))
        r.out.push_back(diag::error(diag::code::key_conflict, facing->span,
                                    "inner and outer margins stand beside left and right ones",
                                    "keep inner and outer for pages in spreads, else left and right"));
    if (facing != nullptr) {
        for (const auto* key : {"inner", "outer"}) (void)fields.required(key);
        r.layout.spreads = true;
    }
    // A right-hand page is bound at its left.
    set(margins.left, bounded_length(fields, facing != nullptr ? "inner" : "left", bounds, r.out));
    set(margins.right, bounded_length(fields, facing != nullptr ? "outer" : "right", bounds, r.out));
    for (const auto* key : {"left", "right", "inner", "outer"}) fields.known(key);
    fields.finish();
}

constexpr double kMostBleed = 72;  // pt; printers ask for 3 to 5 mm

void read_bleed(yaml::Fields& page, LayoutReading& r) {
    set(r.layout.bleed, bounded_length(page, "bleed", {0, kMostBleed}, r.out));
}

void read_grid(yaml::Fields& page, LayoutReading& r) {
    const auto* node = page.node("grid");
    if (node == nullptr) return;
    auto& grid = r.layout.grid;
    yaml::Fields fields(*node, vocabulary::keys::grid, r.out);
    if (bounded_number(fields, "columns", {1, 48}, r.out)) grid.columns = fields.integer("columns").value_or(12);
    if (bounded_number(fields, "rows", {0, 96}, r.out)) grid.rows = fields.integer("rows").value_or(0);
    set(grid.gutter, bounded_length(fields, "gutter", {0, 144}, r.out));
    set(grid.baseline, bounded_length(fields, "baseline", {1, 144}, r.out));
    fields.finish();
}

}  // namespace

void read_page(LayoutReading& r) {
    const auto* node = r.top.node("page");
    if (node == nullptr) return;
    yaml::Fields page(*node, vocabulary::keys::page, r.out);
    read_size(page, r);
    read_orientation(page, r);
    read_margins(page, r);
    read_bleed(page, r);
    read_grid(page, r);
    page.finish();
    const auto& [top, right, bottom, left] = r.layout.margins;
    const auto& grid = r.layout.grid;
    const auto columns_width = r.layout.page.width - left - right - grid.gutter * (grid.columns - 1);
    if (columns_width < grid.columns || r.layout.page.height - top - bottom < grid.baseline) {
        r.out.push_back(diag::error(diag::code::bad_value, node->span,
                                    fmt::format("margins and gutters leave no room on a page of {:.2f} × {:.2f} pt",
                                                r.layout.page.width, r.layout.page.height),
                                    "make the margins, the gutter or the number of columns smaller"));
    }
}

}  // namespace precis::style
