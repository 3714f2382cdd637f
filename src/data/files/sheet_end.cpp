// A table with rows that have one cell each has missing values, and its last row may be such a one.
#include "data/files/sheet_end.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/cells/number_notation.h"

namespace precis::data {
namespace {

constexpr std::size_t kShownCell = 40;  // bytes
constexpr std::size_t kLeastWidth = 3, kLeastRows = 2;

std::string quoted_cell(const SheetCell& cell) {
    return base::quoted(base::shortened(base::on_one_line(without_blanks(cell.text)), kShownCell));
}

const SheetCell* first_text(const SheetRow& row) {
    const auto text = std::find_if(row.cells.begin(), row.cells.end(),
                                   [](const SheetCell& cell) { return cell.kind == SheetCell::Kind::text; });
    return text == row.cells.end() ? nullptr : &*text;
}

bool is_number(const SheetCell& cell) {
    return cell.kind == SheetCell::Kind::number;
}

bool says_total(std::string_view text) {
    const auto word = base::lowered(without_blanks(text));
    for (const auto* begin : {"total", "grand total", "sum", "gesamt", "insgesamt", "ensemble", "合计", "总计", "कुल"}) {
        if (word.starts_with(begin)) return true;
    }
    return false;
}

}  // namespace

bool SheetEnd::is_note(const SheetRow& row, std::size_t filled, std::size_t width) const {
    const auto* text = first_text(row);
    return filled == 1 && width >= kLeastWidth && lonely_ == 0 && text != nullptr &&
           !seen_number(without_blanks(text->text));
}

/// Whether a column's number is the sum of those above; without a word, all of them must be.
bool SheetEnd::is_total(const SheetRow& row) const {
    const auto* word = first_text(row);
    if (word != nullptr && !says_total(word->text)) return false;
    std::size_t sums = 0, others = 0;
    for (const auto& cell : row.cells) {
        if (&cell == word) continue;
        if (!is_number(cell)) return false;
        const auto sum = cell.column < sums_.size() ? sums_[cell.column] : 0;
        constexpr double kRounding = 1e-9;
        const bool is_sum = sum != 0 && std::abs(sum - cell.number) <= kRounding * std::abs(sum);
        ++(is_sum ? sums : others);
    }
    return word != nullptr ? sums > 0 : sums > 1 && others == 0;
}

void SheetEnd::see(const SheetRow& row, std::size_t filled, std::size_t width) {
    const bool note = rows_ >= kLeastRows && is_note(row, filled, width);
    if (!note && (rows_ < kLeastRows || !is_total(row))) {
        ++rows_;
        lonely_ += filled == 1 || tail_ ? 1 : 0;
        tail_.reset();
        for (const auto& cell : row.cells) {
            if (!is_number(cell)) continue;
            if (sums_.size() <= cell.column) sums_.resize(cell.column + 1);
            sums_[cell.column] += cell.number;
        }
        return;
    }
    if (tail_) return;
    const auto* text = first_text(row);
    const auto words = text == nullptr ? std::string() : ", " + quoted_cell(*text);
    tail_ = RowDoubt{row.number, note ? "has one cell" + words : "holds the sum of the rows above" + words};
}

}  // namespace precis::data
