// chart/scales/slots.h: where categories stand along their axis: one after the other, or in time with its gaps.
// Stage: doc::Chart -> SLOTS -> band and time axes. Pure.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::chart {

struct CivilDay {
    int year = 1970, month = 1, day = 1;
    bool operator==(const CivilDay&) const = default;
};
/// Of days since 1970-01-01. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
[[nodiscard]] CivilDay civil_day(double days);
[[nodiscard]] double day_number(CivilDay day);

/// Category i stands in slot of[i]; slots are equal steps of years, quarters or months, or the categories themselves.
struct Slots {
    enum class Kind { plain, year, quarter, month, day } kind = Kind::plain;
    std::vector<std::size_t> of;  // pairs with the categories
    std::size_t count = 0;
    int first_month = 0;  // months since year 0 of slot 0 (year, quarter, month)

    int months() const { return kind == Kind::year ? 12 : kind == Kind::quarter ? 3 : 1; }
    CivilDay begin(std::size_t slot) const {
        const int month = first_month + static_cast<int>(slot) * months();
        return {month / 12, month % 12 + 1, 1};
    }
};
/// Kind::day (and slots one after the other) where periods differ in length or are no whole months.
[[nodiscard]] Slots slots_of(const doc::Chart& chart);
/// For columns: where most steps of the calendar would stand empty, the categories themselves.
[[nodiscard]] Slots column_slots_of(const doc::Chart& chart);

}  // namespace precis::chart
