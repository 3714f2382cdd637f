// data/files/workbook.h: a workbook of any kind as sheets of cells, before it is known which of them make a table.
// Stage: file -> WORKBOOK -> workbook_rows, which makes rows of texts. Private to the room. workbook_xlsx.cpp and
// sheet_xlsx.cpp read .xlsx, workbook_ods.cpp .ods.
//
// In: the file. Out: the names of sheets and ranges, and the rows of a sheet one by one. Values are those that the file
// stores: a formula has the result of the last save.
// Limit: a part of the file unpacks to at most 256 MB (zip/archive.h).
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/cells/number_format.h"
#include "data/files/sheet_range.h"
#include "zip/archive.h"

namespace precis::data {

struct SheetCell {
    enum class Kind {
        text,
        number,
        boolean,
        moment,
        error,      // `text` is what the sheet shows: #N/A
        no_result,  // a formula that was not computed before the file was saved
        no_day,     // 1900-02-29, which some spreadsheet programs count and no calendar has
        no_date,    // a number that is shown as a date, but is that of no day
    };
    Kind kind = Kind::text;
    std::size_t column = 0;                // from 1
    std::string_view text;                 // of a text or an error
    double number = 0;                     // of a number or moment as it is stored; 0 or 1 of a boolean
    long long day = 0;                     // of a moment: days since 1970-01-01
    int second = 0;                        // of a moment: of the day
    const NumberFormat* format = nullptr;  // nullptr: General
    std::size_t rows = 1, columns = 1;     // that it is merged over
};

struct SheetRow {
    std::size_t number = 0;  // in the sheet, from 1; ascending
    bool hidden = false;
    std::vector<SheetCell> cells;  // ascending columns; those that hold something
};

class Sheet {
  public:
    virtual ~Sheet() = default;
    /// Reads the next row that holds something; false at the end. Texts are valid until the next call.
    virtual bool next(SheetRow& row) = 0;
    /// Whether the column, from 1, is hidden. Known once all rows were read.
    virtual bool is_hidden(std::size_t column) const = 0;
    /// Once `next` was false: what is out of order, "row 2 stands behind row 3"; empty: all rows were read.
    virtual std::string damage() const { return {}; }
};

/// A name that a workbook gives to cells.
struct NamedCells {
    std::string name;
    std::string stands_for;  // as the workbook has it
    std::string sheet;
    std::optional<Range> range;  // nullopt: it stands for something else than one range
};

class Workbook {
  public:
    virtual ~Workbook() = default;
    virtual std::vector<std::string> sheets() const = 0;
    virtual std::vector<NamedCells> names() = 0;
    /// nullptr if its part of the file is missing, damaged or too large.
    virtual std::unique_ptr<Sheet> open(std::size_t sheet) = 0;
    /// The limit that a part exceeded, if one did.
    virtual std::optional<base::Exceeded> exceeded() const = 0;
};

/// Why a file could not be opened, and what helps.
struct WorkbookFault {
    std::string message, remedy;
};
/// That of a part that is too large.
[[nodiscard]] WorkbookFault fault_of(const base::Exceeded& exceeded);

/// nullptr after a fault. A file's ending does not matter, its bytes do.
[[nodiscard]] std::unique_ptr<Workbook> open_workbook(const std::filesystem::path& file, WorkbookFault& fault);

/// The two kinds; nullptr if the archive is another. Both keep the archive.
[[nodiscard]] std::unique_ptr<Workbook> open_xlsx(std::shared_ptr<zip::Archive> archive, WorkbookFault& fault);
[[nodiscard]] std::unique_ptr<Workbook> open_ods(std::shared_ptr<zip::Archive> archive, WorkbookFault& fault);

}  // namespace precis::data
