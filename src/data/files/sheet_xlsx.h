// data/files/sheet_xlsx.h: the parts of an .xlsx file that cells refer to, and a sheet's rows.
// Stage: within DATA, for workbook_xlsx.cpp. Private to the room.
// Source: ECMA-376, part 1, 18 (SpreadsheetML), 18.17.4.1 for serial dates, 22.4.2.4 for the escapes `_xHHHH_`.
#pragma once
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "data/files/workbook.h"

namespace precis::data {

/// What the cells of all sheets refer to by index.
struct XlsxShared {
    std::vector<std::string> strings;
    std::vector<NumberFormat> formats;  // of cells
    bool from_1904 = false;             // serial dates count from 1904 instead of 1900
};

/// The strings of a part `sst`, without phonetic hints.
[[nodiscard]] std::vector<std::string> strings_of(const pugi::xml_node& document);
/// The formats of a part `styleSheet`.
[[nodiscard]] std::vector<NumberFormat> formats_of(const pugi::xml_node& document);
/// Text with each escape `_xHHHH_` as its character, and line breaks as LF.
[[nodiscard]] std::string without_escapes(std::string_view text);

/// A sheet from its part's bytes; nullptr if they are no worksheet. `shared` must outlive it.
[[nodiscard]] std::unique_ptr<Sheet> open_xlsx_sheet(std::string bytes, const XlsxShared& shared);

}  // namespace precis::data
