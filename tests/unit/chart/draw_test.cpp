// Words keep apart and inside the box whatever the data; marks follow the notation; faults give diagnostics.
#include <cmath>
#include <limits>

#include "chart/checks/codes.h"
#include "diag/codes.h"
#include "fixture.h"
#include "soak.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

using Status = data::Status;

bool has_hatch(const std::vector<scene::Item>& items) {
    for (const auto& item : items)
        if (const auto* path = std::get_if<scene::Path>(&item); path && path->hatch) return true;
    return false;
}

doc::Chart many(const std::string& type, std::size_t series, std::size_t rows, unsigned seed, double size) {
    doc::Chart chart;
    chart.form = form_of(type);
    std::uint32_t state = seed;
    const auto next = [&] { return (state = state * 1664525u + 1013904223u) / 4294967296.0; };
    for (std::size_t c = 0; c < rows; ++c) {
        chart.categories.push_back("Category " + std::string(static_cast<std::size_t>(next() * 24), 'x') +
                                   std::to_string(c));
        chart.category_keys.push_back(chart.categories.back());
        chart.category_highlighted.push_back(next() < 0.2);
    }
    for (std::size_t s = 0; s < series; ++s) {
        auto& random = chart.series.emplace_back();
        random.name = series > 1 ? "Series " + std::to_string(s) : "";
        random.highlighted = series > 1 && next() < 0.3;
        for (std::size_t c = 0; c < rows; ++c) {
            const double kind = next();
            if (kind < 0.1)
                random.values.push_back(unknown());
            else if (kind < 0.2)
                random.values.emplace_back();
            else
                random.values.push_back(value(std::floor((next() - (seed % 3 == 0 ? 0.4 : 0)) * size),
                                              kind < 0.3 ? Status::forecast : Status::actual));
        }
    }
    return chart;
}

}  // namespace

TEST_CASE("words never meet and never leave the box, whatever the data and the size", "[chart][property]") {
    const std::vector<std::string> types{"bar",   "column", "line",      "area",   "dot", "lollipop", "dumbbell",
                                         "slope", "bump",   "waterfall", "bullet", "box", "strip",    "histogram"};
    unsigned seed = GENERATE(from_range(precis::test::seeds(1)));
    for (const auto& type : types) {
        for (const std::size_t rows : {1u, 2u, 7u, 24u}) {
            for (const std::size_t series : {1u, 2u, 5u, 12u}) {
                for (const auto& [width, height] : {std::pair{120.0, 80.0}, {184.0, 120.0}, {382.0, 165.0}}) {
                    const double size = seed % 2 ? 1000 : 3;
                    const auto chart = many(type, series, rows, seed++, size);
                    INFO(type << ", " << rows << " rows, " << series << " series, " << width << " x " << height);
                    const auto got = drawn(chart, width, height);
                    REQUIRE(got.has_value());
                    check_words(got.value());
                }
            }
        }
    }
}

TEST_CASE("stacks keep their words apart too", "[chart][property]") {
    for (const char* stack : {"total", "percent"}) {
        for (const char* type : {"column", "bar", "area"}) {
            for (unsigned seed = 1; seed < 8; ++seed) {
                auto chart = many(type, 1 + seed % 5, 1 + seed, seed * 3 + 1, 500);
                chart.stack = stack_of(stack);
                chart.totals = true;
                INFO(type << " " << stack << " " << seed);
                const auto got = drawn(chart, 184, 140);
                REQUIRE(got.has_value());
                check_words(got.value());
            }
        }
    }
}

TEST_CASE("a forecast is hatched, an actual solid", "[chart]") {
    auto chart = chart_of("column", {{"2024", 25}, {"2030", 43.5}});
    CHECK_FALSE(has_hatch(drawn(chart).value().items));
    chart.series[0].values[1].status = Status::forecast;
    CHECK(has_hatch(drawn(chart).value().items));
}

TEST_CASE("a value of more than 600 has an open end and its sign; an unpublished one is a dash", "[chart]") {
    auto chart = chart_of("bar", {{"Paris", 0}, {"Bengaluru", 460}, {"Beijing", 0}});
    chart.series[0].values[0] = more_than(600, ">600");
    chart.series[0].values[2] = unknown();
    const auto drawing = drawn(chart).value();
    CHECK(says(drawing, ">600"));
    CHECK(says(drawing, "460"));
    CHECK(says(drawing, "–"));
    std::size_t faded = 0;
    for (const auto& item : drawing.items)
        if (const auto* group = std::get_if<scene::Group>(&item); group && group->opacity < 1) ++faded;
    CHECK(faded == 2);
}

TEST_CASE("many years are short after the first one", "[chart]") {
    auto chart = timed(chart_of(
        "column", {{"2020", 39}, {"2021", 52}, {"2022", 68}, {"2023", 133}, {"2024", 97}, {"2025", 67}, {"2026", 69}}));
    chart.series[0].values.back().status = Status::partial;
    const auto drawing = drawn(chart).value();
    CHECK(says(drawing, "2020"));
    CHECK(says(drawing, "’26"));
    CHECK(says(drawing, "150"));
    CHECK(has_hatch(drawing.items));
}

TEST_CASE("only the top word of the value axis has the unit", "[chart]") {
    auto chart = timed(chart_of("line", {{"2020", 12}, {"2021", 20}, {"2022", 31}, {"2023", 43}}));
    chart.format.unit = "percent";
    const auto words = words_of(drawn(chart, 252, 140).value());
    std::size_t signs = 0;
    for (const auto& word : words)
        if (word == "60%" || word == "50%" || word == "45%") ++signs;
    CHECK(signs == 1);
}

TEST_CASE("a difference of percentages is printed in percentage points", "[chart]") {
    auto chart = timed(chart_of("column", {{"2024", 25}, {"2030", 43.5}}));
    chart.format.unit = "percent";
    chart.annotations = {annotation(doc::Annotation::Kind::difference).between("2024", "2030")};
    CHECK(says(drawn(chart).value(), "+18.5 pp"));
}

TEST_CASE("growth a year is compound", "[chart]") {
    auto chart = timed(chart_of("column", {{"2022", 77}, {"2023", 113}, {"2024", 163}, {"2025", 256}}));
    chart.annotations = {annotation(doc::Annotation::Kind::cagr).between("2022", "2025")};
    CHECK(says(drawn(chart, 252, 140).value(), "+49% a year"));
}

TEST_CASE("a chart without data prints that it has none", "[chart]") {
    const auto drawing = drawn(chart_of("bar", {})).value();
    CHECK(says(drawing, "no data"));
}

TEST_CASE("a calendar of days without a number says that there are no data", "[chart]") {
    auto chart = timed(chart_of("calendar", {{"2026-01-05", 1}, {"2026-01-06", 2}}));
    for (auto& value : chart.series.front().values) value.number.reset();
    CHECK(says(drawn(chart).value(), "no data"));
    chart.series.front().values.front().number = 3;
    CHECK_FALSE(says(drawn(chart).value(), "no data"));
}

TEST_CASE("equal, zero, huge and tiny numbers are drawn", "[chart]") {
    for (const double number : {0.0, 7.0, 1e299, 1e-299, -5.0}) {
        for (const char* type : {"bar", "column", "line", "dot"}) {
            INFO(type << " " << number);
            const auto got = drawn(chart_of(type, {{"a", number}, {"b", number}, {"c", number}}));
            REQUIRE(got.has_value());
            check_words(got.value());
        }
    }
}

TEST_CASE("charts that can't be drawn are refused, with all their faults in one run", "[chart][diag]") {
    auto chart = chart_of(
        "line", {{"a", std::numeric_limits<double>::quiet_NaN()}, {"b", std::numeric_limits<double>::infinity()}});
    auto got = drawn(chart);
    CHECK_FALSE(got.has_value());
    REQUIRE(got.diagnostics().size() == 2);
    CHECK(got.diagnostics()[0].code == diag::code::bad_axis_domain);

    chart = chart_of("line", {{"a", 0}});
    chart.scale = vocabulary::Scale::log;
    CHECK(drawn(chart).diagnostics().front().code == chart::code::log_of_zero);
    chart.form = vocabulary::Form::bar;
    CHECK(drawn(chart).diagnostics().front().code == diag::code::bad_value);
    chart = chart_of("bar", {{"a", 1}});
    chart.form = vocabulary::Form::map;
    CHECK(drawn(chart).diagnostics().front().code == diag::code::chart_not_available);
}

TEST_CASE("a label without a place is dropped with a warning", "[chart][diag]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::line;
    chart.categories = {"a", "b"};
    for (double s = 0; s < 20; ++s)
        chart.series.push_back(series_of_numbers("Series " + std::to_string(s), {s, s + 1}));
    const auto got = drawn(chart, 200, 90);
    REQUIRE(got.ok());
    REQUIRE_FALSE(got.diagnostics().empty());
    CHECK(got.diagnostics().front().code == diag::code::label_dropped);
}

TEST_CASE("a planned event is a ring, a planned year a dashed pill, and today is named", "[chart]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::timeline;
    chart.categories = {"Paris", "San Jose", "Dubai, China"};
    chart.category_keys = {"2026-04-07/2026-04-08", "2026-10-19/2026-10-21", "2026"};
    chart.category_details = {"7–8 April", "19–21 October", "2026"};
    chart.series.emplace_back();
    chart.series[0].values = {value(600), value(0, Status::plan), value(0, Status::plan)};
    for (auto& value : chart.series[0].values) value.number.reset();
    chart = timed(chart);
    chart.as_of = doc::Period{20696, 20697};
    const auto got = drawn(chart, 514);
    REQUIRE(got.ok());
    check_words(got.value());
    CHECK(says(got.value(), "31 August 2026"));
    bool ring = false, dashed = false;
    for (const auto& item : got.value().items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (!path || !path->stroke || !path->fill) continue;
        ring = ring || path->stroke->width == 1.5;
        dashed = dashed || !path->stroke->dash.empty();
    }
    CHECK(ring);
    CHECK(dashed);
}

TEST_CASE("every event's label lies at its own mark", "[chart]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::timeline;
    // Eleven events in three years, some of them days apart.
    chart.category_keys = {"2024-01", "2024-02", "2024-03",    "2025-05-02", "2025-05-20",
                           "2025-06", "2025-07", "2026-08-28", "2026-09",    "2026-10-19/2026-10-21",
                           "2026-12"};
    chart.series.emplace_back();
    for (std::size_t i = 0; i < chart.category_keys.size(); ++i) {
        chart.categories.push_back("Event " + std::to_string(i));
        chart.category_details.push_back(house().locale.date(chart.category_keys[i]));
        chart.series[0].values.push_back(value(0, Status::plan));
        chart.series[0].values.back().number.reset();
    }
    chart = timed(chart);
    chart.as_of = doc::Period{20696, 20697};
    for (const double width : {514.0, 600.0}) {
        const auto got = drawn(chart, width);
        REQUIRE(got.ok());
        CHECK(got.diagnostics().empty());
        check_words(got.value());
        const double day = width / (locale::parse_period("2024/2026")->end - chart.periods[0].begin_day);
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            const double mark =
                ((chart.periods[i].begin_day + chart.periods[i].end_day) / 2 - chart.periods[0].begin_day) * day;
            bool printed = false;
            for (const auto& run : runs_of(got.value())) {
                std::string plain = run.text;
                if (const auto at = plain.find("\u00a0"); at != std::string::npos) plain.replace(at, 2, " ");
                if (plain != chart.categories[i]) continue;
                printed = true;
                // The label's two lines begin or end alike, so the wider may reach further.
                CHECK(run.origin.x < mark + 9);
                CHECK(run.origin.x + std::max(run.width, 60.0) > mark - 9);
            }
            INFO(chart.categories[i]);
            CHECK(printed);
        }
        CHECK(says(got.value(), "19–21 October"));
    }
}

TEST_CASE("the alternative text names form, values, extremes, qualifiers and status", "[chart]") {
    auto chart = chart_of("bar", {{"Paris", 0}, {"Bengaluru", 460}});
    chart.series[0].values[0] = more_than(600, ">600");
    CHECK(describe(chart, house().locale) == "Bar chart of 2 values. Paris more than 600 and Bengaluru 460.");
    chart.categories[0] = "Paris, France";
    CHECK(describe(chart, house().locale) == "Bar chart of 2 values. Paris, France more than 600; Bengaluru 460.");
    CHECK(describe({2, std::nullopt, 5.5, 1}, "%", house().locale) ==
          "3 values, from 2.0% to 1.0%; lowest 1.0%, highest 5.5%.");
    auto share = timed(chart_of("line", {{"2024", 25}, {"2030", 43.5}}));
    share.format.unit = "percent";
    share.series[0].values[1].status = Status::forecast;
    CHECK_THAT(describe(share, house().locale), ContainsSubstring("2030 43.5% (forecast)"));
}

TEST_CASE("a native chart carries the numbers, their format and the colours", "[chart]") {
    auto chart = chart_of("column", {{"2024", 25}, {"2030", 43.5}});
    chart.format.unit = "percent";
    const auto native = drawn(chart).value().native;
    CHECK(native.type == scene::ChartData::Type::column);
    CHECK(native.number_format == "0.0\"%\"");
    REQUIRE(native.series.size() == 1);
    CHECK(native.series[0].values[1] == 43.5);
    CHECK(native.series[0].color == house().layout.chart.primary);
}

TEST_CASE("a native chart has the drawing's scales, intervals, totals and names, or stays a drawing", "[chart]") {
    using Type = scene::ChartData::Type;
    auto steep = timed(chart_of("line", {{"2024", 3}, {"2025", 40}, {"2026", 12000}}));
    steep.scale = vocabulary::Scale::log;
    auto native = drawn(steep).value().native;
    CHECK(native.value_log);
    REQUIRE(native.value_ends);
    CHECK((native.value_ends->low == 1 && native.value_ends->high == 100000));

    CHECK(native.ends_valued == false);  // each of three points has its value
    CHECK(native.series[0].points[1].label == "40");
    auto five = timed(chart_of("line", {{"2022", 1}, {"2023", 2}, {"2024", 3}, {"2025", 4}, {"2026", 5}}));
    CHECK(drawn(five).value().native.ends_valued);
    five.labels = vocabulary::Labels::none;
    CHECK_FALSE(drawn(five).value().native.ends_valued);

    auto bars = chart_of("bar", {{"a", 10}, {"b", 25}});
    bars.series[0].low = {value(8), value(20)};
    bars.series[0].high = {value(13), value(31)};
    native = drawn(bars).value().native;
    CHECK(native.type == Type::bar);
    CHECK(native.series[0].high[1] == 31);
    auto band = timed(chart_of("line", {{"2024", 10}, {"2025", 25}}));
    band.series[0].low = bars.series[0].low;
    band.series[0].high = bars.series[0].high;
    CHECK(drawn(band).value().native.type == Type::other);  // no program has a band around a line

    auto flow = chart_of("column", {{"Q1", 80}, {"Q2", 40}});
    flow.series[0].name = "In";
    flow.series.push_back(flow.series[0]);
    flow.series[1].name = "Out";
    flow.series[1].values = {value(-50), value(-70)};
    flow.stack = vocabulary::Stack::diverging;
    flow.totals = true;
    native = drawn(flow).value().native;
    CHECK(native.stack == scene::ChartData::Stack::total);
    CHECK(native.totals == std::vector<std::string>{"30", "−30"});
    flow.series[1].values = {value(50), value(70)};  // answers on both sides of a middle
    CHECK(drawn(flow).value().native.type == Type::other);

    auto ring = chart_of("donut", {{"a", 60}, {"b", 40}, {"none", 0}});
    native = drawn(ring).value().native;
    CHECK(native.type == Type::donut);
    CHECK(native.series[0].points[0].label == "60%\n60");
    CHECK_FALSE(native.solid);
    REQUIRE(native.plot);  // the total over it is in the ring's middle
    CHECK(native.plot->width == native.plot->height);
    auto pie = chart_of("pie", {{"a", 60}, {"b", 40}});
    CHECK(drawn(pie).value().native.solid);
    ring.series[0].values[1] = value(2);  // too small to be named on its part
    CHECK(drawn(ring).value().native.type == Type::other);
}

TEST_CASE("drawing twice gives the same items", "[chart][property]") {
    const auto chart = many("line", 5, 24, 42, 100);
    CHECK(drawn(chart).value().items == drawn(chart).value().items);
}

TEST_CASE("a sparkline stays in its box and leaves gaps", "[chart]") {
    const auto items = sparkline({1, {}, 3, 2}, {10, 10, 60, 12}, house().layout.chart);
    const auto at = scene::bounds(items);
    CHECK(at.x >= 9.5);
    CHECK(at.right() <= 70.5);
    CHECK(sparkline({}, {0, 0, 60, 12}, house().layout.chart).empty());
}

TEST_CASE("parts of a whole keep their words apart at every size", "[chart][property]") {
    for (const char* type : {"donut", "pie", "waffle", "funnel", "marimekko"}) {
        for (unsigned seed = 1; seed < 12; ++seed) {
            for (const auto& [width, height] : {std::pair{120.0, 80.0}, {184.0, 120.0}, {382.0, 165.0}}) {
                auto chart = many(type, std::string(type) == "marimekko" ? 3 : 1, 1 + seed * 2 % 13, seed * 3 + 1, 500);
                chart.format.decimals = 0;
                INFO(type << " " << seed << ", " << width << " x " << height);
                const auto got = drawn(chart, width, height);
                REQUIRE(got.has_value());
                check_words(got.value());
            }
        }
    }
}

TEST_CASE("tasks and calendars keep their words apart at every size", "[chart][property]") {
    for (const char* type : {"gantt", "calendar"}) {
        for (const int step : {1, 9, 40, 200}) {
            for (const auto& [width, height] : {std::pair{120.0, 80.0}, {184.0, 120.0}, {382.0, 165.0}}) {
                doc::Chart chart = chart_of(type, {});
                for (int i = 0; i < 30; ++i) {
                    chart.categories.push_back("Task " + std::to_string(i % 7));
                    chart.category_keys.push_back(std::to_string(i));
                    const double begin = 19000 + i * step;
                    chart.periods.push_back({begin, begin + (i % 3 ? 1 : step)});
                    chart.series[0].values.push_back(value(i * 13 % 17));
                }
                INFO(type << " " << step << ", " << width << " x " << height);
                const auto got = drawn(chart, width, height);
                REQUIRE(got.has_value());
                check_words(got.value());
            }
        }
    }
}
