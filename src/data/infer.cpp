// Types of columns that nobody declared. Strict as the types are: one cell that does not fit makes the column wider,
// up to text. A file is read once more for it, so a table that is used often declares its columns.
#include <algorithm>
#include <array>

#include "data/cell_type.h"
#include "data/reading.h"
#include "data/row_source.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

/// From the narrowest on; `text` takes what is left.
constexpr std::array kNarrowFirst{Type::boolean, Type::integer, Type::number, Type::month,
                                  Type::quarter, Type::date,    Type::text};

/// "Commits (n)" -> `commits_n`.
std::string name_of(std::string_view heading) {
    std::string name;
    for (const char c : heading) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        if (plain) {
            name += lower;
        } else if (!name.empty() && name.back() != '_') {
            name += '_';
        }
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    return name;
}

struct Candidate {
    Column column;
    std::array<bool, kNarrowFirst.size()> fits{true, true, true, true, true, true, true};
    bool filled = false;

    void meet(std::string_view cell, char decimal) {
        if (cell.empty()) return;
        filled = true;
        for (std::size_t i = 0; i + 1 < kNarrowFirst.size(); ++i) {
            if (!fits[i]) continue;
            column.type = kNarrowFirst[i];
            fits[i] = !std::holds_alternative<BadCell>(typed(cell, column, decimal));
        }
    }
    Type type() const {
        if (!filled) return Type::text;
        return kNarrowFirst[static_cast<std::size_t>(std::find(fits.begin(), fits.end(), true) - fits.begin())];
    }
};

}  // namespace

void infer_columns(TableRecord& table, Reading& reading) {
    const auto shown = shown_name(table.file, reading.root);
    const auto rows = open_rows(table, shown, reading.found);
    if (!rows || rows->next() != RowSource::Step::row) return;  // loading the table says why
    std::vector<Candidate> candidates;
    for (const auto& cell : rows->cells()) {
        Candidate one;
        one.column.header = std::string(cell.text);
        one.column.name = name_of(cell.text);
        one.column.span = table.span;
        if (one.column.name != one.column.header) one.column.label = one.column.header;
        const bool known = std::any_of(candidates.begin(), candidates.end(),
                                       [&](const Candidate& other) { return other.column.name == one.column.name; });
        if (!is_snake_case(one.column.name) || known) {
            reading.found.push_back(diag::error(diag::code::bad_slug, table.span,
                                                "the heading “" + one.column.header + "” of “" + shown +
                                                    "” makes no column's name" + (known ? " of its own" : ""),
                                                "declare the columns, as in “commits: {type: integer, header: …}”"));
            table.file.clear();
            return;
        }
        candidates.push_back(std::move(one));
    }
    while (rows->next() == RowSource::Step::row) {
        const auto& cells = rows->cells();
        for (std::size_t i = 0; i < std::min(cells.size(), candidates.size()); ++i)
            candidates[i].meet(cells[i].text, table.decimal);
    }
    for (auto& one : candidates) {
        one.column.type = one.type();
        table.columns.push_back(std::move(one.column));
    }
}

}  // namespace precis::data
