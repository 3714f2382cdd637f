// Axes of times of day.
#include "chart/scales/slots.h"
#include "chart/scales/time_ticks.h"
#include "fixture.h"
#include "marks.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {
std::vector<std::string> isos(const std::vector<TimeTick>& ticks) {
    std::vector<std::string> isos;
    for (const auto& tick : ticks) isos.push_back(tick.iso);
    return isos;
}
}  // namespace

TEST_CASE("times of day have ticks at round hours and minutes, days have ticks at days only", "[chart][time]") {
    const double day = day_number({2026, 3, 2});
    CHECK(isos(time_ticks(day, day + 1, 4, 1, true)) == std::vector<std::string>{"2026-03-02T00:00", "2026-03-02T06:00",
                                                                                 "2026-03-02T12:00", "2026-03-02T18:00",
                                                                                 "2026-03-03T00:00"});
    CHECK(isos(time_ticks(day + 0.5, day + 0.5 + 1 / 24.0, 4, 1, true)) ==
          std::vector<std::string>{"2026-03-02T12:00", "2026-03-02T12:15", "2026-03-02T12:30", "2026-03-02T12:45",
                                   "2026-03-02T13:00"});
    for (const auto& iso : isos(time_ticks(day, day + 3, 8))) CHECK(iso.size() == 10);
}

TEST_CASE("an axis of hours prints the day once and then the hours", "[chart][time]") {
    for (const std::string type : {"line", "column", "area", "step"}) {
        std::vector<std::pair<std::string, double>> rows;
        for (int hour = 0; hour < 24; ++hour)
            rows.emplace_back("2026-03-02T" + std::string(hour < 10 ? "0" : "") + std::to_string(hour) + ":00", hour);
        auto chart = timed(chart_of(type, rows));
        for (auto& category : chart.categories) category = house().locale.date(category);
        INFO(type);
        const auto drawing = drawn(chart, 400, 160).value();
        CHECK(says(drawing, "12:00"));
        CHECK(says(drawing, "18:00"));
    }
}
