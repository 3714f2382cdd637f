// locale/period.h: a date taken apart: year, quarter, month, day. Private to this room.
#pragma once
#include <optional>
#include <string_view>
#include <utility>

#include "locale/locale.h"

namespace precis::locale {

struct Point {
    int year = 0, quarter = 0, month = 0, day = 0;  // 0: not said
    int minute = -1;                                // of the day; -1: not said
    bool operator==(const Point&) const = default;
};

/// Days since 1970-01-01.
[[nodiscard]] double day_number(int year, int month, int day);
[[nodiscard]] std::optional<Point> parse_point(std::string_view iso);
/// Both ends of a period; the same point twice where there is one.
[[nodiscard]] std::optional<std::pair<Point, Point>> parse_points(std::string_view iso);
[[nodiscard]] Days days_of(const Point& point);

}  // namespace precis::locale
