// Rows of a sheet as texts. What a number format shows is read by the type of the cell's column: a percentage is 68 in
// a column of percentages, a date without its day a month in a column of months. A cell that is merged over rows stands
// in each of them that holds something itself; over columns, in the first.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>

#include "base/calendar.h"
#include "base/limits.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "data/cells/notation_keys.h"
#include "data/cells/number_notation.h"
#include "data/files/header.h"
#include "data/files/row_source.h"
#include "data/files/sheet_choice.h"
#include "data/files/sheet_end.h"
#include "data/files/sheet_header.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr int kHundredfoldDecimals = 12;   // digits after the twelfth come from the multiplication
constexpr std::size_t kMostNamed = 5;      // rows or columns in a note
constexpr std::size_t kMostGroupRows = 3;  // above the header row

std::string clock_text(int second) {
    auto text = fmt::format("{:02}:{:02}", second / 3600, second / 60 % 60);
    if (second % 60 != 0) text += fmt::format(":{:02}", second % 60);
    return text;
}

std::string day_text(long long day) {
    const auto date = base::date_of_day(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

bool is_numeric(Type type) {
    return type == Type::integer || type == Type::number || type == Type::percent || type == Type::currency;
}

class WorkbookRows : public RowSource {
  public:
    WorkbookRows(std::unique_ptr<Workbook> book, std::unique_ptr<Sheet> sheet, const TableRecord& table,
                 SheetChoice choice, std::string sheet_name)
        : book_(std::move(book)),
          sheet_(std::move(sheet)),
          table_(table),
          range_(choice.range),
          sheet_name_(std::move(sheet_name)) {}

    Step next() override {
        if (!begun_ && !look_ahead()) return Step::fault;
        while (next_row()) {
            if (range_.to.row > 0 && row_.number > range_.to.row) return end();
            if (!take()) continue;
            number_ = row_.number;
            if (row_.hidden) hidden_rows_.push_back(number_);
            for (const auto& cell : cells_) text_bytes_ += static_cast<std::int64_t>(cell.text.size());
            if (text_bytes_ > base::limit(base::Limit::workbook_bytes)) return too_large();
            return cells_.size() > width_ ? too_wide() : Step::row;
        }
        return end();
    }
    const std::vector<CsvCell>& cells() const override { return cells_; }
    const CsvFault& fault() const override { return fault_; }
    std::string place(std::size_t cell) const override {
        return "cell " + letters(range_.from.column + cell) + std::to_string(number_);
    }
    std::size_t row_number() const override { return number_; }
    std::string range(std::size_t first, std::size_t last) const override {
        if (range_.to.row > 0) return {};
        return sheet_text(sheet_name_) + "!" + letters(range_.from.column) + std::to_string(first) + ":" +
               letters(range_.from.column + width_ - 1) + (last > 0 ? std::to_string(last) : "");
    }
    bool has_looks() const override { return true; }
    NumberLook look(std::size_t cell) const override {
        const auto* origin = cell < origins_.size() ? origins_[cell] : nullptr;
        if (origin == nullptr || origin->kind != SheetCell::Kind::number || origin->format == nullptr) return {};
        const auto& format = *origin->format;
        return {format.kind == NumberFormat::Kind::percent, false, format.currency, format.decimals};
    }
    const CellFault* cell_fault(std::size_t cell) const override {
        const auto found =
            std::find_if(faults_.begin(), faults_.end(), [&](const auto& fault) { return fault.first == cell; });
        return found == faults_.end() ? nullptr : &found->second;
    }
    bool has_cell_faults() const override { return !faults_.empty(); }
    std::vector<std::string> notes() const override;
    std::optional<RowDoubt> doubt() const override {
        return range_.to.row == 0 ? end_.doubt() : std::nullopt;  // a range that ends has no notes below it
    }

  private:
    /// What the cells of one column become.
    struct Role {
        const Column* column = nullptr;  // nullptr: not declared, or not yet guessed
        bool names_rows = true;          // a merged number stands in all of its rows without being counted twice
        bool hundredfold = false;        // percentages are multiplied
        bool fills = false, loses_clock = false;
    };
    /// A cell that is merged over rows that follow.
    struct Merged {
        SheetCell cell;
        std::string text;
        std::size_t first_row = 0, last_row = 0;
        bool in_data = false;  // it begins in a row of the table
    };

    bool look_ahead();
    bool next_row();
    void leave_range(SheetRow& row) const;
    bool take();
    bool has_declared_columns(const SheetRow& row) const;
    std::size_t last_of_header() const;
    void name_by_groups();
    void place_cell(std::size_t at, const SheetCell& cell, std::size_t from_row);
    void fill_merged(bool header);
    void keep_merged(bool in_data);
    void set_roles();
    static std::string text_of(const SheetCell& cell, Role& role);
    static std::string moment_text(const SheetCell& cell, Role& role);
    void add_fault(std::size_t at, const SheetCell& cell);
    Step too_wide();
    Step too_large();
    Step end();
    bool is_left_out(std::size_t row) const {
        return row < std::max(range_.from.row, table_.header_row) ||
               std::any_of(table_.left_out.begin(), table_.left_out.end(),
                           [&](const LineRange& lines) { return row >= lines.first && row <= lines.last; });
    }

    std::unique_ptr<Workbook> book_;  // owns what the sheet reads from
    std::unique_ptr<Sheet> sheet_;
    const TableRecord& table_;
    Range range_;
    std::string sheet_name_;
    bool begun_ = false;
    std::int64_t text_bytes_ = 0;  // of all cells so far
    std::deque<HeldRow> held_;     // the first rows, which were looked at before they are read
    std::size_t at_held_ = 0;
    std::deque<HeldRow> above_;  // the rows above the header row
    SheetRow row_;
    std::size_t number_ = 0, width_ = 0;
    SheetEnd end_;
    std::vector<CsvCell> cells_;
    std::deque<std::string> texts_;          // of one row
    std::vector<const SheetCell*> origins_;  // of each cell; nullptr: it is empty
    std::vector<std::pair<std::size_t, CellFault>> faults_;
    std::deque<Merged> merged_;
    std::vector<Role> roles_;
    std::vector<std::size_t> hidden_rows_;
    CsvFault fault_;
};

bool WorkbookRows::next_row() {
    if (at_held_ == held_.size()) {
        held_.clear();
        at_held_ = 0;
        return sheet_->next(row_);
    }
    row_ = held_[at_held_++].row();
    return true;
}

/// Leaves the cells of the table's columns that hold more than blanks.
void WorkbookRows::leave_range(SheetRow& row) const {
    std::erase_if(row.cells, [&](const SheetCell& cell) {
        const bool is_blank =
            table_.notation.trim && cell.kind == SheetCell::Kind::text && without_blanks(cell.text).empty();
        return is_blank || cell.column < range_.from.column || (range_.to.column > 0 && cell.column > range_.to.column);
    });
}

/// Looks at the first rows for the one that names the columns; false after a fault.
bool WorkbookRows::look_ahead() {
    begun_ = true;
    std::vector<SheetRow> rows;
    while (held_.size() < kRowsOfHeader && sheet_->next(row_)) {
        const auto& row = rows.emplace_back(held_.emplace_back(row_).row());
        leave_range(rows.back());
        const bool is_below = range_.to.row > 0 && row.number > range_.to.row;
        if (row.cells.empty() || is_left_out(row.number) || is_below) rows.pop_back();
    }
    if (table_.header_row > 0 || rows.empty()) return true;
    const auto doubt = doubt_about_header(rows);
    if (!doubt || has_declared_columns(rows.front())) return true;
    fault_ = {code::csv_syntax, doubt->message,
              "write “header-row: " + std::to_string(doubt->row) + "” in the table " + base::quoted(table_.name), 0, 0};
    return false;
}

/// Whether the row names every column that the table declares.
bool WorkbookRows::has_declared_columns(const SheetRow& row) const {
    if (table_.columns.empty()) return false;
    std::vector<std::string> names;
    Role role;
    for (const auto& cell : row.cells) names.push_back(text_of(cell, role));
    const auto found = columns_of_header(names, table_.columns);
    const auto count = found.size() - static_cast<std::size_t>(std::count(found.begin(), found.end(), kNoColumn));
    return count == table_.columns.size();
}

/// The last column that the header row names, also by cells above it.
std::size_t WorkbookRows::last_of_header() const {
    auto last = row_.cells.back().column;
    for (const auto& merged : merged_) {
        if (merged.last_row >= row_.number) last = std::max(last, merged.cell.column);
    }
    if (above_.empty() || !names_groups(above_.back().row(), row_, last)) return last;
    const auto& word = above_.back().row().cells.back();
    return word.columns == 1 ? std::max(last, word.column) : last;
}

/// Puts the words of groups in front of the names below them: "2024 Q1".
void WorkbookRows::name_by_groups() {
    auto last = row_.cells.back().column;
    for (const auto& held : above_) {
        for (const auto& cell : held.row().cells) last = std::max(last, cell.column + cell.columns - 1);
    }
    const auto* lower = &row_;
    for (auto upper = above_.rbegin(); upper != above_.rend() && names_groups(upper->row(), *lower, last); ++upper) {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto* word = group_above(upper->row(), *lower, range_.from.column + i);
            // A cell that is merged down to the header row is the name itself.
            if (word == nullptr || upper->row().number + word->rows > row_.number) continue;
            const auto text = text_of(*word, roles_[i]);
            const auto name = without_blanks(cells_[i].text);
            texts_.push_back(name.empty() ? text : text + " " + std::string(name));
            cells_[i].text = texts_.back();
        }
        lower = &upper->row();
    }
}

/// Makes the cells of the row that was read; false if it is no row of the table.
bool WorkbookRows::take() {
    leave_range(row_);
    if (row_.cells.empty()) return false;
    if (is_left_out(row_.number)) {
        keep_merged(false);
        if (row_.number >= range_.from.row && row_.number < table_.header_row) above_.emplace_back(row_);
        if (above_.size() > kMostGroupRows) above_.pop_front();
        return false;
    }
    const bool header = width_ == 0;
    cells_.clear();
    texts_.clear();
    faults_.clear();
    auto count = (header ? last_of_header() : row_.cells.back().column) - range_.from.column + 1;
    if (header) width_ = range_.to.column > 0 ? range_.to.column - range_.from.column + 1 : count;
    count = std::max(count, width_);  // the file does not store blank cells at the end of a row
    cells_.resize(count);
    origins_.assign(count, nullptr);
    if (header) roles_.assign(count, {});
    if (roles_.size() < count) roles_.resize(count);
    for (const auto& cell : row_.cells) place_cell(cell.column - range_.from.column, cell, row_.number);
    fill_merged(header);
    if (header) {
        name_by_groups();
        width_ = cells_.size();
        set_roles();
    } else {
        const auto filled =
            origins_.size() - static_cast<std::size_t>(std::count(origins_.begin(), origins_.end(), nullptr));
        end_.see(row_, filled, width_);
    }
    keep_merged(!header);
    return true;
}

void WorkbookRows::place_cell(std::size_t at, const SheetCell& cell, std::size_t from_row) {
    origins_[at] = &cell;
    texts_.push_back(text_of(cell, roles_[at]));
    cells_[at].text = texts_.back();
    if (from_row == row_.number) add_fault(at, cell);
}

/// Fills the cells that are covered by a cell above: in the header row one above the table, below one of the table.
void WorkbookRows::fill_merged(bool header) {
    std::erase_if(merged_, [&](const Merged& merged) { return merged.last_row < row_.number; });
    for (auto& merged : merged_) {
        if (merged.in_data == header) continue;
        const auto at = merged.cell.column - range_.from.column;
        if (at >= cells_.size() || origins_[at] != nullptr) continue;
        merged.cell.text = merged.text;
        place_cell(at, merged.cell, merged.first_row);
        roles_[at].fills = true;
        const auto& role = roles_[at];
        if (merged.cell.kind != SheetCell::Kind::number || role.names_rows) continue;
        const auto first = letters(merged.cell.column) + std::to_string(merged.first_row);
        faults_.emplace_back(
            at, CellFault{"is merged with cell " + first + ", whose number " + std::string(cells_[at].text) +
                              " would count again",
                          "undo the merging in the workbook and write a number in each row; if the number names the "
                          "rows, " +
                              declare_column(table_, role.column->name + ": text")});
    }
}

void WorkbookRows::keep_merged(bool in_data) {
    for (const auto& cell : row_.cells) {
        if (cell.rows > 1)
            merged_.push_back({cell, std::string(cell.text), row_.number, row_.number + cell.rows - 1, in_data});
    }
}

void WorkbookRows::set_roles() {
    const auto columns = columns_of_header(header_names(cells_), table_.columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] == kNoColumn) continue;
        const auto& column = table_.columns[columns[i]];
        auto& role = roles_[i];
        role.column = &column;
        const bool in_key = std::find(table_.key.begin(), table_.key.end(), column.name) != table_.key.end();
        role.names_rows = in_key || !is_numeric(column.type);
        role.hundredfold = column.scale == 1 &&
                           (column.type == Type::percent || (column.type == Type::number && column.unit == "percent"));
    }
}

std::string WorkbookRows::text_of(const SheetCell& cell, Role& role) {
    switch (cell.kind) {
        case SheetCell::Kind::text:
        case SheetCell::Kind::error:
            return std::string(cell.text);
        case SheetCell::Kind::boolean:
            return cell.number != 0 ? "yes" : "no";
        case SheetCell::Kind::moment:
            return moment_text(cell, role);
        case SheetCell::Kind::no_result:
            return {};
        case SheetCell::Kind::no_day:
            return "1900-02-29";
        case SheetCell::Kind::no_date:
            return std::string(cell.text);
        case SheetCell::Kind::number:
            break;
    }
    const bool percent = cell.format != nullptr && cell.format->kind == NumberFormat::Kind::percent;
    if (percent && role.hundredfold) return base::shortest(base::rounded(cell.number * 100, kHundredfoldDecimals));
    constexpr std::size_t kExactDigits = 15;
    const bool digits_alone = cell.text.size() <= kExactDigits && base::parse_integer(cell.text) && cell.text != "-0";
    return digits_alone ? std::string(cell.text) : base::shortest(cell.number);
}

std::string WorkbookRows::moment_text(const SheetCell& cell, Role& role) {
    const auto& shown = *cell.format;
    const auto* column = role.column;
    if (!shown.is_date()) {
        if (column != nullptr && is_numeric(column->type)) return base::shortest(cell.number);
        if (!shown.elapsed) return clock_text(cell.second);
        const auto seconds = static_cast<long long>(cell.number * 86'400 + 0.5);
        return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    const auto day = day_text(cell.day);
    if (column != nullptr && !column->guessed) {
        if (column->type == Type::month && !shown.day) return day.substr(0, 7);
        if (column->type == Type::year && !shown.day && !shown.month) return day.substr(0, 4);
        if (column->type == Type::text && shown.clock && cell.second != 0) return day + " " + clock_text(cell.second);
    }
    if (shown.clock && cell.second != 0) role.loses_clock = true;
    return day;
}

void WorkbookRows::add_fault(std::size_t at, const SheetCell& cell) {
    switch (cell.kind) {
        case SheetCell::Kind::error:
            faults_.emplace_back(at, CellFault{"has the error " + std::string(cell.text),
                                               "correct the formula, or write “missing: [" + yaml_text(cell.text) +
                                                   "]” in the table to read it as a missing value"});
            return;
        case SheetCell::Kind::no_result:
            faults_.emplace_back(at, CellFault{"has a formula without a result in the file",
                                               "open the workbook in a spreadsheet program and save it"});
            return;
        case SheetCell::Kind::no_day:
            faults_.emplace_back(at, CellFault{"holds 1900-02-29, a day that never was",
                                               "write the day before or after it in the workbook, or “missing: "
                                               "[1900-02-29]” in the table to read it as a missing value"});
            return;
        case SheetCell::Kind::no_date:
            faults_.emplace_back(at,
                                 CellFault{"has the form of a date and holds " + std::string(cell.text) +
                                               ", which is the number of no day from 1900 to 9999",
                                           "write a date in the workbook, or give the cell the form of a number; or "
                                           "write “missing: [" +
                                               yaml_text(cell.text) + "]” in the table to read it as a missing value"});
            return;
        default:
            return;
    }
}

/// The end of the table, or of what can be read of it.
RowSource::Step WorkbookRows::end() {
    const auto damage = sheet_->damage();
    if (damage.empty()) return Step::end;
    fault_ = {code::csv_syntax, damage, "open the workbook in a spreadsheet program and save it again", 0, 0};
    return Step::fault;
}

RowSource::Step WorkbookRows::too_large() {
    fault_ = {diag::code::file_too_large,
              fmt::format("row {} brings the texts of the sheet to more than {} bytes", number_,
                          base::limit(base::Limit::workbook_bytes)),
              "leave out columns with long texts, or save the sheet as CSV; else " +
                  base::how_to_raise(base::Limit::workbook_bytes, text_bytes_),
              0, 0};
    return Step::fault;
}

RowSource::Step WorkbookRows::too_wide() {
    const auto sheet = sheet_text(sheet_name_);
    const auto named = static_cast<std::size_t>(
        std::count_if(row_.cells.begin(), row_.cells.end(), [](const SheetCell& cell) { return cell.column > 0; }));
    auto remedy =
        "write “sheet: " +
        yaml_text(sheet + "!" + letters(range_.from.column) + ":" + letters(range_.from.column + width_ - 1)) +
        "” in the table to leave out what is beside it";
    if (width_ == 1 && named > 1) {
        remedy = "write “header-row: " + std::to_string(number_) +
                 "” in the table if the names of the columns are in that row; else name its range, as in “sheet: " +
                 yaml_text(sheet + "!B3:F20") + "”";
    }
    fault_ = {code::csv_syntax,
              "row " + std::to_string(number_) + " reaches to column " + letters(row_.cells.back().column) +
                  "; the header row has " + base::counted(width_, "column"),
              std::move(remedy), 0, 0};
    return Step::fault;
}

std::vector<std::string> WorkbookRows::notes() const {
    std::vector<std::string> notes, hidden, columns, filled, clocks;
    for (const auto row : hidden_rows_) {
        if (hidden.size() < kMostNamed) hidden.push_back(std::to_string(row));
    }
    if (hidden_rows_.size() > kMostNamed)
        hidden.push_back(std::to_string(hidden_rows_.size() - kMostNamed) + " others");
    for (std::size_t i = 0; i < roles_.size(); ++i) {
        const auto name = letters(range_.from.column + i);
        const auto shown = roles_[i].column != nullptr ? roles_[i].column->name : name;
        if (i < width_ && sheet_->is_hidden(range_.from.column + i)) columns.push_back(name);
        if (roles_[i].fills) filled.push_back(shown);
        if (roles_[i].loses_clock) clocks.push_back(shown);
    }
    if (!hidden.empty())
        notes.push_back((hidden_rows_.size() == 1 ? "the hidden row " : "the hidden rows ") + base::enumerated(hidden) +
                        " of the sheet " + (hidden_rows_.size() == 1 ? "is" : "are") + " read, too");
    if (!columns.empty())
        notes.push_back((columns.size() == 1 ? "the hidden column " : "the hidden columns ") +
                        base::enumerated(columns) + " of the sheet " + (columns.size() == 1 ? "is" : "are") +
                        " read, too");
    if (!filled.empty()) notes.push_back("merged cells stand in each of their rows: " + base::enumerated(filled));
    if (!clocks.empty())
        notes.push_back("times of day are left out; the type text keeps them: " + base::enumerated(clocks));
    return notes;
}

}  // namespace

std::unique_ptr<RowSource> open_workbook_rows(const TableRecord& table, const std::string& shown,
                                              diag::Diagnostics& diagnostics) {
    const auto refuse = [&](std::string message, std::string remedy) {
        diagnostics.push_back(
            diag::error(diag::code::file_unreadable, table.span, std::move(message), std::move(remedy)));
    };
    WorkbookFault fault;
    auto book = open_workbook(table.file, fault);
    if (!book) {
        refuse(base::quoted(shown) + " cannot be read: " + fault.message, std::move(fault.remedy));
        return nullptr;
    }
    const auto choice = choose_sheet(*book, table, shown, diagnostics);
    if (!choice) return nullptr;
    const auto name = book->sheets()[choice->sheet];
    auto sheet = book->open(choice->sheet);
    if (!sheet) {
        const auto exceeded = book->exceeded();
        const auto why = exceeded ? fault_of(*exceeded)
                                  : WorkbookFault{"it is damaged, or not a sheet of cells",
                                                  "open the workbook in a spreadsheet program and save it, or save the "
                                                  "sheet as CSV and name that file"};
        refuse("the sheet " + base::quoted(name) + " of " + base::quoted(shown) + " cannot be read: " + why.message,
               why.remedy);
        return nullptr;
    }
    return std::make_unique<WorkbookRows>(std::move(book), std::move(sheet), table, *choice, name);
}

}  // namespace precis::data
