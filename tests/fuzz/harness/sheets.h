// The truths of a sheet, whatever workbook it is from.
#pragma once
#include <cmath>

#include "data/files/workbook.h"
#include "truths.h"

namespace precis::fuzz {

inline constexpr std::size_t kMostRows = 20'000;  // that are read of a sheet: repeated rows are many

inline void read_all(data::Sheet& sheet) {
    data::SheetRow row;
    std::size_t before = 0, count = 0;
    while (count++ < kMostRows && sheet.next(row)) {
        require(row.number > before, "rows ascend");
        before = row.number;
        std::size_t column = 0;
        for (const auto& cell : row.cells) {
            require(cell.column > column, "columns ascend");
            require(cell.rows > 0 && cell.columns > 0, "a cell covers itself");
            column = cell.column;
            const bool has_text = cell.kind == data::SheetCell::Kind::text || cell.kind == data::SheetCell::Kind::error;
            if (has_text) require(cell.text.size() < (std::size_t{1} << 30), "a text is readable");
            if (cell.kind == data::SheetCell::Kind::number) require(!std::isnan(cell.number), "a number is one");
            if (cell.kind == data::SheetCell::Kind::moment)
                require(cell.second >= 0 && cell.second < 86400, "a time is one of a day");
            (void)sheet.is_hidden(cell.column);
        }
    }
}

}  // namespace precis::fuzz
