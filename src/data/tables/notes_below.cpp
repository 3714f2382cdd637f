// The second cell of a full row is looked at first: it is filled in most files.
#include "data/tables/notes_below.h"

#include <algorithm>

#include "base/utf8.h"
#include "data/cells/number_notation.h"

namespace precis::data {

bool is_alone(const std::vector<CsvCell>& cells, std::size_t cell) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != cell && !without_blanks(cells[i].text).empty()) return false;
    }
    return !without_blanks(cells[cell].text).empty();
}

void NotesBelow::see(const RowSource& rows) {
    const auto& cells = rows.cells();
    constexpr std::size_t kLeastCells = 3;
    if (cells.size() < kLeastCells || !cells[1].text.empty() || !is_alone(cells, 0)) {
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
