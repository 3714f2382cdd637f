// Rules on the grid of a table, the headers of its cells, and the levels of headings.
// Source: ISO 14289-1:2014, 7.2 and 7.5; ISO 32000-1:2008, 14.8.5.7. Cells take the first free place of their row.
#include <algorithm>

#include "audit/structure.h"

namespace precis::audit {
namespace {

struct Cell {
    std::size_t element = 0, row = 0, column = 0, rows = 1, columns = 1;
    bool header = false;
    std::string scope;
    std::vector<std::string> headers;  // ids of its header cells, if it names them
};

class Table {
  public:
    Table(File& file, const std::vector<StructElement>& elements, std::size_t table)
        : file_(file), elements_(elements), table_(table) {}

    void run() {
        collect(table_);
        place_cells();
        examine_scopes();
        for (const auto& cell : cells_) {
            if (cell.header) continue;
            file_.expect(Rule::cell_without_header, has_header(cell), elements_[cell.element].where,
                         "no header cell of {} is its own", elements_[table_].where);
        }
    }

  private:
    void collect(std::size_t from) {
        for (const auto kid : elements_[from].kids) {
            const auto& type = elements_[kid].type;
            if (type == "TR") rows_.push_back(kid);
            if (type == "THead" || type == "TBody" || type == "TFoot") collect(kid);
        }
    }
    std::size_t span(std::size_t element, const char* key) const {
        auto value = attribute(file_, elements_[element].object, "Table", key);
        return value.isInteger() && value.getIntValue() > 0 && value.getIntValue() <= 1000
                   ? static_cast<std::size_t>(value.getIntValue())
                   : 1;
    }
    void place_cells() {
        bool once = true, inside = true;
        std::size_t width = 0;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            std::size_t column = 0;
            for (const auto element : elements_[rows_[row]].kids) {
                if (elements_[element].type != "TH" && elements_[element].type != "TD") continue;
                while (taken_.count({row, column}) != 0) ++column;
                Cell cell{element,
                          row,
                          column,
                          span(element, "/RowSpan"),
                          span(element, "/ColSpan"),
                          elements_[element].type == "TH",
                          word(attribute(file_, elements_[element].object, "Table", "/Scope")),
                          {}};
                for (auto id : items_of(attribute(file_, elements_[element].object, "Table", "/Headers")))
                    if (id.isString()) cell.headers.push_back(id.getStringValue());
                inside = inside && row + cell.rows <= rows_.size();
                for (std::size_t r = 0; r < cell.rows && row + r < rows_.size(); ++r)
                    for (std::size_t c = 0; c < cell.columns; ++c)
                        once = taken_.insert({row + r, column + c}).second && once;
                column += cell.columns;
                width = std::max(width, column);
                cells_.push_back(std::move(cell));
            }
        }
        file_.expect(Rule::table_grid, once && inside && taken_.size() == width * rows_.size(), elements_[table_].where,
                     "its {} rows and {} columns are not covered evenly by {} cells", rows_.size(), width,
                     cells_.size());
    }
    void examine_scopes() {
        const bool by_ids = std::any_of(cells_.begin(), cells_.end(), [](const Cell& c) { return !c.headers.empty(); });
        for (const auto& cell : cells_) {
            if (!cell.header || by_ids) continue;
            file_.expect(Rule::header_scope, cell.scope == "Row" || cell.scope == "Column" || cell.scope == "Both",
                         elements_[cell.element].where, "its Scope is “{}”", cell.scope);
        }
    }
    bool has_header(const Cell& cell) const {
        if (!cell.headers.empty())
            return std::all_of(cell.headers.begin(), cell.headers.end(), [&](const std::string& id) {
                return std::any_of(cells_.begin(), cells_.end(), [&](const Cell& other) {
                    auto own = QPDFObjectHandle(elements_[other.element].object).getKey("/ID");
                    return other.header && own.isString() && own.getStringValue() == id;
                });
            });
        return std::any_of(cells_.begin(), cells_.end(), [&](const Cell& head) {
            if (!head.header) return false;
            const bool column = head.column < cell.column + cell.columns && cell.column < head.column + head.columns;
            const bool row = head.row < cell.row + cell.rows && cell.row < head.row + head.rows;
            return (column && head.scope != "Row") || (row && head.scope != "Column");
        });
    }

    File& file_;
    const std::vector<StructElement>& elements_;
    std::size_t table_;
    std::vector<std::size_t> rows_;
    std::vector<Cell> cells_;
    std::set<std::pair<std::size_t, std::size_t>> taken_;
};

}  // namespace

void examine_tables(File& file, const Structure& structure) {
    for (std::size_t i = 1; i < structure.elements.size(); ++i)
        if (structure.elements[i].type == "Table") Table(file, structure.elements, i).run();
}

void examine_headings(File& file, const Structure& structure) {
    int before = 0;
    bool plain = false, numbered = false;
    for (const auto& element : structure.elements) {
        const auto count = std::count_if(element.kids.begin(), element.kids.end(),
                                         [&](std::size_t kid) { return structure.elements[kid].type == "H"; });
        if (count > 0) file.expect(Rule::heading_several, count == 1, element.where, "it holds {} H", count);
        const auto& type = element.type;
        if (type == "H" || (type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6')) {
            (type == "H" ? plain : numbered) = true;
            file.expect(Rule::heading_mixed, !plain || !numbered, element.where,
                        "headings of the other kind came before");
            if (type == "H") continue;
            const int level = type[1] - '0';
            if (before == 0)
                file.expect(Rule::heading_first, level == 1, element.where, "it is the first heading");
            else
                file.expect(Rule::heading_skipped, level <= before + 1, element.where, "it follows an H{}", before);
            before = level;
        }
    }
}

}  // namespace precis::audit
