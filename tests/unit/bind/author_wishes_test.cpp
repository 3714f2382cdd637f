// What authors ask of a chart beside its data, as the document has it: order, axes, directions, words, bases.
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;
using vocabulary::Channel;

namespace {

const char* const kTowns =
    "WITH t(town, mm, note) AS (VALUES ('Zell',5,''),('Item 10',9,'wet'),('Item 2',2,''),('émile',NULL,'')) "
    "SELECT town, mm, note, 120 AS n FROM t";

spec::Exhibit towns(const std::string& form) {
    auto chart = exhibit("fig:towns", form);
    chart.query = text(kTowns);
    chart.source = text("Made for this test");
    chart.channels = {{Channel::y, {channel("town")}}, {Channel::x, {channel("mm")}}};
    return chart;
}

diag::Result<doc::Document> bound(spec::Exhibit chart) {
    Desk desk;
    desk.briefing.sections = {section("news", "So.", {std::move(chart)})};
    return desk.bind();
}

doc::Exhibit good(spec::Exhibit chart) {
    auto result = bound(std::move(chart));
    REQUIRE(result.ok());
    return result.value().sections.at(0).exhibits.at(0);
}
doc::Chart drawn(spec::Exhibit chart) {
    return std::get<doc::Chart>(good(std::move(chart)).content);
}

/// The codes of the errors.
std::vector<std::string> errors(spec::Exhibit chart) {
    const auto result = bound(std::move(chart));
    std::vector<std::string> codes;
    for (const auto& diagnostic : result.diagnostics())
        if (diagnostic.severity == diag::Severity::error) codes.emplace_back(to_string(diagnostic.code));
    return codes;
}

}  // namespace

TEST_CASE("categories are sorted with their values before anything is drawn", "[bind][sort]") {
    auto chart = towns("bar");
    chart.sort = vocabulary::Sort::value;
    CHECK(drawn(chart).categories == std::vector<std::string>{"Item 10", "Zell", "Item 2", "émile"});
    CHECK(drawn(chart).series[0].values[0].number == 9);
    chart.sort = vocabulary::Sort::rising;
    CHECK(drawn(chart).categories == std::vector<std::string>{"Item 2", "Zell", "Item 10", "émile"});
    chart.sort = vocabulary::Sort::name;
    CHECK(drawn(chart).categories == std::vector<std::string>{"émile", "Item 2", "Item 10", "Zell"});
    chart.sort = vocabulary::Sort::data;
    CHECK(drawn(chart).categories.front() == "Zell");
}

TEST_CASE("a chart that stands has its names on x", "[bind][standing]") {
    auto chart = towns("dot");
    chart.channels = {{Channel::x, {channel("town")}}, {Channel::y, {channel("mm")}}};
    chart.lying = false;
    const auto standing = drawn(chart);
    CHECK_FALSE(is_lying(standing));
    CHECK(standing.categories.front() == "Zell");
    CHECK(standing.series[0].values[0].number == 5);
}

TEST_CASE("wishes for axes reach the chart, or are refused", "[bind][axes]") {
    auto chart = towns("dot");
    auto& x = chart.channels[Channel::x][0];
    x.title = text("Rain");
    x.step = text("2.5");
    x.side = vocabulary::AxisSide::top;
    const auto wished = drawn(chart);
    CHECK(wished.x_axis.title == "Rain");
    CHECK(wished.x_axis.step == 2.5);
    CHECK(wished.x_axis.opposite);
    x.side = vocabulary::AxisSide::left;
    CHECK(errors(chart) == std::vector<std::string>{"bad_value"});
    x.side.reset();
    x.step = text("0.1");
    CHECK(errors(chart) == std::vector<std::string>{"bad_value"});
    x.step.reset();
    chart.channels[Channel::y][0].step = text("2");
    CHECK(errors(chart) == std::vector<std::string>{"key_conflict"});
    auto pie = towns("pie");
    pie.channels[Channel::x][0].title = text("Rain");
    CHECK(errors(pie) == std::vector<std::string>{"key_conflict"});
}

TEST_CASE("words stand beside the number of their row", "[bind][text]") {
    auto chart = towns("bar");
    chart.channels[Channel::text] = {channel("note")};
    CHECK(drawn(chart).series[0].values[1].words == "wet");
    CHECK(drawn(chart).series[0].values[0].words.empty());
}

TEST_CASE("a note needs a place on both axes", "[bind][notes]") {
    auto chart = towns("bar");
    auto note = annotation(spec::Annotation::Kind::note);
    note.x = text("4");
    note.y = text("Zell");
    note.text = text("Here");
    chart.annotations = {note};
    const auto placed = drawn(chart).annotations.at(0);
    CHECK(placed.number == 4);
    CHECK(placed.category == "Zell");
    CHECK(placed.text == "Here");
}

TEST_CASE("an error in an annotation's label is reported", "[bind][notes][diag]") {
    auto chart = towns("bar");
    auto line = annotation(spec::Annotation::Kind::line);
    line.x = text("4");
    line.text = text("{{ broken }}");
    chart.annotations = {line};
    Desk desk;
    desk.briefing.values = {value("broken", "SELECT nonsense FROM nowhere")};
    desk.briefing.sections = {section("news", "So.", {chart})};
    CHECK_FALSE(desk.bind().ok());
}

TEST_CASE("the author names who was counted; the n is that of the data", "[bind][base]") {
    auto chart = towns("bar");
    chart.base = text("households");
    CHECK(good(chart).base == "n\u00a0=\u00a0120 households");
    chart.base = text("95 households");
    CHECK(good(chart).base == "95 households");
    chart.base.reset();
    CHECK(good(chart).base.empty());
}
