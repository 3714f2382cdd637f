// The second cell of a full row is looked at first: it is filled in most files.
#include "data/tables/notes_below.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/cells/number_notation.h"

namespace precis::data {

bool is_alone(const std::vector<CsvCell>& cells, std::size_t cell) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != cell && !without_blanks(cells[i].text).empty()) return false;
    }
    return !without_blanks(cells[cell].text).empty();
}

bool says_total(std::string_view cell) {
    constexpr std::size_t kLongest = 32;
    if (cell.size() > kLongest) return false;
    static const std::vector<std::string_view> kWords{
        "total",         "totals",      "grand total", "overall",       "sum",      "summe",    "gesamt",
        "gesamtsumme",   "insgesamt",   "somme",       "total général", "ensemble", "totale",   "totaal",
        "total general", "total geral", "suma",        "razem",         "summa",    "totalt",   "i alt",
        "yhteensä",      "celkem",      "toplam",      "итого",         "всего",    "合计",     "合計",
        "总计",          "總計",        "कुल",          "योग",           "المجموع",  "الإجمالي", "합계"};
    auto word = base::lowered(without_blanks(cell));
    if (word.ends_with(':')) word.pop_back();
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

const Column* summed_column(sqlite3* db, const TableRecord& table, const TotalRow& total) {
    constexpr std::int64_t kLeastRows = 3;
    if (total.number < kLeastRows || total.row == 0) return nullptr;
    const auto is_sum = [&](const Column& column) {
        if (column.type != Type::integer && column.type != Type::number && column.type != Type::currency) return false;
        const auto name = sql_name(column.name), from = " FROM " + sql_name(table.name);
        const auto found = prepared(db, "SELECT total(" + name + "), (SELECT " + name + from +
                                            " WHERE rowid = " + std::to_string(total.number) + ")" + from);
        if (!found || sqlite3_step(found.get()) != SQLITE_ROW) return false;
        if (sqlite3_column_type(found.get(), 1) == SQLITE_NULL) return false;
        constexpr double kRounding = 1e-6;
        const double all = sqlite3_column_double(found.get(), 0), last = sqlite3_column_double(found.get(), 1);
        return all != 0 && std::abs(all - 2 * last) <= kRounding * std::abs(all);
    };
    const auto sums = std::find_if(table.columns.begin(), table.columns.end(), is_sum);
    return sums == table.columns.end() ? nullptr : &*sums;
}

void NotesBelow::see(const RowSource& rows) {
    const auto& cells = rows.cells();
    constexpr std::size_t kLeastCells = 3;
    ++rows_seen;
    const bool is_note = cells.size() >= kLeastCells && cells[1].text.empty() && is_alone(cells, 0);
    if (!is_note && (total || says_total(cells[0].text))) {
        total.reset();
        if (says_total(cells[0].text))
            total = TotalRow{std::max(rows.line(), rows.row_number()), rows_seen, cells[0].begin, cells[0].end,
                             std::string(without_blanks(cells[0].text))};
    }
    if (!is_note) {
        elsewhere = elsewhere || count > 0;
        ++others;
    } else if (count++ == 0) {
        constexpr std::size_t kShown = 40;
        row = std::max(rows.line(), rows.row_number());
        begin = cells[0].begin;
        end = cells[0].end;
        text = base::shortened(without_blanks(cells[0].text), kShown);
    }
}

bool NotesBelow::are_likely() const {
    constexpr std::size_t kLeastOthers = 3;
    return count > 0 && row > 0 && !elsewhere && others >= kLeastOthers && count <= others;
}

}  // namespace precis::data
