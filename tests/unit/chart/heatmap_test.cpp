// Heatmaps: classes of colour on round breaks, cells from numbers, unknown cells left empty.
#include "chart/scales/color_scale.h"
#include "fixture.h"
#include "marks.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

doc::Chart months(std::size_t rows) {
    doc::Chart chart;
    chart.form = vocabulary::Form::heatmap;
    for (const char* month : {"J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"})
        chart.categories.push_back(month);
    for (std::size_t c = 0; c < 12; ++c) chart.category_keys.push_back(std::to_string(c + 1));
    for (std::size_t s = 0; s < rows; ++s) {
        doc::Chart::Series series;
        series.name = std::to_string(2019 + s);
        for (std::size_t c = 0; c < 12; ++c)
            series.values.push_back(s + 1 == rows && c > 7 ? unknown()
                                                           : value(static_cast<double>((s * 37 + c * c * 5) % 176)));
        chart.series.push_back(std::move(series));
    }
    return chart;
}

}  // namespace

TEST_CASE("a colour scale has round, ascending breaks, its lightest class first", "[chart]") {
    const auto& theme = house().layout.chart;
    CHECK(color_scale({1, 1, 2, 1}, theme).breaks == std::vector<double>{0, 1, 2});
    const auto even = color_scale({0, 10, 20, 30, 40, 50, 60}, theme);
    CHECK(even.breaks.front() == 0);
    CHECK(std::is_sorted(even.breaks.begin(), even.breaks.end()));
    CHECK(even.breaks.size() == even.colors.size());
    CHECK(even(0) == theme.sequential.front());
    CHECK(even(60) == theme.sequential.back());
    CHECK(even(1000) == theme.sequential.back());
}

TEST_CASE("many small values beside few large ones still take every class", "[chart]") {
    std::vector<double> values;
    for (int i = 0; i < 60; ++i) values.push_back(i % 20);
    values.push_back(400);
    const auto scale = color_scale(values, house().layout.chart);
    CHECK(scale.breaks.size() >= 5);
    CHECK(std::is_sorted(scale.breaks.begin(), scale.breaks.end()));
    CHECK(scale(2) != scale(18));
}

TEST_CASE("skewed values are cut where they leave gaps, at the roundest number of each", "[chart]") {
    std::vector<double> values;
    for (const double group : {2.0, 18.0, 60.0, 180.0, 620.0})
        for (int i = 0; i < 8; ++i) values.push_back(group + i % 2);
    // Five groups: no class is empty, though the palette has seven colours; 19 to 60 holds 20 and 50.
    const auto breaks = color_scale(values, house().layout.chart).breaks;
    REQUIRE(breaks.size() >= 5);
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        INFO(breaks[i] << " to " << breaks[i + 1]);
        CHECK(std::any_of(values.begin(), values.end(), [&](double v) { return v >= breaks[i] && v < breaks[i + 1]; }));
    }
    for (const double cut : {10.0, 100.0}) CHECK(std::count(breaks.begin(), breaks.end(), cut) == 1);
}

TEST_CASE("changes on both sides of zero diverge from the middle colour", "[chart]") {
    const auto& theme = house().layout.chart;
    const auto scale = color_scale({-30, -2, 0, 5, 28}, theme);
    CHECK(scale(0) == theme.diverging[3]);
    CHECK(scale(-30) == theme.diverging.front());
    CHECK(scale(30) == theme.diverging.back());
}

TEST_CASE("cells carry their numbers, rows their sums, unknown cells only a hairline", "[chart]") {
    auto chart = months(8);
    chart.totals = true;
    const auto drawing = drawn(chart).value();
    check_words(drawing);
    CHECK(says(drawing, "2019"));
    std::size_t cells = 0, empty = 0;
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        cells += path && path->fill && path->steps.size() == 5;
        empty += path && !path->fill && path->stroke && path->steps.size() == 5;
    }
    CHECK(empty == 4);
    CHECK(cells >= 92);
    double sum = 0;
    for (const auto& one : chart.series[0].values) sum += one.number.value_or(0);
    CHECK(says(drawing, house().locale.number(sum, {})));
}

TEST_CASE("words of heatmaps never meet nor leave the box", "[chart][property]") {
    for (const double width : {120.0, 184.0, 382.0})
        for (const std::size_t rows : {1u, 5u, 20u})
            for (const char* labels : {"auto", "all", "none"}) {
                auto chart = months(rows);
                chart.labels = vocabulary::named<vocabulary::Labels>(labels).value();
                chart.totals = rows != 5;
                chart.series[0].values[0].status = data::Status::partial;
                chart.series[0].name = "A row whose name is longer than the others are";
                chart.categories[3] = "A column with a long name";
                INFO(width << " " << rows << " " << labels);
                const auto got = drawn(chart, width);
                REQUIRE(got.has_value());
                check_words(got.value());
            }
}

TEST_CASE("a heatmap without one known value is drawn empty", "[chart]") {
    auto chart = months(2);
    for (auto& series : chart.series)
        for (auto& one : series.values) one = unknown();
    CHECK(drawn(chart).has_value());
}

TEST_CASE("a calendar of days names its weekdays, and a day without a row stays empty", "[chart]") {
    // 2026-01-01 was a Thursday. Zero is known, the third of January is not.
    const auto chart = timed(chart_of("calendar", {{"2026-01-01", 0}, {"2026-01-02", 3}, {"2026-01-05", 1}}));
    const auto drawing = drawn(chart, 500).value();
    for (const char* day : {"Mon", "Wed", "Fri", "Sun"}) CHECK(says(drawing, day));
    CHECK_FALSE(says(drawing, "Tue"));
    std::size_t filled = 0, open = 0;
    double friday = 0, monday = 0;
    for (const auto& box : filled_boxes(drawing)) {
        if (std::abs(box.width - box.height) > 0.01) continue;  // the legend's
        ++filled;
        if (filled == 2) friday = box.y;
        if (filled == 3) monday = box.y;
    }
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path && path->stroke && !path->fill) open += points_of(*path).size() / 4;
    }
    CHECK(filled == 3);
    CHECK(open == 365 - 3);
    CHECK(friday > monday);
}

TEST_CASE("quarters of several years print each year once", "[chart]") {
    auto chart = timed(chart_of("heatmap", {{"2025-Q3", 1}, {"2025-Q4", 2}, {"2026-Q1", 3}, {"2026-Q2", 4}}));
    for (auto& category : chart.categories) category = house().locale.date(category);
    const auto words = words_of(drawn(chart, 300).value());
    CHECK(std::count(words.begin(), words.end(), "2025") == 1);
    CHECK(std::count(words.begin(), words.end(), "2026") == 1);
    CHECK(std::count(words.begin(), words.end(), "Q1") == 1);
    // Too narrow for a year over its only column: whole words, as many as fit.
    std::vector<std::pair<std::string, double>> springs;
    for (int year = 2010; year < 2022; ++year) springs.emplace_back(std::to_string(year) + "-Q1", year % 5);
    auto spring = timed(chart_of("heatmap", springs));
    for (auto& category : spring.categories) category = house().locale.date(category);
    const auto narrow = drawn(spring, 150).value();
    CHECK_FALSE(says(narrow, "2011"));
    CHECK(says(narrow, "Q1 2010"));
}
