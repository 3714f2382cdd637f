// Rows as written are aligned with those of the deck, and with those of the new build.
#include "deck/table_edit.h"

#include <algorithm>
#include <map>
#include <optional>

#include "deck/align.h"
#include "deck/content.h"
#include "deck/text_edit.h"

namespace precis::deck {
namespace {

using Kind = Change::Kind;
using Row = std::vector<std::uint32_t>;
constexpr std::uint32_t kCell = 0xFFFFFFU;

std::vector<pugi::xml_node> rows_of(pugi::xml_node table) {
    std::vector<pugi::xml_node> rows;
    for (const auto row : table.children("a:tr")) rows.push_back(row);
    return rows;
}
std::vector<pugi::xml_node> cells_of(pugi::xml_node row) {
    std::vector<pugi::xml_node> cells;
    for (const auto cell : row.children("a:tc")) cells.push_back(cell);
    return cells;
}
std::string words_in(pugi::xml_node cell) {
    return text_of(cell.child("a:txBody"));
}
std::vector<Row> hashes_of(pugi::xml_node table) {
    std::vector<Row> rows;
    for (const auto row : rows_of(table)) {
        auto& cells = rows.emplace_back();
        for (const auto cell : cells_of(row)) cells.push_back(hash_of(words_in(cell)) & kCell);
    }
    return rows;
}
std::size_t columns_in(const std::vector<Row>& rows) {
    std::size_t columns = 0;
    for (const auto& row : rows) columns = std::max(columns, row.size());
    return columns;
}

/// How alike two rows are: their first cells name them.
double likeness(const Row& a, const Row& b) {
    if (a.empty() || b.empty()) return 0;
    std::size_t same = 0;
    for (std::size_t i = 1; i < a.size() && i < b.size(); ++i) same += a[i] == b[i] ? 1 : 0;
    const auto others = std::max<std::size_t>(std::max(a.size(), b.size()) - 1, 1);
    const double share = static_cast<double>(same) / static_cast<double>(others);
    static const auto kEmpty = hash_of("") & kCell;
    const bool named = a[0] == b[0] && a[0] != kEmpty;
    return (named ? 1 : 0) + (named || share >= 0.5 ? share : 0);
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Aligned rows; between two aligned ones equally many others are paired in order.
Pairs paired(const std::vector<Row>& a, const std::vector<Row>& b) {
    auto pairs = aligned(a.size(), b.size(), [&](std::size_t i, std::size_t j) { return likeness(a[i], b[j]); });
    Pairs all;
    std::size_t i = 0, j = 0;
    pairs.emplace_back(a.size(), b.size());
    for (const auto& [next_i, next_j] : pairs) {
        if (next_i - i == next_j - j)
            for (; i < next_i; ++i, ++j) all.emplace_back(i, j);
        if (next_i < a.size()) all.emplace_back(next_i, next_j);
        i = next_i + 1, j = next_j + 1;
    }
    return all;
}

std::vector<Row> turned(const std::vector<Row>& rows) {
    std::vector<Row> columns(columns_in(rows));
    for (const auto& row : rows)
        for (std::size_t c = 0; c < columns.size(); ++c) columns[c].push_back(c < row.size() ? row[c] : 0);
    return columns;
}

/// Gives the cell the other one's fill.
void take_tint(pugi::xml_node cell, pugi::xml_node fresh) {
    auto properties = cell.child("a:tcPr");
    const auto wanted = fresh.child("a:tcPr");
    if (!properties || !wanted) return;
    pugi::xml_node last;  // lines stand before the fill
    std::vector<pugi::xml_node> old;
    for (const auto child : properties.children()) {
        const std::string_view name = child.name();
        if (name.starts_with("a:ln") || name == "a:cell3D") last = child;
        if (name.ends_with("Fill")) old.push_back(child);
    }
    for (const auto child : old) properties.remove_child(child);
    for (const auto child : wanted.children())
        if (std::string_view(child.name()).ends_with("Fill"))
            last = last ? properties.insert_copy_after(child, last) : properties.prepend_copy(child);
}

class TableEdit {
  public:
    TableEdit(pugi::xml_node table, ShapeRecord& written, const TableSide& fresh, Adoption& adoption)
        : table_(table),
          written_(written),
          fresh_(fresh),
          adoption_(adoption),
          rows_(rows_of(table)),
          now_(hashes_of(table)),
          fresh_rows_(rows_of(fresh.table)) {}

    std::vector<Change> run() {
        const auto columns = columns_in(written_.cells);
        if (columns != columns_in(fresh_.entry.cells)) return with_other_columns();
        map_columns(columns);
        std::map<std::size_t, std::size_t> place, later;  // of rows as written: in the deck, in the new build
        for (const auto& [i, j] : paired(written_.cells, now_in_written_columns(columns))) place[i] = j;
        for (const auto& [i, j] : paired(written_.cells, fresh_.entry.cells)) later[i] = j;
        std::map<std::size_t, std::size_t> row_of_fresh;
        std::vector<Row> record(fresh_.entry.cells.size());
        for (std::size_t i = 0; i < written_.cells.size(); ++i) {
            const auto next = later.find(i);
            const auto here = place.find(i);
            if (next == later.end()) {
                if (here != place.end()) drop(i, here->second);
                continue;
            }
            record[next->second] = fresh_.entry.cells[next->second];
            if (here == place.end()) {
                // The person has removed the row: it does not come back.
                record[next->second] = written_.cells[i];
                continue;
            }
            row_of_fresh[next->second] = here->second;
            update(i, here->second, next->second, record[next->second]);
        }
        std::map<std::size_t, bool> known;
        for (const auto& [i, j] : later) known[j] = true;
        for (std::size_t j = 0; j < fresh_rows_.size(); ++j) {
            if (known[j]) continue;
            insert(j, row_of_fresh);
            record[j] = fresh_.entry.cells[j];
        }
        for (const auto i : dropped_) table_.remove_child(rows_[i]);
        written_.cells = std::move(record);
        return std::move(changes_);
    }

  private:
    /// The table of the deck cut to the columns as they were written.
    std::vector<Row> now_in_written_columns(std::size_t columns) const {
        std::vector<Row> out;
        for (const auto& row : now_) {
            auto& cells = out.emplace_back(columns, 0);
            for (const auto& [c, at] : column_)
                if (at < row.size()) cells[c] = row[at];
        }
        return out;
    }

    void map_columns(std::size_t columns) {
        if (columns_in(now_) == columns) {
            for (std::size_t c = 0; c < columns; ++c) column_[c] = c;
            return;
        }
        const auto a = turned(written_.cells), b = turned(now_);
        const auto pairs = aligned(a.size(), b.size(), [&](std::size_t i, std::size_t j) {
            std::size_t same = 0;
            for (std::size_t r = 0; r < a[i].size(); ++r)
                same += std::find(b[j].begin(), b[j].end(), a[i][r]) != b[j].end() ? 1 : 0;
            return 2 * same > a[i].size() ? static_cast<double>(same) : 0.0;
        });
        for (const auto& [i, j] : pairs) column_[i] = j;
    }

    std::vector<Change> with_other_columns() {
        if (now_ != written_.cells) {
            change(Kind::left, {}, {}, {}, "its columns are others now, and cells of it were edited");
            return std::move(changes_);
        }
        auto copy = table_.parent().insert_copy_after(fresh_.table, table_);
        adoption_.adopt(copy);
        table_.parent().remove_child(table_);
        written_.cells = fresh_.entry.cells;
        change(Kind::updated, {}, {}, {}, "it has other columns now");
        return std::move(changes_);
    }

    std::string name_of(pugi::xml_node row, std::size_t column) const {
        const auto cells = cells_of(row);
        auto name = cells.empty() ? std::string() : words_in(cells[0]);
        if (column == 0) return name;
        std::string head;
        if (!fresh_rows_.empty())
            if (const auto heads = cells_of(fresh_rows_.front()); column < heads.size()) head = words_in(heads[column]);
        return head.empty() ? name : name.empty() ? head : name + " · " + head;
    }

    void update(std::size_t was, std::size_t at, std::size_t next, Row& record) {
        const auto cells = cells_of(rows_[at]), wanted = cells_of(fresh_rows_[next]);
        for (std::size_t c = 0; c < wanted.size() && c < written_.cells[was].size(); ++c) {
            const auto before = written_.cells[was][c], after = fresh_.entry.cells[next][c];
            const auto here = column_.find(c);
            if (fresh_.tints && here != column_.end() && here->second < cells.size())
                take_tint(cells[here->second], wanted[c]);
            if (before == after) continue;
            if (here == column_.end() || here->second >= cells.size()) continue;  // the column was removed by hand
            auto cell = cells[here->second];
            const auto text = words_in(cell);
            const bool edited = (hash_of(text) & kCell) != before;
            if (edited && (hash_of(text) & kCell) == after) continue;
            if (edited) {
                record[c] = before;  // so that it is still known as edited
                change(Kind::left, name_of(fresh_rows_[next], c), text, words_in(wanted[c]), "the cell was edited");
                continue;
            }
            set_text(cell.child("a:txBody"), wanted[c].child("a:txBody"), adoption_);
            change(Kind::updated, name_of(fresh_rows_[next], c), text, words_in(wanted[c]));
        }
    }

    /// A row that the briefing has no more.
    void drop(std::size_t was, std::size_t at) {
        bool edited = false;
        for (std::size_t c = 0; c < written_.cells[was].size(); ++c) {
            const auto here = column_.find(c);
            if (here != column_.end() && here->second < now_[at].size())
                edited = edited || now_[at][here->second] != written_.cells[was][c];
        }
        const auto name = name_of(rows_[at], 0);
        if (edited) return change(Kind::left, name, name, {}, "the briefing has no such row now, and it was edited");
        dropped_.push_back(at);
        change(Kind::updated, name, name, {}, "the row is no more");
    }

    /// A row of the new build, below the one that it follows there, in the look of that.
    void insert(std::size_t next, std::map<std::size_t, std::size_t>& row_of_fresh) {
        pugi::xml_node previous;
        for (auto j = next; j-- > 0 && !previous;) {
            if (const auto inserted = inserted_.find(j); inserted != inserted_.end())
                previous = inserted->second;
            else if (const auto at = row_of_fresh.find(j); at != row_of_fresh.end())
                previous = rows_[at->second];
        }
        const auto like = !previous ? fresh_rows_[next] : previous;
        auto copy = !previous ? table_.insert_copy_before(like, table_.child("a:tr"))
                              : table_.insert_copy_after(like, previous);
        if (!previous) adoption_.adopt(copy);
        const auto cells = cells_of(copy), wanted = cells_of(fresh_rows_[next]);
        for (const auto& [c, at] : column_)
            if (at < cells.size() && c < wanted.size() && previous) {
                if (fresh_.tints) take_tint(cells[at], wanted[c]);
                set_text(cells[at].child("a:txBody"), wanted[c].child("a:txBody"), adoption_);
            }
        inserted_[next] = copy;
        change(Kind::updated, name_of(fresh_rows_[next], 0), {}, name_of(fresh_rows_[next], 0), "the row is new");
    }

    void change(Kind kind, std::string name, std::string before, std::string after, std::string why = {}) {
        Change one;
        one.kind = kind;
        one.name = std::move(name);
        one.before = std::move(before), one.after = std::move(after);
        one.why = std::move(why);
        changes_.push_back(std::move(one));
    }

    pugi::xml_node table_;
    ShapeRecord& written_;
    const TableSide& fresh_;
    Adoption& adoption_;
    std::vector<pugi::xml_node> rows_;
    std::vector<Row> now_;
    std::vector<pugi::xml_node> fresh_rows_;
    std::map<std::size_t, std::size_t> column_;       // of the written table: in the deck
    std::map<std::size_t, pugi::xml_node> inserted_;  // by the row of the new build
    std::vector<std::size_t> dropped_;                // rows of the deck
    std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> refresh_table(pugi::xml_node table, ShapeRecord& written, const TableSide& fresh,
                                  Adoption& adoption) {
    return TableEdit(table, written, fresh, adoption).run();
}

}  // namespace precis::deck
