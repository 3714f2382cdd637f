// What authors ask of a chart beside its data: axes, standing forms, gaps, free notes, labels, totals, heights,
// colours.
#include "chart/axes/codes.h"
#include "chart/marks/line_mark.h"
#include "chart/scales/ticks.h"
#include "fixture.h"
#include "marks.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

using Kind = doc::Annotation::Kind;

doc::Chart bars() {
    return chart_of("bar", {{"One", 12}, {"Two", 34}, {"Three", 23}, {"Four", 31}});
}

/// Where a word begins; REQUIREs that the drawing prints it.
double x_of_word(const Drawing& drawing, const std::string& word) {
    for (const auto& item : drawing.items)
        if (const auto* run = std::get_if<scene::GlyphRun>(&item); run != nullptr && run->text == word)
            return run->origin.x;
    FAIL("the chart does not print " + word);
    return 0;
}

}  // namespace

TEST_CASE("ticks of an author's step enclose the data", "[chart][axes]") {
    const auto ticks = stepped_ticks({3, 22}, 5);
    CHECK(ticks.values == std::vector<double>{0, 5, 10, 15, 20, 25});
    CHECK(ticks.decimals == 0);
    CHECK(stepped_ticks({0, 1}, 0.25).decimals == 2);
    CHECK(stepped_ticks({5, 5}, 5).values.size() == 2);
}

TEST_CASE("a step sets the words of value axes in forms that stand and lie", "[chart][axes]") {
    for (const std::string type : {"line", "column", "dot", "bar"}) {
        auto chart = chart_of(type, {{"One", 12}, {"Two", 34}, {"Three", 23}});
        chart.labels = vocabulary::Labels::none;
        auto& axis = is_lying(chart) ? chart.x_axis : chart.y_axis;
        INFO(type);
        CHECK_FALSE(says(drawn(chart).value(), "7"));
        axis.step = 7;
        const auto stepped = drawn(chart).value();
        CHECK(says(stepped, "7"));
        CHECK(says(stepped, "21"));
        if (type != "dot") CHECK(stepped.native.value_step == 7);  // dots are drawn there
    }
}

TEST_CASE("an axis changes its side", "[chart][axes]") {
    for (const std::string type : {"line", "column", "scatter"}) {
        auto chart = sample_of(type);
        if (type == "column") chart.labels = vocabulary::Labels::none;
        INFO(type);
        chart.y_axis.step = 4;
        const double left = x_of_word(drawn(chart, 300, 160).value(), "8");
        chart.y_axis.opposite = true;
        const double right = x_of_word(drawn(chart, 300, 160).value(), "8");
        CHECK(left < 60);
        CHECK(right > 200);
    }
}

TEST_CASE("titles of axes are printed once and leave the plot its place", "[chart][axes]") {
    for (const std::string type : {"bar", "dot", "line", "histogram", "box"}) {
        auto chart = type == "line" ? timed(sample_of(type)) : sample_of(type);
        const auto before = drawn(chart, 300, 160).value();
        chart.x_axis.title = "Title of x";
        INFO(type);
        const auto after = drawn(chart, 300, 160).value();
        CHECK_FALSE(says(before, "Title of x"));
        CHECK(says(after, "Title of x"));
    }
}

TEST_CASE("lying forms stand if the author says so", "[chart][standing]") {
    for (const std::string type : {"lollipop", "dot", "dumbbell", "box", "strip"}) {
        auto chart = sample_of(type);
        INFO(type);
        const auto lying = drawn(chart, 300, 160).value();
        chart.lying = true;
        CHECK(drawn(chart, 300, 160).value().items == lying.items);
        chart.lying = false;
        const auto standing = drawn(chart, 300, 160).value();
        CHECK(standing.size.height == Approx(160));
        CHECK_FALSE(standing.items == lying.items);
        CHECK(says(standing, chart.categories.front()));
    }
}

TEST_CASE("a waterfall lies or stands as the author says", "[chart][standing]") {
    auto chart = sample_of("waterfall");
    const auto chosen = drawn(chart, 300, 160).value();
    chart.lying = false;
    CHECK(drawn(chart, 300, 160).value().items == chosen.items);
    chart.lying = true;
    CHECK_FALSE(drawn(chart, 300, 160).value().items == chosen.items);
}

TEST_CASE("a bridge joins the points on both sides of a gap", "[chart][gaps]") {
    const LinePoint a{{0, 0}}, b{{20, 5}};
    const auto joined = bridged({std::nullopt, a, std::nullopt, b, std::nullopt});
    REQUIRE(joined.size() == 2);
    CHECK_FALSE(joined[0]->bridge);
    CHECK(joined[1]->bridge);
    for (const std::string type : {"line", "step", "area"}) {
        auto chart = chart_of(type, {{"1", 4}, {"2", 5}, {"3", 6}, {"4", 5}, {"5", 8}});
        chart.series[0].values[2] = unknown();
        const auto open = drawn(chart).value();
        chart.bridges_gaps = true;
        const auto closed = drawn(chart).value();
        INFO(type);
        CHECK_FALSE(open.items == closed.items);
        CHECK(closed.native.bridges_gaps == (type == "line"));  // the others are drawn there
    }
}

TEST_CASE("a free note keeps off marks and is tied to its place", "[chart][notes]") {
    for (const std::string type : {"column", "bar"}) {
        auto chart = chart_of(type, {{"One", 12}, {"Two", 34}, {"Three", 23}, {"Four", 31}});
        auto note = static_cast<doc::Annotation>(annotation(Kind::note).at("Two").saying("Flood"));
        note.number = 17;  // in the middle of its mark
        chart.annotations = {note};
        const auto drawing = drawn(chart, 300, 160).value();
        INFO(type);
        REQUIRE(says(drawing, "Flood"));
        base::Rect words;
        const auto find = [&](const auto& self, const std::vector<scene::Item>& items) -> void {
            for (const auto& item : items) {
                if (const auto* group = std::get_if<scene::Group>(&item)) self(self, group->items);
                if (const auto* run = std::get_if<scene::GlyphRun>(&item); run && run->text == "Flood")
                    words = scene::bounds(item);
            }
        };
        find(find, drawing.items);
        for (const auto& box : filled_boxes(drawing))
            CHECK_FALSE(
                (words.x < box.right() && box.x < words.right() && words.y < box.bottom() && box.y < words.bottom()));
    }
}

TEST_CASE("labels of bars and stacks follow the author", "[chart][labels]") {
    auto chart = bars();
    chart.labels = vocabulary::Labels::ends;
    auto drawing = drawn(chart).value();
    CHECK(says(drawing, "12"));
    CHECK(says(drawing, "31"));
    CHECK_FALSE(says(drawing, "34"));
    CHECK(drawing.native.series[0].points[1].unlabelled);
    chart.labels = vocabulary::Labels::extremes;
    drawing = drawn(chart).value();
    CHECK(says(drawing, "34"));
    CHECK_FALSE(says(drawing, "31"));
    chart.labels = vocabulary::Labels::none;
    CHECK_FALSE(drawn(chart).value().native.labelled);
}

TEST_CASE("totals of a stack can be left out", "[chart][totals]") {
    for (const std::string type : {"column", "bar"}) {
        auto chart = table_of(type, {"One", "Two"}, {{"Base", {20, 30}}, {"Top", {11, 12}}});
        chart.stack = vocabulary::Stack::total;
        INFO(type);
        CHECK(says(drawn(chart).value(), "31"));
        chart.totals = false;
        CHECK_FALSE(says(drawn(chart).value(), "31"));
    }
}

TEST_CASE("rows follow the author's height, or it is refused", "[chart][rows]") {
    auto context = house().context();
    context.exact_height = true;
    const auto chart = bars();
    const auto tall = draw(chart, 300, 240, context, {});
    REQUIRE(tall.has_value());
    CHECK(tall.value().size.height == Approx(240).margin(1));
    doc::Chart many = chart_of("bar", {});
    for (int i = 0; i < 20; ++i) {
        many.categories.push_back("Row " + std::to_string(i));
        many.category_keys.push_back(many.categories.back());
        many.series[0].values.push_back(value(i));
    }
    const auto refused = draw(many, 300, 100, context, {});
    REQUIRE(refused.diagnostics().size() == 1);
    CHECK(refused.diagnostics()[0].code == code::height_too_small);
}

TEST_CASE("marks take colours by a number, and a key names the classes", "[chart][colours]") {
    for (const std::string type : {"bar", "column", "dot"}) {
        auto chart = chart_of(type, {{"One", 12}, {"Two", 34}, {"Three", 23}});
        add_channel(chart, "color", {1, 50, 90}, "Age");
        const auto drawing = drawn(chart).value();
        INFO(type);
        CHECK(says(drawing, "Age"));
        if (type != "dot") {
            REQUIRE(drawing.native.series[0].points.size() == 3);
            CHECK_FALSE(drawing.native.series[0].points[0].color == drawing.native.series[0].points[2].color);
        }
    }
}

TEST_CASE("words stand behind the numbers of their marks", "[chart][labels]") {
    auto chart = bars();
    chart.series[0].values[1].words = "record";
    CHECK(says(drawn(chart).value(), "34 · record"));
    auto line = timed(chart_of("line", {{"2021", 3}, {"2022", 9}, {"2023", 5}, {"2024", 6}}));
    line.series[0].values[1].words = "record";
    CHECK(says(drawn(line).value(), "9 · record"));
}
