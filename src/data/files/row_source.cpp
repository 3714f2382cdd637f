// The reader for each format, and that of text files.
#include "data/files/row_source.h"

#include "base/phrases.h"
#include "data/cells/number_notation.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

/// Rows of text. Rows without a filled cell are passed over; blank cells beyond the header row are dropped, and those
/// that a row lacks under blank headers are added.
class TextRows : public RowSource {
  public:
    TextRows(const TableRecord& table, char delimiter) : csv_(table.file, delimiter, table.encoding) {
        csv_.leave_out(table.left_out);
    }
    bool readable() const { return csv_.readable(); }
    Step next() override {
        for (;;) {
            const auto step = csv_.next();
            if (step != Step::row) return step;
            auto& cells = csv_.cells();
            const auto filled = filled_cells(cells);
            if (filled == 0) continue;
            if (width_ == 0) {
                width_ = cells.size();
                named_ = filled;
            } else if (cells.size() != width_ && filled <= width_ && cells.size() >= named_) {
                const auto end = cells.back().end;
                cells.resize(width_, CsvCell{{}, end, end});
            }
            return step;
        }
    }
    const std::vector<CsvCell>& cells() const override { return csv_.cells(); }
    const CsvFault& fault() const override { return csv_.fault(); }
    std::size_t line() const override { return csv_.line(); }

  private:
    /// The number of cells up to the last that is not blank.
    static std::size_t filled_cells(const std::vector<CsvCell>& cells) {
        auto count = cells.size();
        while (count > 0 && without_blanks(cells[count - 1].text).empty()) --count;
        return count;
    }

    CsvReader csv_;
    std::size_t width_ = 0, named_ = 0;  // cells of the header row; up to its last name
};

}  // namespace

std::unique_ptr<RowSource> open_rows(const TableRecord& table, const std::string& shown,
                                     diag::Diagnostics& diagnostics) {
    const auto& format = table.format;
    if (format == "json" || format == "jsonl" || format == "yaml") return open_tree_rows(table, shown, diagnostics);
    if (format == "sqlite") return open_sqlite_rows(table, shown, diagnostics);
    if (table.is_workbook()) return open_workbook_rows(table, shown, diagnostics);
    const char usual = format == "tsv" ? '\t' : ',';
    auto rows = std::make_unique<TextRows>(table, table.delimiter != 0 ? table.delimiter : usual);
    if (rows->readable()) return rows;
    diagnostics.push_back(diag::error(diag::code::file_unreadable, table.span, base::quoted(shown) + " cannot be read",
                                      "check its permissions"));
    return nullptr;
}

}  // namespace precis::data
