// Whose number it is: as published, or our own analysis of what was.
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

spec::Exhibit bars(const std::vector<std::string>& names) {
    auto chart = exhibit("fig:bars", "bar");
    for (const auto& name : names) chart.facts.push_back(labelled(name, "Label"));
    return chart;
}

spec::Exhibit whole_table() {
    auto table = exhibit("tab:t", "");
    table.all_columns = true;
    return table;
}

spec::NamedValue ratio() {
    auto ratio = value("ratio", "percent(value('india.people'), value('paris.people'))");
    ratio.unit = text("percent");
    ratio.qualifier = vocabulary::Qualifier::less_than;
    return ratio;
}

std::string source_of(Desk& desk, spec::Exhibit exhibit) {
    desk.briefing.sections = {section("news", "So.", {std::move(exhibit)})};
    const auto result = desk.bind();
    REQUIRE(result.has_value());
    return Desk::shown(result.value().sections.at(0).exhibits.at(0).source);
}

}  // namespace

TEST_CASE("what is worked out names the sources that it is made of, apart from what is printed as published",
          "[bind]") {
    Desk desk;
    desk.briefing.values = {ratio()};
    CHECK(source_of(desk, bars({"survey.stage3"})) == "Futurum Group[1]");
    CHECK(source_of(desk, bars({"ratio"})) == "Own analysis of PyTorch Foundation[1,2]");
    CHECK(source_of(desk, bars({"survey.stage3", "ratio"})) ==
          "Futurum Group[1]; own analysis of PyTorch Foundation[2,3]");
    auto with_words = bars({"ratio"});
    with_words.source = text("our notes");
    CHECK(source_of(desk, with_words) == "our notes; own analysis of PyTorch Foundation[1,2]");
}

TEST_CASE("a query that only reads prints as published; one that counts is own analysis", "[bind]") {
    Desk desk;
    auto table = whole_table();
    table.query = text("SELECT id, value FROM facts WHERE id = 'survey.stage3'");
    CHECK(source_of(desk, table) == "Futurum Group[1]");
    table.query = text("SELECT 2 * value AS twice FROM facts WHERE id = 'survey.stage3'");
    CHECK(source_of(desk, table) == "Own analysis of Futurum Group[1]");
}

TEST_CASE("a value that hands on what a fact says is that fact's; rows in place say whose their numbers are",
          "[bind]") {
    Desk desk;
    auto handed = value("handed", "SELECT value FROM facts WHERE id = 'survey.stage3'");
    handed.unit = text("percent");
    desk.briefing.values = {handed, ratio()};
    CHECK(source_of(desk, bars({"handed"})) == "Futurum Group[1]");
    spec::InlineRow row;
    row.cells = {{text("what"), text("Share")}, {text("share"), text("{{ ratio }}")}};
    auto table = whole_table();
    table.rows = {row};
    CHECK(source_of(desk, table) == "Own analysis of PyTorch Foundation[1,2]");
}

TEST_CASE("totals and rates that an exhibit works out are marked too", "[bind]") {
    Desk desk;
    auto columns = chart_of_facts("column", {"hybrid.2024", "hybrid.2030"});
    columns.channels[vocabulary::Channel::x] = {channel("period")};
    CHECK(source_of(desk, columns) == "Futurum Group[1]");
    auto arrow = annotation(spec::Annotation::Kind::difference);
    arrow.ends = {text("2024"), text("2030")};
    columns.annotations = {arrow};
    CHECK(source_of(desk, columns) == "Futurum Group[1]; own analysis");
}

TEST_CASE("a sentence's own number cites an entry that says so, behind the sources", "[bind][citations]") {
    Desk desk;
    desk.briefing.values = {ratio()};
    desk.briefing.sections = {section(
        "news",
        "{{ paris.people }} came. That is {{ ratio }} of it. And {{ ratio }} again, and {{ paris.people }} came. "
        "{{ survey.stage3 }} are there. {{ ratio | nocite }} is not cited.")};
    const auto result = desk.bind();
    REQUIRE(result.has_value());
    const auto& document = result.value();
    const auto words = Desk::shown(document.sections[0].body.at(0));
    CHECK_THAT(words, ContainsSubstring("came.[1] That is"));
    CHECK_THAT(words, ContainsSubstring("of it.[5] And"));
    CHECK_THAT(words, ContainsSubstring("came.[1,5] 68% are there.[3]"));
    REQUIRE(document.sources.size() == 5);
    CHECK(document.sources[3].id == "note");  // through which the first is known
    CHECK(document.sources[4].id.empty());
    CHECK(document.sources[4].number == 5);
    CHECK(Desk::shown(document.sources[4].text) == "Own analysis of PyTorch Foundation[1,2].");

    // Where no words cite, nothing leads to such an entry.
    desk.layout.citations = style::Citations::none;
    const auto silent = desk.bind();
    REQUIRE(silent.has_value());
    for (const auto& entry : silent.value().sources) CHECK_FALSE(entry.id.empty());
}

TEST_CASE("a fact that a line, a band or their words show is a source of the exhibit", "[bind]") {
    Desk desk;
    auto annotated = bars({"hybrid.2024", "hybrid.2030"});
    CHECK(source_of(desk, annotated) == "Futurum Group[1]");
    auto line = annotation(spec::Annotation::Kind::line);
    line.x = text("india.people");
    line.text = text("People in India");
    annotated.annotations = {line};
    const auto with_line = source_of(desk, annotated);
    CHECK_THAT(with_line, ContainsSubstring("PyTorch Foundation"));
    auto band = annotation(spec::Annotation::Kind::band);
    band.x = spec::Text{};
    band.ends = {text("0"), text("india.people")};
    annotated.annotations = {band};
    CHECK(source_of(desk, annotated) == with_line);
    auto callout = annotation(spec::Annotation::Kind::callout);
    callout.x = text("Label");
    callout.text = text("{{ india.people }} came");
    annotated.annotations = {callout};
    CHECK(source_of(desk, annotated) == with_line);
}

TEST_CASE("tiles mark what is worked out, whatever else they say below the label", "[bind]") {
    Desk desk;
    desk.briefing.values = {ratio()};
    desk.briefing.key_figures = {tile("ratio")};
    const auto detail = [&] { return Desk::shown(desk.bind().value().key_figures.at(0).detail); };
    CHECK(detail() == "Own analysis[1,2]");
    desk.briefing.key_figures[0].detail = text("Bengaluru of Paris");
    CHECK(detail() == "Bengaluru of Paris, own analysis[1,2]");
    desk.briefing.values[0].period = text("2026-04");
    desk.briefing.key_figures[0].detail.reset();
    CHECK(detail() == "April 2026, own analysis[1,2]");
    desk.briefing.key_figures[0].value = text("india.people");
    CHECK(detail() == "7 February 2026[1]");
}

TEST_CASE("a tile's trend cites what its line is drawn from", "[bind]") {
    Desk desk;
    desk.briefing.key_figures = {tile("india.people")};
    desk.briefing.key_figures[0].trend =
        text("SELECT period, value FROM facts WHERE id LIKE 'hybrid.%' ORDER BY period");
    CHECK(Desk::shown(desk.bind().value().key_figures.at(0).detail) == "7 February 2026[1,2]");
}

TEST_CASE("each language says own analysis in its own order", "[bind]") {
    Desk desk;
    desk.briefing.values = {ratio()};
    const auto in = [&](const char* language) {
        desk.target.language = language;
        return source_of(desk, bars({"ratio"}));
    };
    CHECK(in("fr") == "Calculs de la rédaction d’après PyTorch Foundation[1,2]");
    CHECK(in("de") == "Eigene Auswertung von PyTorch Foundation[1,2]");
    CHECK(in("hi") == "PyTorch Foundation[1,2] पर आधारित स्वयं का विश्लेषण");
    CHECK(in("zh") == "根据PyTorch Foundation[1,2]自行分析");
}

TEST_CASE("the format `source` names every source, and says where the number is ours", "[bind]") {
    Desk desk;
    desk.briefing.values = {ratio()};
    CHECK(desk.finding("By {{ survey.stage3 | source nocite }}.") == "By Futurum Group.");
    CHECK(desk.finding("It is {{ ratio | source nocite }}.") == "It is own analysis of PyTorch Foundation.");
}
