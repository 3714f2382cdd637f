// A name is a text that is neither a number nor a date, or a year. A row of names is a header if the rows below hold
// values, or if no row above it is as wide.
#include "data/files/sheet_header.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/numbers.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/cells/day_notation.h"
#include "data/cells/number_notation.h"
#include "data/cells/period.h"

namespace precis::data {
namespace {

constexpr std::size_t kShownCell = 40;  // bytes

bool is_year(const SheetCell& cell) {
    const bool is_number = cell.kind == SheetCell::Kind::number;
    if (!is_number && (cell.kind != SheetCell::Kind::text || cell.text.size() != 4)) return false;
    const auto number = is_number ? cell.number : base::parse_number(cell.text).value_or(0);
    return number >= 1900 && number <= 2100 && std::floor(number) == number;
}

bool is_value(const SheetCell& cell) {
    if (cell.kind != SheetCell::Kind::text) return true;
    const auto text = without_blanks(cell.text);
    return seen_number(text) || parse_date(text) || seen_day(text);
}

bool is_name(const SheetCell& cell) {
    return is_year(cell) || cell.kind == SheetCell::Kind::moment || !is_value(cell);
}

bool holds_names(const SheetRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), is_name) &&
           std::any_of(row.cells.begin(), row.cells.end(), [](const SheetCell& cell) { return !is_value(cell); });
}

const SheetCell* cell_in(const SheetRow& row, std::size_t column) {
    const auto at =
        std::find_if(row.cells.begin(), row.cells.end(), [&](const SheetCell& cell) { return cell.column == column; });
    return at == row.cells.end() ? nullptr : &*at;
}

/// The number of filled cells that most rows have, at least two; the larger of two that are as frequent.
std::size_t usual_width(const std::vector<SheetRow>& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows) ++counts[row.cells.size()];
    std::size_t width = 0, most = 0;
    for (const auto& [cells, count] : counts) {
        if (cells < 2 || count < most) continue;
        width = cells;
        most = count;
    }
    return width;
}

/// Whether a row below holds a value in a column that `row` names.
bool has_values_below(const std::vector<SheetRow>& rows, std::size_t row) {
    for (const auto& name : rows[row].cells) {
        for (auto below = row + 1; below < rows.size(); ++below) {
            const auto* cell = cell_in(rows[below], name.column);
            if (cell != nullptr && is_value(*cell)) return true;
        }
    }
    return false;
}

std::string in_words(const SheetRow& row) {
    const auto first = std::find_if(row.cells.begin(), row.cells.end(),
                                    [](const SheetCell& cell) { return cell.kind == SheetCell::Kind::text; });
    auto words = "row " + std::to_string(row.number) + " has " + base::counted(row.cells.size(), "cell");
    if (first != row.cells.end())
        words += ", " + base::quoted(base::shortened(without_blanks(first->text), kShownCell));
    return words;
}

}  // namespace

HeldRow::HeldRow(const SheetRow& row) : row_(row) {
    texts_.reserve(row.cells.size());
    for (auto& cell : row_.cells) cell.text = texts_.emplace_back(cell.text);
}

const SheetCell* group_above(const SheetRow& upper, const SheetRow& lower, std::size_t column) {
    const SheetCell* left = nullptr;
    bool merged = false;
    for (const auto& cell : upper.cells) {
        if (column >= cell.column && column < cell.column + cell.columns) return &cell;
        if (cell.column < column) left = &cell;
        merged = merged || cell.columns > 1;
    }
    const bool spreads = !merged && left != nullptr && cell_in(lower, left->column) != nullptr;
    return spreads && cell_in(lower, column) != nullptr ? left : nullptr;
}

bool names_groups(const SheetRow& upper, const SheetRow& lower, std::size_t last) {
    if (upper.number + 1 != lower.number || upper.cells.empty() || lower.cells.empty()) return false;
    if (!std::all_of(upper.cells.begin(), upper.cells.end(), is_name)) return false;
    if (!std::all_of(lower.cells.begin(), lower.cells.end(), is_name)) return false;
    const auto first = std::min(upper.cells.front().column, lower.cells.front().column);
    const auto& word = upper.cells.front();
    if (upper.cells.size() == 1 && word.column == first) return false;  // a title
    for (const auto& cell : upper.cells) {
        const bool all = cell.column == first && cell.column + cell.columns > last;
        const auto under = std::count_if(lower.cells.begin(), lower.cells.end(), [&](const SheetCell& name) {
            return name.column >= cell.column && name.column < cell.column + cell.columns;
        });
        if (cell.columns > 1 && !all && under > 1) return true;
    }
    // Groups that are not merged: names in the upper row alone, and in the lower row alone.
    const bool upper_alone = std::any_of(upper.cells.begin(), upper.cells.end(), [&](const SheetCell& cell) {
        return cell.columns == 1 && cell_in(lower, cell.column) == nullptr;
    });
    const bool lower_alone = std::any_of(lower.cells.begin(), lower.cells.end(), [&](const SheetCell& cell) {
        return cell.column > first && cell_in(upper, cell.column) == nullptr;
    });
    return upper_alone && lower_alone && holds_names(lower);
}

std::optional<HeaderDoubt> doubt_about_header(const std::vector<SheetRow>& rows) {
    const auto width = usual_width(rows);
    if (rows.size() < 3 || width < 2) return std::nullopt;
    std::size_t last = 0;
    for (const auto& row : rows) last = std::max(last, row.cells.back().column);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        const bool groups =
            i + 1 < rows.size() && names_groups(row, rows[i + 1], last) && has_values_below(rows, i + 1);
        if (groups) {
            const auto names = rows[i + 1].number;
            if (i > 0)
                return HeaderDoubt{names, in_words(rows[0]) + "; the names of the columns seem to be in rows " +
                                              std::to_string(row.number) + " and " + std::to_string(names)};
            return HeaderDoubt{names, "row " + std::to_string(row.number) +
                                          " seems to name groups of the columns that row " + std::to_string(names) +
                                          " names"};
        }
        if (row.cells.size() < width || !holds_names(row)) continue;
        if (i == 0) return std::nullopt;
        const auto& top = rows[0];
        const bool is_narrow = top.cells.size() == 1 || top.cells.back().column < row.cells.back().column;
        const bool is_sparse = top.cells.size() * 2 <= width && has_values_below(rows, i);
        if (top.cells.size() >= width || (!is_narrow && !is_sparse)) return std::nullopt;
        return HeaderDoubt{
            row.number, in_words(top) + "; the names of the columns seem to be in row " + std::to_string(row.number)};
    }
    return std::nullopt;
}

}  // namespace precis::data
