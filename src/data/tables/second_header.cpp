// A row is compared with the columns above it; the next row says whether their numbers go on.
#include "data/tables/second_header.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "data/cells/number_notation.h"

namespace precis::data {
namespace {

constexpr std::size_t kLeastAbove = 2;  // rows of the first table

/// A number, an amount or a date begins with a digit, or with a sign before one.
bool is_value(std::string_view text) {
    for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), 4); ++i) {
        if (base::is_digit(text[i])) return true;
        if ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z')) return false;
    }
    return false;
}

std::size_t number_of(const RowSource& rows) {
    return std::max(rows.line(), rows.row_number());
}

SeenCell seen(const RowSource& rows, std::size_t cell) {
    const auto& at = rows.cells()[cell];
    return {std::string(at.text), at.begin, at.end, rows.line(), number_of(rows), rows.place(cell)};
}

}  // namespace

void SecondHeader::see_header(const RowSource& rows) {
    for (const auto& cell : rows.cells()) header_.emplace_back(without_blanks(cell.text));
    columns_.resize(header_.size());
    header_row_ = previous_ = last_full_ = number_of(rows);
    is_sheet_ = rows.row_number() > 0;
    if (is_sheet_ && rows.range(1, 1).empty()) header_row_ = 0;  // the author has named each row
}

bool SecondHeader::may_be_header(const RowSource& rows, Row& row) const {
    if (rows_ < kLeastAbove || rows.cells().size() > header_.size()) return false;
    std::set<std::string_view> names;
    std::size_t filled = 0;
    row.repeats = true;
    for (std::size_t i = 0; i < header_.size(); ++i) {
        const auto text = i < rows.cells().size() ? without_blanks(rows.cells()[i].text) : std::string_view();
        row.repeats = row.repeats && text == header_[i];
        if (columns_[i].values > 0 && columns_[i].words == 0) row.values.push_back(i);
        if (text.empty()) continue;
        if (is_value(text)) return false;
        ++filled;
        names.insert(text);
    }
    return filled >= 2 && names.size() == filled && filled * 2 > header_.size();
}

void SecondHeader::see(const RowSource& rows) {
    if (header_row_ == 0) return;
    const auto& cells = rows.cells();
    const auto number = number_of(rows);
    const auto is_value_at = [&](std::size_t i) { return i < cells.size() && is_value(without_blanks(cells[i].text)); };
    if (!pending_.empty()) {
        const auto row = pending_.front();
        pending_.clear();
        if (std::any_of(row.values.begin(), row.values.end(), is_value_at)) take(rows, row);
    }
    const auto filled = static_cast<std::size_t>(std::count_if(
        cells.begin(), cells.end(), [](const CsvCell& cell) { return !without_blanks(cell.text).empty(); }));
    Row row;
    row.number = number;
    // A cell in quotes may have lines of its own, so only the rows of a sheet are known to be blank.
    row.gap = is_sheet_ && number > previous_ + 1;
    row.titles = titles_;
    row.last = last_full_;
    const bool apart = row.gap || titles_ > 0;
    if (row.gap) ++gaps_;
    previous_ = last_ = number;
    if (filled == 1 && header_.size() > 1) {
        if (titles_ == 0) titles_ = number;
        return;
    }
    titles_ = 0;
    last_full_ = number;
    if (may_be_header(rows, row)) {
        row.cell = seen(rows, 0);
        const bool breaks =
            !row.values.empty() && std::all_of(row.values.begin(), row.values.end(), [&](std::size_t i) {
                return i < cells.size() && !without_blanks(cells[i].text).empty();
            });
        if (breaks && (apart || row.repeats || row.values.size() >= 2)) {
            pending_ = {row};
            return;
        }
        if (row.repeats) return take(rows, row);
        if (row.gap && gaps_ == 1 && filled == header_.size() && values_ == 0) {
            doubt_ = {row};
            found_.above = rows.range(header_row_, row.last);
            begins_below_ = rows.range(number, 0);
        }
    }
    ++rows_;
    for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
        if (without_blanks(cells[i].text).empty()) continue;
        is_value_at(i) ? ++columns_[i].values : ++columns_[i].words;
        values_ += is_value_at(i) ? 1 : 0;
    }
}

void SecondHeader::take(const RowSource& rows, const Row& row) {
    const auto first = row.titles > 0 ? row.titles : row.number;
    const auto lines =
        first < row.number ? std::to_string(first) + "-" + std::to_string(row.number) : std::to_string(row.number);
    if (!has_found_) {
        has_found_ = true;
        found_.first = row.cell;
        found_.titles = row.titles;
        found_.repeats = row.repeats;
        found_.above = rows.range(header_row_, row.last);
        begins_below_ = rows.range(row.number, 0);
        for (auto& column : columns_) column = {};
    }
    found_.repeats = found_.repeats && row.repeats;
    found_.all.push_back(lines);
}

const StackedTable* SecondHeader::found() {
    if (!has_found_ && gaps_ == 1 && values_ == 0 && !doubt_.empty()) {
        has_found_ = true;
        found_.doubtful = true;
        found_.first = doubt_.front().cell;
    }
    if (has_found_ && !begins_below_.empty()) found_.below = begins_below_ + std::to_string(last_);
    return has_found_ ? &found_ : nullptr;
}

}  // namespace precis::data
