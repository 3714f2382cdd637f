// Finds the header cells of each cell: those above its columns, the one beside it, and the row that heads its group.
// Source: ISO 32000-1:2008, 14.8.5.7 (Headers); ISO 14289-1:2014, 7.5.
#include <algorithm>

#include "publish/structure.h"

namespace precis::publish {
namespace {

struct Cell {
    std::size_t element = 0, column = 0, span = 1;
    bool head = false, heads_column = false, heads_rows_below = false;
};
using Row = std::vector<Cell>;

std::size_t at_least_one(int span) {
    return static_cast<std::size_t>(std::max(span, 1));
}

// The rows of a table with the column of each cell, row spans included.
std::vector<Row> rows_of(const std::vector<Element>& elements, const Element& table) {
    std::vector<Row> rows;
    std::vector<std::size_t> taken;  // by column: number of rows that a cell from above still covers
    for (const auto& kid : table.kids) {
        const auto* ref = std::get_if<ElementRef>(&kid);
        if (!ref || !elements[ref->element].mark || elements[ref->element].mark->role != scene::Role::row) continue;
        auto& row = rows.emplace_back();
        std::vector<std::size_t> next(taken.size());
        for (std::size_t c = 0; c < taken.size(); ++c) next[c] = taken[c] > 0 ? taken[c] - 1 : 0;
        std::size_t column = 0;
        for (const auto& cell_kid : elements[ref->element].kids) {
            const auto* cell = std::get_if<ElementRef>(&cell_kid);
            const auto* mark = cell ? elements[cell->element].mark : nullptr;
            if (!mark) continue;
            while (column < taken.size() && taken[column] > 0) ++column;
            const bool head = mark->role == scene::Role::head_cell;
            const auto span = at_least_one(mark->column_span);
            row.push_back({cell->element, column, span, head, head && mark->scope != scene::Scope::row,
                           head && mark->scope == scene::Scope::row && mark->level > 0});
            if (next.size() < column + span) next.resize(column + span);
            for (std::size_t c = column; c < column + span; ++c) next[c] = at_least_one(mark->row_span) - 1;
            column += span;
        }
        taken = std::move(next);
    }
    return rows;
}

bool needs_words(const std::vector<Row>& rows) {
    int rows_of_heads = 0;
    for (const auto& row : rows) {
        rows_of_heads += std::any_of(row.begin(), row.end(), [](const Cell& c) { return c.heads_column; });
        if (std::any_of(row.begin(), row.end(), [](const Cell& c) { return c.heads_rows_below; })) return true;
    }
    return rows_of_heads > 1;
}

void explain(std::vector<Element>& elements, const std::vector<Row>& rows) {
    std::vector<Cell> above;           // header cells of columns
    std::optional<std::size_t> group;  // the header cell of the rows that follow it
    for (const auto& row : rows) {
        std::optional<std::size_t> beside;
        for (const auto& cell : row) {
            if (cell.heads_column) above.push_back(cell);
            if (cell.heads_rows_below) group = cell.element;
            if (cell.head && !cell.heads_column && !cell.heads_rows_below) beside = cell.element;
        }
        for (const auto& cell : row) {
            if (cell.heads_column || cell.heads_rows_below) continue;
            auto& headers = elements[cell.element].headers;
            if (group) headers.push_back(*group);
            if (beside && *beside != cell.element) headers.push_back(*beside);
            if (cell.head) continue;
            for (const auto& head : above)
                if (head.column < cell.column + cell.span && cell.column < head.column + head.span)
                    headers.push_back(head.element);
        }
    }
}

}  // namespace

void explain_cells(std::vector<Element>& elements) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!elements[i].mark || elements[i].mark->role != scene::Role::table) continue;
        const auto rows = rows_of(elements, elements[i]);
        if (needs_words(rows)) explain(elements, rows);
    }
}

}  // namespace precis::publish
