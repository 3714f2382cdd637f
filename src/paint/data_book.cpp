// The first sheet lists the others; each has its title, a way back, and its rows under a head that stays in sight.
#include "paint/data_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <optional>
#include <set>

#include "base/calendar.h"
#include "base/utf8.h"
#include "diag/codes.h"
#include "paint/codes.h"
#include "paint/xlsx_library.h"

namespace precis::paint {
namespace {

constexpr std::size_t kMostRows = LXW_ROW_MAX, kMostColumns = LXW_COL_MAX;
constexpr std::size_t kLongestText = 32767;  // letters of a cell; Excel's limit
constexpr std::size_t kLongestTab = 31;      // letters; Excel's limit
constexpr lxw_row_t kBack = 2, kHead = 4;
constexpr double kNarrowest = 8, kWidest = 60;  // letters
constexpr std::size_t kRowsMeasured = 500;      // of a column, for its width
constexpr int kA4 = 9;                          // Excel's number of the paper
constexpr long long kFirstDay = 25569;          // of 1970-01-01, counted from 1899-12-30
constexpr std::time_t kUndated = 946684800;     // 2000-01-01: never the clock
constexpr long long kSecondsADay = 86400;
constexpr lxw_color_t kQuiet = 0x5D6B76, kLink = 0x065874;

/// Without signs that a sheet's name may not have, and no longer than it may be.
std::string valid_tab(const std::string& wanted) {
    std::string out;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < wanted.size();) {
        const auto end = std::min(i + base::sequence_length(wanted[i]), wanted.size());
        const bool wide = end - i == 4;  // two units of UTF-16, which Excel counts
        letters += wide ? 2 : 1;
        if (letters > kLongestTab) break;
        out +=
            std::string_view("[]:*?/\\'").find(wanted[i]) == std::string_view::npos ? wanted.substr(i, end - i) : " ";
        i = end;
    }
    return out.empty() ? "Sheet" : out;
}

/// Valid names, each once whatever its case.
std::vector<std::string> tabs_of(const DataBook& book) {
    std::vector<std::string> tabs{valid_tab(book.contents)};
    const auto folded = [](std::string text) {
        for (auto& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return text;
    };
    std::set<std::string> used{folded(tabs[0])};
    for (const auto& sheet : book.sheets) {
        auto tab = valid_tab(sheet.tab);
        for (int n = 2; !used.insert(folded(tab)).second; ++n) {
            const auto number = fmt::format(" {}", n);
            auto begin = sheet.tab;
            while (base::utf8_length(valid_tab(begin)) + number.size() > kLongestTab) do
                    begin.pop_back();
                while (!begin.empty() && base::is_continuation(begin.back()));
            tab = valid_tab(begin) + number;
        }
        tabs.push_back(std::move(tab));
    }
    return tabs;
}

/// The workbook's number of a day or of a month's first day.
std::optional<double> day_in_book(const std::string& iso) {
    const auto date = base::parse_date(iso);
    if (!date || date->month == 0 || date->year < 1900) return std::nullopt;
    return static_cast<double>(base::day_number(date->year, date->month, std::max(date->day, 1)) + kFirstDay);
}

class Writer {
  public:
    explicit Writer(const DataBook& book) : book_(book), tabs_(tabs_of(book)) {}

    diag::Result<std::string> run() {
        if (!xlsx_.loaded.complete())
            return diag::error(diag::code::format_not_available, {},
                               "workbooks need libxlsxwriter, which is not installed",
                               "install the Debian package libxlsxwriter4");
        if (auto fault = too_long()) return std::move(*fault);
        for (const auto& sheet : book_.sheets)
            if (sheet.rows.size() + sheet.notes.size() + kHead + 2 > kMostRows || sheet.columns.size() > kMostColumns)
                return diag::error(
                    code::not_painted, {},
                    fmt::format("“{}” has {} rows and {} columns; a sheet of a workbook has room for {} "
                                "and {}",
                                sheet.title, sheet.rows.size(), sheet.columns.size(), kMostRows, kMostColumns),
                    "show fewer rows, or remove xlsx from the formats");
        const MemoryFile file;
        workbook_ = xlsx_.workbook_new(file.path().c_str());
        if (workbook_) write();
        const bool written = workbook_ && xlsx_.workbook_close(workbook_) == LXW_NO_ERROR && !failed_;
        auto bytes = written ? file.bytes() : std::string();
        if (bytes.empty())
            return diag::error(code::not_painted, {}, "the workbook could not be written", "free memory and try again");
        return bytes;
    }

  private:
    /// A text that no cell holds.
    std::optional<diag::Diagnostic> too_long() const {
        for (const auto& sheet : book_.sheets)
            for (const auto& row : sheet.rows)
                for (const auto& cell : row.cells) {
                    const auto* text = std::get_if<std::string>(&cell);
                    if (text && base::utf8_length(*text) > kLongestText)
                        return diag::error(
                            code::not_painted, {},
                            fmt::format("“{}” has a text of {} letters; a cell of a workbook has room for {}",
                                        sheet.title, base::utf8_length(*text), kLongestText),
                            "shorten it, or remove xlsx from the formats");
                }
        return std::nullopt;
    }

    enum Look { plain, title, quiet, head, head_number, total, link };

    void write() {
        set_properties();
        write_contents();
        for (std::size_t i = 0; i < book_.sheets.size(); ++i) write_sheet(book_.sheets[i], tabs_[i + 1]);
    }

    void set_properties() {
        lxw_doc_properties properties{};
        auto book_title = book_.title, author = book_.author;  // the library copies them
        properties.title = book_title.data();
        properties.author = author.data();
        const auto date = base::parse_date(book_.date);
        properties.created =
            date && date->day > 0
                ? static_cast<std::time_t>(base::day_number(date->year, date->month, date->day) * kSecondsADay)
                : kUndated;
        xlsx_.workbook_set_properties(workbook_, &properties);
    }

    /// A format in that look, with a number format; each is made once.
    lxw_format* format(Look look, const std::string& numbers = {}) {
        auto& known = formats_[{look, numbers}];
        if (known) return known;
        known = xlsx_.workbook_add_format(workbook_);
        if (!known) return nullptr;
        if (!numbers.empty()) xlsx_.format_set_num_format(known, numbers.c_str());
        if (look == title) xlsx_.format_set_font_size(known, 14);
        if (look == title || look == head || look == head_number || look == total) xlsx_.format_set_bold(known);
        if (look == quiet) xlsx_.format_set_font_color(known, kQuiet);
        if (look == link) xlsx_.format_set_font_color(known, kLink);
        if (look == head || look == head_number) {
            xlsx_.format_set_bottom(known, LXW_BORDER_THIN);
            xlsx_.format_set_text_wrap(known);
            xlsx_.format_set_align(known, LXW_ALIGN_VERTICAL_BOTTOM);
        }
        if (look == head_number) xlsx_.format_set_align(known, LXW_ALIGN_RIGHT);
        return known;
    }

    void check(lxw_error error) { failed_ = failed_ || error != LXW_NO_ERROR; }

    lxw_worksheet* add_sheet(const std::string& tab) {
        auto* sheet = xlsx_.workbook_add_worksheet(workbook_, tab.c_str());
        failed_ = failed_ || !sheet;
        if (!sheet) return nullptr;
        xlsx_.worksheet_set_landscape(sheet);
        xlsx_.worksheet_set_paper(sheet, kA4);
        xlsx_.worksheet_fit_to_pages(sheet, 1, 0);
        if (book_.right_to_left) xlsx_.worksheet_right_to_left(sheet);
        return sheet;
    }

    void put(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text, Look look) {
        if (text.empty()) return;
        check(xlsx_.worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                           text.c_str(), format(look)));
    }

    /// Words that lead to a sheet.
    void put_way(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& tab,
                 const std::string& words) {
        const auto at = static_cast<lxw_row_t>(row);
        const auto col = static_cast<lxw_col_t>(column);
        check(xlsx_.worksheet_write_url(sheet, at, col, ("internal:'" + tab + "'!A1").c_str(), format(link)));
        check(xlsx_.worksheet_write_string(sheet, at, col, words.c_str(), format(link)));
    }

    void write_contents() {
        auto* sheet = add_sheet(tabs_[0]);
        if (!sheet) return;
        put(sheet, 0, 0, book_.title, title);
        std::size_t row = 1;
        for (const auto& line : book_.lines) put(sheet, row++, 0, line, quiet);
        row = std::max<std::size_t>(row + 1, kHead);
        for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
            put_way(sheet, row, 0, tabs_[i + 1], tabs_[i + 1]);
            put(sheet, row, 1, book_.sheets[i].title, plain);
            put(sheet, row++, 2, book_.sheets[i].subtitle, quiet);
        }
        xlsx_.worksheet_set_column(sheet, 0, 0, 16, nullptr);
        xlsx_.worksheet_set_column(sheet, 1, 2, kWidest, nullptr);
    }

    void write_sheet(const BookSheet& data, const std::string& tab) {
        auto* sheet = add_sheet(tab);
        if (!sheet) return;
        put(sheet, 0, 0, data.title, title);
        put(sheet, 1, 0, data.subtitle, quiet);
        put_way(sheet, kBack, 0, tabs_[0], "← " + tabs_[0]);
        for (std::size_t c = 0; c < data.columns.size(); ++c) write_column(sheet, data, c);
        const auto last = kHead + data.rows.size();
        if (!data.rows.empty() && !data.columns.empty())
            check(xlsx_.worksheet_autofilter(sheet, kHead, 0, static_cast<lxw_row_t>(last),
                                             static_cast<lxw_col_t>(data.columns.size() - 1)));
        xlsx_.worksheet_freeze_panes(sheet, kHead + 1, 0);
        check(xlsx_.worksheet_repeat_rows(sheet, kHead, kHead));
        auto row = last + 2;
        for (const auto& note : data.notes) put(sheet, row++, 0, note, quiet);
    }

    void write_column(lxw_worksheet* sheet, const BookSheet& data, std::size_t c) {
        const auto& column = data.columns[c];
        std::size_t longest = base::utf8_length(column.name), measured = 0;
        bool numbers = false;
        for (std::size_t r = 0; r < data.rows.size(); ++r) {
            const auto& row = data.rows[r];
            if (c >= row.cells.size()) continue;
            const auto look = row.total ? total : plain;
            const auto at = kHead + 1 + r;
            const auto here = static_cast<lxw_row_t>(at);
            const auto across = static_cast<lxw_col_t>(c);
            if (const auto* number = std::get_if<double>(&row.cells[c])) {
                numbers = true;
                check(xlsx_.worksheet_write_number(sheet, here, across, *number, format(look, column.number_format)));
            } else if (const auto* text = std::get_if<std::string>(&row.cells[c])) {
                const auto day = column.is_dates ? day_in_book(*text) : std::nullopt;
                const bool month = day && text->size() < std::string_view("2026-08-31").size();
                if (day)
                    check(xlsx_.worksheet_write_number(sheet, here, across, *day,
                                                       format(look, month ? "mmm yyyy" : "yyyy-mm-dd")));
                else
                    put(sheet, at, c, *text, look);
                if (measured++ < kRowsMeasured) longest = std::max(longest, base::utf8_length(*text));
            }
        }
        put(sheet, kHead, c, column.name, numbers ? head_number : head);
        const double width = std::clamp(static_cast<double>(longest) + 2, kNarrowest, kWidest);
        check(xlsx_.worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), width, nullptr));
    }

    const DataBook& book_;
    std::vector<std::string> tabs_;
    Xlsxwriter xlsx_;
    lxw_workbook* workbook_ = nullptr;
    std::map<std::pair<Look, std::string>, lxw_format*> formats_;
    bool failed_ = false;
};

}  // namespace

diag::Result<std::string> xlsx(const DataBook& book) {
    return Writer(book).run();
}

}  // namespace precis::paint
