// data/cells/number_format.h: what the number format of a workbook's cell shows.
// Stage: format codes of workbooks -> NUMBER FORMAT -> the cells of a sheet. Private to the room. Pure.
// In: a code such as `0.0%`, `#,##0.00 [$€-407]` or `dd.mm.yyyy`, or the number of a built-in format. Out: percent,
// currency, parts of a date, decimals. Colours, conditions and all sections but the first are passed over.
// Source: ECMA-376, part 1, 18.8.30 (built-in formats) and 18.8.31 (codes); currency signs by the language's number as
// in [MS-LCID].
#pragma once
#include <string>
#include <string_view>

namespace precis::data {

struct NumberFormat {
    enum class Kind { plain, percent, currency, moment };
    Kind kind = Kind::plain;
    int decimals = -1;     // digits behind the decimal sign; -1: the format does not settle them
    std::string currency;  // ISO 4217
    // Parts of a moment; `elapsed`: hours beyond 24, as a duration has.
    bool day = false, month = false, year = false, clock = false, elapsed = false;
    int padded = 0;  // digits of a code of zeros alone, as 00000 shows a post code; 0: any other
    bool is_date() const { return day || month || year; }
    bool operator==(const NumberFormat&) const = default;
};

[[nodiscard]] NumberFormat number_format(std::string_view code);
/// The built-in format of that number; General for the numbers that are none.
[[nodiscard]] NumberFormat built_in_format(int id);

}  // namespace precis::data
