// Charts for a phone: calendars of days in halves of years, few gridlines, an axis where values have no room, the names
// of parts, and differences beside their columns.
#include <algorithm>
#include <cmath>

#include "catch.h"
#include "marks.h"
#include "samples.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;
using Kind = doc::Annotation::Kind;

namespace {

constexpr double kPhone = 191, kPage = 338;  // points: 350 and 620 pixels of the web edition

Drawing drawing_of(const doc::Chart& chart, bool phone) {
    auto context = house().context();
    context.narrow = phone;
    auto got = draw(chart, phone ? kPhone : kPage, {}, context, {});
    REQUIRE(got.has_value());
    return std::move(got).value();
}

std::size_t count_of(const Drawing& drawing, const std::string& words) {
    const auto runs = runs_of(drawing);
    return static_cast<std::size_t>(
        std::count_if(runs.begin(), runs.end(), [&](const auto& run) { return run.text == words; }));
}

doc::Chart years_in_parts() {
    auto chart = timed(table_of("column", {"2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"},
                                {{"Others", {360, 758, 1080, 1308, 1505, 2565, 2296, 2519, 1255}},
                                 {"Young", {0, 0, 0, 0, 0, 0, 50, 2728, 1469}}}));
    chart.stack = vocabulary::Stack::total;
    return chart;
}

}  // namespace

TEST_CASE("on a phone a calendar of days is halves of years, with larger cells", "[chart]") {
    const auto chart = timed(chart_of("calendar", {{"2025-03-03", 1}, {"2025-09-05", 2}, {"2026-01-05", 1}}));
    const auto page = drawing_of(chart, false), phone = drawing_of(chart, true);
    check_words(phone);
    // A head for each strip that has days: two halves of 2025, the first of 2026; each year is named once.
    CHECK(count_of(phone, "Mon") == 3);
    CHECK(count_of(phone, "2025") == 1);
    CHECK(count_of(phone, "2026") == 1);
    CHECK(count_of(phone, "Nov") == 1);
    // Weeks of half a year have more than twice the room that those of a year would have.
    CHECK(phone.size.height > page.size.height * 0.9);
    auto year_on_phone = draw(chart, kPhone, {}, house().context(), {});
    REQUIRE(year_on_phone.has_value());
    CHECK(phone.size.height > 1.5 * year_on_phone.value().size.height);
}

TEST_CASE("on a phone a value axis has four gridlines at most", "[chart]") {
    const auto chart = timed(table_of("line", {"2022", "2023", "2024", "2025"}, {{"A", {100, 250, 480, 689}}}));
    const auto words = [](const Drawing& drawing) {
        std::size_t ticks = 0;
        for (const auto* tick : {"100", "200", "300", "400", "500", "600", "700", "800"})
            ticks += count_of(drawing, tick);
        return ticks;
    };
    CHECK(words(drawing_of(chart, false)) > 4);
    CHECK(words(drawing_of(chart, true)) >= 2);
    CHECK(words(drawing_of(chart, true)) <= 4);
}

TEST_CASE("on a phone stacks whose sums have no room keep their axis and the names of their parts", "[chart]") {
    const auto chart = years_in_parts();
    CHECK(count_of(drawing_of(chart, false), "2,000") == 0);
    const auto phone = drawing_of(chart, true);
    check_words(phone);
    CHECK(count_of(phone, "2,000") == 1);
    CHECK(count_of(phone, "Young 1,469") == 1);
    CHECK(count_of(phone, "Others 1,255") == 1);
}

TEST_CASE("names of parts without room beside the columns stand over them on a phone", "[chart]") {
    auto chart = years_in_parts();
    chart.series[1].name = "Two newcomers with long names";
    const auto phone = drawing_of(chart, true);
    CHECK(count_of(phone, "Two newcomers with long names") == 1);
    CHECK(count_of(phone, "Others") == 1);
}

TEST_CASE("on a phone a difference stands beside the columns, clear of the names of their parts", "[chart]") {
    auto chart = timed(table_of("column", {"2024", "2030"}, {{"Edge", {25, 43.5}}, {"Everything else", {75, 56.5}}}));
    chart.stack = vocabulary::Stack::total;
    auto difference = annotation(Kind::difference).between("2024", "2030").saying("+18.5 pp");
    doc::Annotation one = std::move(difference);
    one.series = "Edge";
    chart.annotations.push_back(one);
    const auto phone = drawing_of(chart, true);
    check_words(phone);
    double pill = 0, names = 0;
    for (const auto& run : runs_of(phone)) {
        if (run.text == "+18.5 pp") pill = rect_of(run).x;
        if (run.text.starts_with("Edge")) names = rect_of(run).x;
    }
    REQUIRE(pill > 0);
    CHECK(pill - names < 30);  // not at the drawing's edge, behind the longest name
}

TEST_CASE("an area that ends early is named beside the others, not on them", "[chart]") {
    auto chart = timed(table_of("area", {"2021", "2022", "2023", "2024", "2025"},
                                {{"A", {10, 20, 30, 30, 30}}, {"B", {5, 9, 12, 9, 8}}}));
    chart.stack = vocabulary::Stack::total;
    chart.series[1].values[3].number.reset();
    chart.series[1].values[4].number.reset();
    double a = 0, b = 0;
    for (const auto& run : runs_of(drawing_of(chart, false))) {
        if (run.text.starts_with("A ")) a = run.origin.x;
        if (run.text.starts_with("B ")) b = run.origin.x;
    }
    REQUIRE(a > 0);
    CHECK(std::abs(b - a) < 0.5);
}
