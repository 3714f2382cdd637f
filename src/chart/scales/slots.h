// chart/scales/slots.h: places of categories along their axis: one after the other, or in time with its gaps.
// Stage: doc::Chart -> SLOTS -> band and time axes. Pure; linear in the number of categories.
#pragma once
#include <string>
#include <vector>

#include "doc/exhibit.h"

namespace precis::chart {

struct CivilDay {
    int year = 1970, month = 1, day = 1;
    bool operator==(const CivilDay&) const = default;
};
/// The date of a number of days since 1970-01-01, in the Gregorian calendar; a time of day is dropped.
/// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013 (civil_from_days, days_from_civil).
[[nodiscard]] CivilDay civil_day(double days);
/// The day as ISO 8601: "2026-04-07".
[[nodiscard]] std::string iso_of(double day);
/// The days from 1970-01-01 to a date.
[[nodiscard]] double day_number(CivilDay day);

/// Category i has slot of[i]. Slots are equal steps of years, quarters or months, or the categories themselves.
struct Slots {
    enum class Kind { plain, year, quarter, month, day } kind = Kind::plain;
    std::vector<std::size_t> of;  // pairs with the categories
    std::size_t count = 0;
    int first_month = 0;  // of slot 0, in months since year 0; kinds year, quarter and month only

    /// Length of a slot.
    int months() const { return kind == Kind::year ? 12 : kind == Kind::quarter ? 3 : 1; }
    CivilDay begin(std::size_t slot) const {
        const int month = first_month + static_cast<int>(slot) * months();
        return {month / 12, month % 12 + 1, 1};
    }
};
/// Kind::plain without periods. Kind::day, with one slot for each category, where periods differ in length or are not
/// whole months.
[[nodiscard]] Slots slots_of(const doc::Chart& chart);
/// The slots of columns: the categories themselves if more than half of the calendar's slots would be empty.
[[nodiscard]] Slots column_slots_of(const doc::Chart& chart);

}  // namespace precis::chart
