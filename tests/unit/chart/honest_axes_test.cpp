// Names that no category loses, percent axes that end at 100, labels of percent stacks, round years, growth that does
// not exist, covers of numbers that do not add up.
#include <cmath>
#include <set>

#include "chart/canvas/short_names.h"
#include "chart/checks/codes.h"
#include "chart/scales/ticks.h"
#include "chart/stream.h"
#include "diag/codes.h"
#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

bool has(const diag::Diagnostics& diagnostics, const diag::Code& code) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const auto& one) { return one.code == code; });
}

/// Whether some printed run begins so.
bool says_begin(const Drawing& drawing, const std::string& words) {
    const auto labels = words_of(drawing);
    return std::any_of(labels.begin(), labels.end(), [&](const auto& label) { return label.starts_with(words); });
}

doc::Chart yearly(const std::string& type, int from, int to) {
    std::vector<std::pair<std::string, double>> rows;
    for (int year = from; year <= to; ++year) rows.emplace_back(std::to_string(year), 40 + (year * 7) % 11);
    return timed(chart_of(type, rows));
}

std::vector<std::string> years_printed(const Drawing& drawing) {
    std::vector<std::string> years;
    for (const auto& word : words_of(drawing))
        if (word.size() == 4 && (word.starts_with("19") || word.starts_with("20"))) years.push_back(word);
    return years;
}

doc::Chart shares_of_three(const std::string& type, const std::string& unit, const std::vector<double>& last) {
    auto chart =
        table_of(type, {"2000", "2001"}, {{"Coal", {46, last[0]}}, {"Gas", {49, last[1]}}, {"Wind", {5, last[2]}}});
    if (type == "area") chart = timed(chart);
    chart.stack = vocabulary::Stack::percent;
    chart.format.unit = unit;
    return chart;
}

}  // namespace

TEST_CASE("names under columns are wrapped or cut so that no two are alike", "[chart][names]") {
    const std::vector<std::string> regions{"North Europe",  "North America", "Central America",
                                           "South America", "Southern Asia", "Central Asia",
                                           "Middle East",   "Oceania",       "Africa"};
    std::vector<std::pair<std::string, double>> rows;
    for (const auto& region : regions) rows.emplace_back(region, 20);
    for (const double width : {300.0, 420.0}) {
        const auto got = drawn(chart_of("column", rows), width, 160);
        REQUIRE(got.ok());
        CHECK_FALSE(has(got.diagnostics(), diag::code::label_dropped));
        for (const auto& region : regions) {
            INFO(region << " in " << width);
            CHECK(says_begin(got.value(), region.substr(0, 4)));
        }
    }
}

TEST_CASE("a cut name ends with a sign; names with one beginning keep their ends", "[chart][names]") {
    Canvas canvas(house().context(), chart_of("column", {{"a", 1}}), 400, {});
    const auto look = canvas.label_look();
    const std::string long_word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
    const auto one = short_names(canvas, {{long_word, look}, {"Short", look}}, {60, 3});
    REQUIRE(one.fits);
    REQUIRE_FALSE(one.lines[0].empty());
    CHECK(one.lines[0].size() <= 3);
    CHECK(one.lines[0].back().text.ends_with("…"));
    CHECK(one.lines[1].front().text == "Short");
    for (const auto& line : one.lines[0]) CHECK(line.width <= 60.2);
    const auto two =
        short_names(canvas, {{"https://example.org/a/page/1", look}, {"https://example.org/a/page/2", look}}, {50, 1});
    REQUIRE(two.fits);
    CHECK(two.lines[0].front().text != two.lines[1].front().text);
    CHECK(two.lines[1].front().text.ends_with("2"));
    const auto none = short_names(canvas, {{"Wettbewerb", look}, {"Werkstatt", look}}, {8, 3});
    CHECK_FALSE(none.fits);
}

TEST_CASE("long names beside bars, at lines and around rings are cut, not lost", "[chart][names]") {
    const std::vector<std::string> names{
        "Federal Office for the Environment, Division of Water and Forecasts",
        "https://example.org/a/very/long/address/without/any/space/index.html?id=12345", "Short",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau"};
    for (const double width : {220.0, 320.0}) {
        std::vector<std::pair<std::string, double>> rows;
        doc::Chart lines;
        lines.form = vocabulary::Form::line;
        lines.categories = lines.category_keys = {"2024", "2025"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto number = static_cast<double>(40 - 9 * i);
            rows.emplace_back(names[i], number);
            lines.series.push_back(series_of_numbers(names[i], {number, number + 2}));
        }
        for (const auto& chart :
             {chart_of("bar", rows), chart_of("donut", rows), chart_of("pie", rows), timed(lines)}) {
            const auto got = drawn(chart, width, 165);
            INFO(name_of(chart.form) << " in " << width);
            REQUIRE(got.ok());
            CHECK_FALSE(has(got.diagnostics(), diag::code::label_dropped));
            for (const auto& name : names) CHECK(says_begin(got.value(), name.substr(0, 5)));
        }
    }
}

TEST_CASE("columns whose names have no room become bars, or are an error", "[chart][names]") {
    std::vector<std::pair<std::string, double>> rows;
    for (int i = 0; i < 40; ++i)
        rows.emplace_back("Constituency number " + std::to_string(i) + " of the region", 5 + i);
    const auto lying = drawn(chart_of("column", rows), 252);
    REQUIRE(lying.ok());
    CHECK(lying.value().native.type == scene::ChartData::Type::bar);
    CHECK_FALSE(has(lying.diagnostics(), diag::code::label_dropped));
    for (const auto& [name, number] : rows) CHECK(says(lying.value(), name));
    auto noted = chart_of("column", rows);
    noted.annotations = {annotation(doc::Annotation::Kind::line).at_value(20)};
    const auto refused = drawn(noted, 252);
    REQUIRE(has(refused.diagnostics(), chart::code::names_without_room));
    CHECK(diag::has_errors(refused.diagnostics()));
    const auto line = drawn(chart_of("line", rows), 252);
    CHECK(has(line.diagnostics(), chart::code::names_without_room));
}

TEST_CASE("hundreds of names without room are an error, however many they are", "[chart][names]") {
    std::vector<std::pair<std::string, double>> rows;
    for (int i = 0; i < 420; ++i) rows.emplace_back("Place " + std::to_string(i), 5 + i % 40);
    for (const auto* form : {"column", "line"}) {
        const auto got = drawn(chart_of(form, rows), 252);
        INFO(form);
        REQUIRE(has(got.diagnostics(), chart::code::names_without_room));
        CHECK(got.diagnostics().back().message.find("and 417 more") != std::string::npos);
    }
    for (auto& [name, number] : rows) name = name.substr(6);  // numbers imply those between them
    CHECK_FALSE(has(drawn(chart_of("column", rows), 252).diagnostics(), chart::code::names_without_room));
}

TEST_CASE("quarters over several years carry their year", "[chart][axes]") {
    const auto quarters = timed(chart_of("column", {{"2024-Q3", 5}, {"2024-Q4", 7}, {"2025-Q1", 6}, {"2025-Q2", 6}}));
    const auto wide = words_of(drawn(quarters, 400, 140).value());
    for (const auto* word : {"Q3 2024", "Q4", "Q1 2025", "Q2"}) {
        INFO(word);
        CHECK(std::count(wide.begin(), wide.end(), word) == 1);
    }
    // Without room for one line, the year stands under its first quarter.
    auto longer =
        timed(chart_of("column", {{"2024-Q3", 5}, {"2024-Q4", 7}, {"2025-Q1", 6}, {"2025-Q2", 6}, {"2025-Q3", 5}}));
    const auto narrow = words_of(drawn(longer, 160, 140).value());
    for (const std::string word : {"2024", "Q4", "Q1", "2025", "Q2"}) {
        INFO(word);
        CHECK(std::any_of(narrow.begin(), narrow.end(),
                          [&](const auto& printed) { return printed == word || printed == word + " "; }));
    }
    const auto one = timed(chart_of("column", {{"2024-Q1", 5}, {"2024-Q2", 7}, {"2024-Q3", 6}}));
    CHECK_FALSE(says(drawn(one, 400, 140).value(), "Q1 2024"));
}

TEST_CASE("a line over uneven days has round days on its axis where theirs have no room", "[chart][axes]") {
    const std::vector<std::pair<std::string, double>> rows{{"2024-01-03", 1}, {"2024-01-19", 2}, {"2024-02-27", 3},
                                                           {"2024-03-02", 4}, {"2024-05-30", 5}, {"2024-06-01", 6},
                                                           {"2024-09-14", 7}, {"2024-11-30", 8}, {"2025-08-01", 9}};
    const auto got = drawn(timed(chart_of("line", rows)), 400, 140);
    CHECK_FALSE(has(got.diagnostics(), diag::code::label_dropped));
    const auto words = words_of(got.value());
    std::vector<std::string> quarters;
    for (const auto& word : words)
        if (word.starts_with("Q")) quarters.push_back(word);
    CHECK(quarters == std::vector<std::string>{"Q2 2024", "Q3", "Q4", "Q1 2025", "Q2", "Q3"});
    // Two days with room keep their own words.
    const auto two =
        drawn(timed(chart_of("line", {{"2024-01-03", 1}, {"2024-05-30", 2}, {"2025-08-01", 4}})), 400, 140);
    CHECK_FALSE(says_begin(two.value(), "Q"));
}

TEST_CASE("ticks of percentages end at 100 where the data do", "[chart][axes]") {
    for (const double hi : {97.0, 98.7, 100.0, 91.0, 61.0, 99.99})
        for (const double lo : {0.0, 12.0, 55.0})
            for (int wanted = 1; wanted <= 6; ++wanted) {
                const auto ticks = percent_ticks({lo, hi}, wanted).values;
                INFO(lo << " to " << hi << " in " << wanted);
                CHECK(ticks.back() <= 100 + 1e-6);
                CHECK(ticks.back() >= hi - 1e-6);
                CHECK(ticks.front() <= lo + 1e-6);
                CHECK(ticks.size() >= 2);
            }
    CHECK(percent_ticks({0, 130}, 4).values.back() >= 130);
    for (const std::string type : {"line", "column", "area", "step"}) {
        auto chart = yearly(type, 2019, 2024);
        chart.format.unit = "percent";
        for (auto& value : chart.series[0].values) *value.number += 49;
        INFO(type);
        for (const double height : {90.0, 120.0, 165.0, 240.0})
            CHECK_FALSE(says(drawn(chart, 300, height).value(), "120%"));
    }
}

TEST_CASE("labels of percent stacks are shares, on the drawing and in the editable chart", "[chart][stack]") {
    const auto area = drawn(shares_of_three("area", "", {1500, 1000, 500}), 320, 160).value();
    CHECK(says(area, "Coal 50%"));
    CHECK(says(area, "Wind 17%"));
    CHECK(says(area, "100%"));
    const auto part = drawn(shares_of_three("area", "percent", {30, 20, 10}), 320, 160).value();
    CHECK(says(part, "Coal 50%"));  // of the three, which the axis counts as the whole
    for (const std::string type : {"column", "bar"}) {
        const auto got = drawn(shares_of_three(type, "", {1500, 1000, 500}), 320, 160).value();
        REQUIRE(got.native.series.size() == 3);
        REQUIRE(got.native.series[0].points.size() == 2);
        CHECK(got.native.series[0].points[1].label == "50%");
        CHECK(got.native.series[2].points[1].label == "17%");
    }
}

TEST_CASE("an axis of many years names round ones in full", "[chart][time]") {
    for (const double width : {250.0, 420.0, 620.0}) {
        const auto years = years_printed(drawn(yearly("line", 2000, 2021), width, 160).value());
        CHECK(years == std::vector<std::string>{"2000", "2005", "2010", "2015", "2020"});
    }
    const auto decades = years_printed(drawn(yearly("area", 1953, 2021), 420, 160).value());
    REQUIRE(decades.size() >= 3);
    for (const auto& year : decades) CHECK(year.back() == '0');
    const auto early = years_printed(drawn(yearly("column", 1981, 2021), 160, 160).value());
    REQUIRE(early.size() >= 2);
    for (const auto& year : early) CHECK((year.back() == '0' || year.back() == '5'));
    // Few years are all named.
    const auto few = years_printed(drawn(yearly("line", 2019, 2023), 420, 160).value());
    CHECK(few == std::vector<std::string>{"2019", "2020", "2021", "2022", "2023"});
}

TEST_CASE("a growth rate that does not exist is reported", "[chart][growth]") {
    const auto report = [](double first, double last, const std::string& from, const std::string& to) {
        auto chart = timed(chart_of("column", {{"2023", first}, {"2024", 5}, {"2025", last}}));
        chart.annotations = {annotation(doc::Annotation::Kind::cagr).between(from, to)};
        const auto got = drawn(chart, 300, 160);
        return has(got.diagnostics(), chart::code::no_growth_rate);
    };
    CHECK_FALSE(report(4, 8, "2023", "2025"));
    CHECK(report(0, 8, "2023", "2025"));
    CHECK(report(4, 0, "2023", "2025"));
    CHECK(report(-4, 8, "2023", "2025"));
    CHECK(report(4, 8, "2025", "2025"));
    CHECK(report(4, 8, "2025", "2023"));
}

TEST_CASE("only amounts add up; others are lines on a cover", "[chart][stream]") {
    auto chart =
        timed(table_of("line", {"2023", "2024", "2025"}, {{"a", {10, 20, 30}}, {"b", {5, 5, 5}}, {"c", {1, 2, 3}}}));
    CHECK(adds_up(chart));
    for (const char* unit : {"TWh", "USD", "people"}) {
        chart.format.unit = unit;
        CHECK(adds_up(chart));
    }
    for (const char* unit : {"percent", "pp", "index points", "Price Index"}) {
        chart.format.unit = unit;
        CHECK_FALSE(adds_up(chart));
    }
    chart.format.unit = "USD";
    chart.format.per = "barrel";
    CHECK_FALSE(adds_up(chart));
    chart.format.per = "year";
    CHECK(adds_up(chart));
    chart.value_label = "Median price";
    CHECK_FALSE(adds_up(chart));
    const base::Color ground{0, 0, 0, 1}, mark{200, 200, 200, 1};
    const auto lines = quiet_lines(chart, {0, 0, 300, 100}, {ground, {mark}, {mark}});
    REQUIRE(lines.size() == 3);
    const auto& path = std::get<scene::Path>(lines[0]);
    CHECK_FALSE(path.fill);
    const auto points = points_of(path);
    REQUIRE(points.size() == 3);
    CHECK(points[2].y == Approx(0));
    CHECK(points[0].y == Approx(100 - 100.0 / 3));
}
