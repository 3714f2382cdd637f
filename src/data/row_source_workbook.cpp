// Workbooks (.xlsx): one sheet, or a range of it, as rows. Values are those that the file stores: formulas have the
// results of the last save, dates are serial numbers whose cell format shows a date; other number formats are ignored.
// Source: ECMA-376, part 1, 18 (SpreadsheetML); 18.17.4.1 for serial dates, 18.8.30 for number formats.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string_view>

#include "base/ascii.h"
#include "base/calendar.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "data/codes.h"
#include "data/row_source.h"
#include "data/words.h"
#include "diag/codes.h"
#include "zip/archive.h"

namespace precis::data {
namespace {

struct Corner {
    std::size_t column = 0, row = 0;  // from 1; 0: no limit
};
struct Range {
    Corner from{1, 1}, to{};
};

// The largest sheet of Excel has 16,384 columns (XFD); the bound on rows only keeps the number small.
constexpr std::size_t kMostColumns = 16384, kMostRows = 10'000'000;
constexpr std::size_t kMostFaults = 20;  // of one file

/// The corner that `B3` or `$B$3` names; nullopt for anything else.
std::optional<Corner> corner_of(std::string_view text) {
    Corner corner;
    std::size_t at = 0;
    const auto skip_dollar = [&] { at += at < text.size() && text[at] == '$' ? 1 : 0; };
    skip_dollar();
    for (; at < text.size() && base::is_upper(text[at]); ++at)
        corner.column = corner.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    skip_dollar();
    for (; at < text.size() && base::is_digit(text[at]) && corner.row < kMostRows; ++at)
        corner.row = corner.row * 10 + static_cast<std::size_t>(text[at] - '0');
    if (at != text.size() || corner.column == 0 || corner.row == 0 || corner.column > kMostColumns) return std::nullopt;
    return corner;
}

std::optional<Range> range_of(std::string_view text) {
    const auto colon = text.find(':');
    const auto from = corner_of(text.substr(0, colon));
    const auto to = colon == std::string_view::npos ? from : corner_of(text.substr(colon + 1));
    if (!from || !to || to->column < from->column || to->row < from->row) return std::nullopt;
    return Range{*from, *to};
}

/// A column's letters: 1 gives A, 27 gives AA.
std::string letters(std::size_t column) {
    std::string out;
    for (; column > 0; column = (column - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

/// The date of a serial number: "2026-04-20". Serial 60 is 1900-02-29, a day that does not exist, so that the numbers
/// before it are off by one.
std::string date_of_serial(double serial, bool from_1904) {
    constexpr long long kFrom1900To1904 = 1462, kSerialOf1970 = 25569, kPhantomDay = 60;
    auto days = static_cast<long long>(std::floor(serial)) + (from_1904 ? kFrom1900To1904 : 0);
    if (days < kPhantomDay) ++days;
    const auto date = base::date_of_day(days - kSerialOf1970);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// Whether a number format shows a date: its code has a `d` or `y` outside quotes, brackets and escapes.
bool shows_date(std::string_view code) {
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (code[i] == '[') {
            i = std::min(code.find(']', i), code.size());
        } else if (code[i] == '\\' || code[i] == '_') {
            ++i;
        } else if (code[i] == 'y' || code[i] == 'd' || code[i] == 'Y' || code[i] == 'D') {
            return true;
        }
    }
    return false;
}

/// The text of a shared or inline string: all of its runs without phonetic hints.
std::string text_of(const pugi::xml_node& node) {
    std::string text = node.child("t").text().get();
    for (const auto& run : node.children("r")) text += run.child("t").text().get();
    return text;
}

struct Book {
    std::vector<std::string> shared;  // the strings that cells refer to by index
    std::vector<bool> date_style;     // [index of a cell format]: it shows a date
    bool from_1904 = false;           // serial dates count from 1904 instead of 1900
};

struct SheetRow {
    std::size_t number = 0;          // in the sheet, from 1
    std::vector<std::string> cells;  // those inside the range
};

class WorkbookRows : public RowSource {
  public:
    WorkbookRows(std::vector<SheetRow> rows, std::size_t first_column)
        : rows_(std::move(rows)), first_column_(first_column) {}

    Step next() override {
        if (at_ == rows_.size()) return Step::end;
        cells_.clear();
        for (const auto& text : rows_[at_].cells) cells_.push_back({text, 0, 0});
        ++at_;
        return Step::row;
    }
    const std::vector<CsvCell>& cells() const override { return cells_; }
    const CsvFault& fault() const override { return fault_; }
    std::string place(std::size_t cell) const override {
        return "cell " + letters(first_column_ + cell) + std::to_string(row_number());
    }
    std::size_t row_number() const override { return at_ > 0 ? rows_[at_ - 1].number : 0; }

  private:
    std::vector<SheetRow> rows_;
    std::size_t first_column_;
    std::vector<CsvCell> cells_;
    CsvFault fault_;
    std::size_t at_ = 0;
};

class WorkbookReader {
  public:
    WorkbookReader(const TableRecord& table, const std::string& shown, diag::Diagnostics& diagnostics)
        : table_(table), shown_(shown), diagnostics_(diagnostics) {}

    std::unique_ptr<RowSource> read() {
        std::string why;
        zip_ = zip::Archive::open(table_.file, why);
        if (!zip_) return refuse(base::quoted(shown_) + " cannot be read: " + why, "save it as .xlsx again");
        pugi::xml_document book, relations;
        if (!parse("xl/workbook.xml", book) || !parse("xl/_rels/workbook.xml.rels", relations))
            return refuse(base::quoted(shown_) + " is not a workbook: its list of sheets is missing",
                          "save it as .xlsx again");
        book_.from_1904 = book.child("workbook").child("workbookPr").attribute("date1904").as_bool();
        std::string sheet;
        Range range;
        if (!choose(book, sheet, range)) return nullptr;
        read_shared();
        read_styles();
        const auto part = part_of(book, relations, sheet);
        pugi::xml_document cells;
        if (part.empty() || !parse(part, cells))
            return refuse("the sheet " + base::quoted(sheet) + " of " + base::quoted(shown_) + " cannot be read",
                          "save the workbook again");
        auto rows = rows_of(cells, range);
        if (diag::has_errors(diagnostics_)) return nullptr;
        return std::make_unique<WorkbookRows>(std::move(rows), range.from.column);
    }

  private:
    std::unique_ptr<RowSource> refuse(std::string message, std::string remedy) {
        diagnostics_.push_back(
            diag::error(diag::code::file_unreadable, table_.span, std::move(message), std::move(remedy)));
        return nullptr;
    }

    bool parse(const std::string& name, pugi::xml_document& out) {
        const auto bytes = zip_->part(name);
        return bytes && out.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata);
    }

    /// Sets the sheet and the range that the table names; false after an error.
    bool choose(const pugi::xml_document& book, std::string& sheet, Range& range) {
        std::vector<std::string> sheets;
        for (const auto& entry : book.child("workbook").child("sheets").children("sheet"))
            sheets.push_back(entry.attribute("name").value());
        auto wanted = table_.sheet;
        for (const auto& name : book.child("workbook").child("definedNames").children("definedName")) {
            if (!wanted.empty() && name.attribute("name").value() == wanted) wanted = name.text().get();
        }
        const auto mark = wanted.rfind('!');
        sheet = wanted.substr(0, mark);
        if (sheet.size() > 1 && sheet.front() == '\'' && sheet.back() == '\'')
            sheet = sheet.substr(1, sheet.size() - 2);
        if (mark != std::string::npos) {
            const auto cells = range_of(std::string_view(wanted).substr(mark + 1));
            if (!cells) {
                diagnostics_.push_back(diag::error(diag::code::bad_value, table_.span,
                                                   base::quoted(wanted.substr(mark + 1)) + " is not a range of cells",
                                                   "write “sheet: " + sheet + "!B3:F20”"));
                return false;
            }
            range = *cells;
        }
        if (sheet.empty() && sheets.size() == 1) sheet = sheets.front();
        if (sheet.empty()) sheet = table_.name;
        if (std::find(sheets.begin(), sheets.end(), sheet) != sheets.end()) return true;
        diagnostics_.push_back(diag::error(diag::code::unknown_name, table_.span,
                                           base::quoted(shown_) + " has no sheet " + base::quoted(sheet),
                                           meant(sheet, sheets)));
        return false;
    }

    static std::string part_of(const pugi::xml_document& book, const pugi::xml_document& relations,
                               const std::string& sheet) {
        for (const auto& entry : book.child("workbook").child("sheets").children("sheet")) {
            if (entry.attribute("name").value() != sheet) continue;
            for (const auto& relation : relations.child("Relationships").children("Relationship")) {
                if (std::string_view(relation.attribute("Id").value()) != entry.attribute("r:id").value()) continue;
                const std::string target = relation.attribute("Target").value();
                return target.rfind('/', 0) == 0 ? target.substr(1) : "xl/" + target;
            }
        }
        return {};
    }

    void read_shared() {
        pugi::xml_document document;
        if (!parse("xl/sharedStrings.xml", document)) return;
        for (const auto& item : document.child("sst").children("si")) book_.shared.push_back(text_of(item));
    }

    void read_styles() {
        pugi::xml_document document;
        if (!parse("xl/styles.xml", document)) return;
        const auto styles = document.child("styleSheet");
        std::set<int> dates{14, 15, 16, 17, 22};  // built-in formats of dates
        for (const auto& format : styles.child("numFmts").children("numFmt")) {
            if (shows_date(format.attribute("formatCode").value())) dates.insert(format.attribute("numFmtId").as_int());
        }
        for (const auto& format : styles.child("cellXfs").children("xf"))
            book_.date_style.push_back(dates.count(format.attribute("numFmtId").as_int()) > 0);
    }

    std::string value_of(const pugi::xml_node& cell, const std::string& where) {
        const std::string_view type = cell.attribute("t").value();
        std::string raw = cell.child("v").text().get();
        if (type == "inlineStr") return text_of(cell.child("is"));
        if (type == "s") {
            const auto index = base::parse_integer(raw);
            const bool known = index && *index >= 0 && static_cast<std::size_t>(*index) < book_.shared.size();
            return known ? book_.shared[static_cast<std::size_t>(*index)] : std::string();
        }
        if (type == "b") return raw == "1" ? "yes" : "no";
        if (type == "e") return fault("cell " + where + " has the error " + raw, "correct the formula");
        if (type == "str") return raw;
        if (raw.empty() && cell.child("f")) {
            return fault("the formula of cell " + where + " has no result in the file",
                         "open the workbook in a spreadsheet program and save it");
        }
        const auto number = base::parse_number(raw);
        if (!number) return raw;
        const auto style = static_cast<std::size_t>(cell.attribute("s").as_uint());
        const bool date = style < book_.date_style.size() && book_.date_style[style];
        return date ? date_of_serial(*number, book_.from_1904) : base::shortest(*number);
    }

    std::string fault(std::string message, std::string remedy) {
        if (diagnostics_.size() < kMostFaults)
            diagnostics_.push_back(diag::error(code::cell_type, table_.span,
                                               std::move(message) + " of " + base::quoted(shown_), std::move(remedy)));
        return {};
    }

    std::vector<SheetRow> rows_of(const pugi::xml_document& document, Range& range) {
        std::vector<SheetRow> rows;
        std::size_t next_row = 0, width = 0;
        for (const auto& row : document.child("worksheet").child("sheetData").children("row")) {
            next_row = row.attribute("r") ? row.attribute("r").as_uint() : next_row + 1;
            if (next_row < range.from.row || (range.to.row > 0 && next_row > range.to.row)) continue;
            SheetRow out{next_row, {}};
            bool filled = false;
            std::size_t column = 0;
            for (const auto& cell : row.children("c")) {
                const auto corner = corner_of(cell.attribute("r").value());
                column = corner ? corner->column : column + 1;
                if (column < range.from.column || (range.to.column > 0 && column > range.to.column)) continue;
                auto value = value_of(cell, letters(column) + std::to_string(next_row));
                const auto at = column - range.from.column;
                if (value.empty() || at >= kMostColumns) continue;
                if (out.cells.size() <= at) out.cells.resize(at + 1);
                out.cells[at] = std::move(value);
                filled = true;
            }
            if (!filled) continue;
            if (rows.empty()) width = range.to.column > 0 ? range.to.column - range.from.column + 1 : out.cells.size();
            // The file does not store blank cells at the end of a row.
            if (out.cells.size() < width) out.cells.resize(width);
            rows.push_back(std::move(out));
        }
        return rows;
    }

    const TableRecord& table_;
    const std::string& shown_;
    diag::Diagnostics& diagnostics_;
    std::unique_ptr<zip::Archive> zip_;
    Book book_;
};

}  // namespace

std::unique_ptr<RowSource> open_workbook_rows(const TableRecord& table, const std::string& shown,
                                              diag::Diagnostics& diagnostics) {
    diag::Diagnostics faults;
    auto rows = WorkbookReader(table, shown, faults).read();
    const bool good = !diag::has_errors(faults);
    diag::append(diagnostics, std::move(faults));
    return good ? std::move(rows) : nullptr;
}

}  // namespace precis::data
