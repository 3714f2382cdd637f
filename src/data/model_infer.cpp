// Types for columns that are not declared: the narrowest type that fits every cell of the column, down to text. The
// file is read once for this and again when the table is loaded; declared columns save the first pass.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/phrases.h"
#include "data/cell_type.h"
#include "data/model_reading.h"
#include "data/row_source.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

/// The types from narrow to wide; text fits every cell. Years are read as whole numbers, percentages and money as
/// numbers, because nothing in the file tells them apart.
constexpr std::array kNarrowFirst{Type::boolean, Type::integer, Type::number, Type::month,
                                  Type::quarter, Type::date,    Type::text};

/// A column's name from its header: "Commits (n)" gives `commits_n`.
std::string name_of(std::string_view header) {
    std::string name;
    for (const char c : header) {
        if (base::is_letter_or_digit(c)) {
            name += base::lowered(c);
        } else if (!name.empty() && name.back() != '_') {
            name += '_';
        }
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    return name;
}

/// A column while its cells are read.
struct Candidate {
    Column column;
    std::array<bool, kNarrowFirst.size()> fits{true, true, true, true, true, true, true};
    bool filled = false;  // a cell was not empty

    void exclude_types(std::string_view cell, char decimal) {
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

void infer_columns(TableRecord& table, ModelReading& reading) {
    const auto shown = shown_name(table.file, reading.root);
    const auto rows = open_rows(table, shown, reading.diagnostics);
    if (!rows || rows->next() != RowSource::Step::row) return;  // the fault is reported when the table is loaded
    std::vector<Candidate> candidates;
    for (const auto& cell : rows->cells()) {
        Candidate candidate;
        candidate.column.header = std::string(cell.text);
        candidate.column.name = name_of(cell.text);
        candidate.column.span = table.span;
        if (candidate.column.name != candidate.column.header) candidate.column.label = candidate.column.header;
        const bool known = std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
            return other.column.name == candidate.column.name;
        });
        if (!is_snake_case(candidate.column.name) || known) {
            reading.diagnostics.push_back(diag::error(
                diag::code::bad_slug, table.span,
                "the header " + base::quoted(candidate.column.header) + " of " + base::quoted(shown) +
                    (known ? " gives the same column name as another header" : " does not give a column's name"),
                "declare the columns, as in “commits: {type: integer, header: …}”"));
            table.file.clear();
            return;
        }
        candidates.push_back(std::move(candidate));
    }
    while (rows->next() == RowSource::Step::row) {
        const auto& cells = rows->cells();
        for (std::size_t i = 0; i < std::min(cells.size(), candidates.size()); ++i)
            candidates[i].exclude_types(cells[i].text, table.decimal);
    }
    for (auto& candidate : candidates) {
        candidate.column.type = candidate.type();
        table.columns.push_back(std::move(candidate.column));
    }
}

}  // namespace precis::data
