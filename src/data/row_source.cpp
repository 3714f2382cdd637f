// The reader for each format, and that of CSV and TSV.
#include "data/row_source.h"

#include "base/phrases.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

class CsvRows : public RowSource {
  public:
    CsvRows(const std::filesystem::path& file, char delimiter) : csv_(file, delimiter) {}
    bool readable() const { return csv_.readable(); }
    Step next() override { return csv_.next(); }
    const std::vector<CsvCell>& cells() const override { return csv_.cells(); }
    const CsvFault& fault() const override { return csv_.fault(); }

  private:
    CsvReader csv_;
};

}  // namespace

std::unique_ptr<RowSource> open_rows(const TableRecord& table, const std::string& shown,
                                     diag::Diagnostics& diagnostics) {
    const auto& format = table.format;
    if (format == "json" || format == "jsonl" || format == "yaml") return open_tree_rows(table, shown, diagnostics);
    if (format == "sqlite") return open_sqlite_rows(table, shown, diagnostics);
    if (format == "xlsx") return open_workbook_rows(table, shown, diagnostics);
    const char usual = format == "tsv" ? '\t' : ',';
    auto rows = std::make_unique<CsvRows>(table.file, table.delimiter != 0 ? table.delimiter : usual);
    if (rows->readable()) return rows;
    diagnostics.push_back(diag::error(diag::code::file_unreadable, table.span, base::quoted(shown) + " cannot be read",
                                      "check its permissions"));
    return nullptr;
}

}  // namespace precis::data
