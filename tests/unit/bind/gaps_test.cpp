// Periods without a row: a gap on the time axis of every form that has one, if most periods have rows.
#include "fixture.h"
#include "locale/locale.h"

using namespace precis;
using namespace precis::bind::test;
using vocabulary::Channel;

namespace {

using Names = std::vector<std::string>;

/// A chart of the rows `(date, number)`.
doc::Chart drawn(const std::string& form, const std::string& rows) {
    auto chart = exhibit("fig:t", form);
    chart.query = text("WITH t(d, v, s) AS (VALUES " + rows + ") SELECT d, v, s FROM t");
    chart.source = text("Made for this test");
    chart.channels = {{Channel::x, {channel("d")}}};
    if (form == "heatmap") {
        chart.channels[Channel::y] = {channel("s")};
        chart.channels[Channel::color] = {channel("v")};
    } else {
        chart.channels[Channel::y] = {channel("v")};
        chart.channels[Channel::series] = {channel("s")};
    }
    Desk desk;
    desk.briefing.sections = {section("news", "So.", {std::move(chart)})};
    const auto bound = desk.bind();
    REQUIRE(bound.ok());
    return std::get<doc::Chart>(bound.value().sections.at(0).exhibits.at(0).content);
}

Names keys(const std::string& form, const std::string& rows) {
    return drawn(form, rows).category_keys;
}

const char* const kMonths = "('2026-01',1,'a'),('2026-02',2,'a'),('2026-05',5,'a'),('2026-06',6,'a')";

}  // namespace

TEST_CASE("a month without a row is a gap, in the order of time", "[bind][gaps]") {
    for (const std::string form : {"line", "area", "column", "heatmap"}) {
        INFO(form);
        const auto chart = drawn(form, kMonths);
        CHECK(chart.category_keys == Names{"2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"});
        CHECK(chart.categories[2].starts_with("Mar"));
        REQUIRE(chart.series.size() == 1);
        REQUIRE(chart.series[0].values.size() == 6);
        CHECK_FALSE(chart.series[0].values[2].number);
        CHECK(chart.series[0].values[4].number == 5);
        CHECK(chart.periods[3].begin_day == locale::parse_period("2026-04")->begin);
    }
    for (const std::string form : {"step", "slope"}) CHECK(keys(form, kMonths).size() == 4);  // they show no gaps
}

TEST_CASE("steps of any length are found", "[bind][gaps]") {
    CHECK(keys("line", "('2020-W52',1,'a'),('2021-W01',2,'a'),('2021-W02',3,'a')") ==
          Names{"2020-W52", "2020-W53", "2021-W01", "2021-W02"});
    CHECK(keys("line", "('2019-W52',1,'a'),('2020-W01',2,'a')") == Names{"2019-W52", "2020-W01"});
    CHECK(keys("line", "('2025-Q1',1,'a'),('2025-Q3',2,'a')") == Names{"2025-Q1", "2025-Q2", "2025-Q3"});
    CHECK(keys("column", "('2021',1,'a'),('2023',2,'a'),('2024',2,'a')") == Names{"2021", "2022", "2023", "2024"});
    CHECK(keys("line", "('2022-04/2023-03',1,'a'),('2024-04/2025-03',2,'a')") ==
          Names{"2022-04/2023-03", "2023-04/2024-03", "2024-04/2025-03"});
    CHECK(keys("line", "('2024-02-27',1,'a'),('2024-02-28',1,'a'),('2024-03-01',2,'a'),('2024-03-02',2,'a')") ==
          Names{"2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"});
}

TEST_CASE("days of work have no gaps at weekends, but at a holiday", "[bind][gaps]") {
    // 2026-05-01 is a Friday, 2026-04-30 a Thursday.
    CHECK(keys("line", "('2026-04-30',1,'a'),('2026-05-01',2,'a'),('2026-05-04',3,'a')").size() == 3);
    CHECK(keys("line", "('2026-04-29',1,'a'),('2026-04-30',1,'a'),('2026-05-04',3,'a'),('2026-05-05',3,'a')") ==
          Names{"2026-04-29", "2026-04-30", "2026-05-01", "2026-05-04", "2026-05-05"});
}

TEST_CASE("dates of which most are absent, or of several lengths, stay as they are", "[bind][gaps]") {
    CHECK(keys("line", "('2024-03',1,'a'),('2024-06',1,'a'),('2024-09',2,'a')").size() == 3);
    CHECK(keys("line", "('2024-01',1,'a'),('2024-Q2',1,'a'),('2024-09',2,'a')").size() == 3);
    CHECK(keys("line", "('2019-05-01',1,'a'),('2020-06-01',1,'a')").size() == 2);
    CHECK(keys("line", "('2026-01-01T08:00',1,'a'),('2026-01-01T10:00',1,'a')").size() == 2);
}

TEST_CASE("times with an offset stand at their true distances", "[bind][gaps]") {
    const auto chart = drawn("line",
                             "('2026-10-25T01:30+02:00',1,'a'),('2026-10-25T02:30+02:00',2,'a'),"
                             "('2026-10-25T02:30+01:00',3,'a'),('2026-10-25T03:30+01:00',4,'a')");
    REQUIRE(chart.periods.size() == 4);
    for (std::size_t i = 1; i < 4; ++i)
        CHECK(chart.periods[i].begin_day - chart.periods[i - 1].begin_day == Approx(1 / 24.0).margin(1e-6));
    CHECK(chart.periods[0].begin_day == Approx(locale::parse_period("2026-10-25T01:30")->begin));
}
