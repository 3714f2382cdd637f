// What an audience asks for: order of sections and parts, depth, words, units, region.
#include "bind/text/codes.h"
#include "bind/values/codes.h"
#include "bind/values/reader_units.h"
#include "bind/values/values.h"
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;
using precis::bind::Bound;
using precis::bind::conversion_of;
using precis::bind::converted;
using vocabulary::Part;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// A briefing for one audience, "staff".
struct OneAudience : Desk {
    OneAudience() {
        briefing.audiences = {audience("staff")};
        target.audience = "staff";
    }
    spec::Audience& staff() { return briefing.audiences.front(); }
    void say(const Pairs& words) {
        for (const auto& [word, own] : words) staff().vocabulary.emplace_back(text(word), text(own));
    }
    void convert(const Pairs& units) {
        for (const auto& [from, to] : units) staff().units.emplace_back(text(from), text(to));
    }
    void put_first(const std::vector<std::string>& names) {
        for (const auto& name : names) {
            spec::Precedence first;
            first.part = vocabulary::named<Part>(name);
            if (!first.part) first.section = name;
            first.written = text(name);
            staff().order.push_back(first);
        }
    }
    doc::Document bound() {
        const auto result = bind();
        diagnostics = result.diagnostics();
        for (const auto& one : diagnostics) UNSCOPED_INFO(one.message);
        REQUIRE(result.has_value());
        return result.value();
    }
};

std::vector<std::string> ids(const std::vector<doc::Section>& sections) {
    std::vector<std::string> ids;
    for (const auto& section : sections) ids.push_back(section.id);
    return ids;
}

spec::Exhibit rain(std::string id) {
    auto chart = chart_of_facts("bar", {"paris.people", "india.people"});
    chart.id = text(std::move(id));
    return chart;
}

data::Fact road(std::string id, std::string number, std::string unit) {
    auto road = fact(std::move(id), std::move(number), std::move(unit), "note");
    road.period = "2026";
    return road;
}

std::string printed(std::string number, const std::string& unit, const Pairs& units) {
    OneAudience desk;
    desk.convert(units);
    const auto bound = bind::from_fact(road("x", std::move(number), unit), desk.model);
    const auto conversion = conversion_of(desk.staff(), bound);
    REQUIRE(conversion);
    bind::Format format;
    format.unit = true;
    diag::Diagnostics none;
    auto text = bind::print(converted(bound, *conversion), format, bind::Setting::prose, *locale::Locale::find("en-GB"),
                            {}, none)
                    .text();
    CHECK(none.empty());
    for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0")) text.replace(at, 2, " ");
    return text;
}

}  // namespace

TEST_CASE("sections of the order come first among their neighbours, and exhibits are numbered anew", "[bind][reader]") {
    OneAudience desk;
    desk.briefing.sections = {section("a", "See @fig:one.", {rain("fig:one")}), section("b", "Text."),
                              section("c", "See @fig:two.", {rain("fig:two")})};
    desk.briefing.sections[0].sections = {section("d", "Text."), section("e", "Text.")};
    desk.put_first({"c", "e"});
    const auto document = desk.bound();
    CHECK(ids(document.sections) == std::vector<std::string>{"c", "a", "b"});
    CHECK(ids(document.sections[1].sections) == std::vector<std::string>{"e", "d"});
    CHECK(document.sections[0].exhibits.at(0).number == "Figure\u00a01");
    CHECK(document.sections[1].exhibits.at(0).number == "Figure\u00a02");
}

TEST_CASE("parts change places among the slots that they have in the layout", "[bind][reader]") {
    OneAudience desk;
    desk.layout.parts =
        parts({Part::title, Part::summary, Part::findings, Part::sections, Part::recommendations, Part::sources});
    desk.layout.parts[4].arrange = style::Arrange::columns;
    desk.put_first({"recommendations", "glossary", "findings"});
    bind::order_parts(desk.briefing, desk.project, desk.target, desk.layout);
    std::vector<Part> order;
    for (const auto& rule : desk.layout.parts) order.push_back(rule.part);
    CHECK(order == std::vector{Part::title, Part::summary, Part::recommendations, Part::sections, Part::findings,
                               Part::sources});
    CHECK(desk.layout.parts[2].arrange == style::Arrange::columns);
    desk.target.audience = "others";
    desk.layout.parts = parts({Part::findings, Part::recommendations});
    bind::order_parts(desk.briefing, desk.project, desk.target, desk.layout);
    CHECK(desk.layout.parts[0].part == Part::findings);
}

TEST_CASE("parts that stand side by side on a page move together", "[bind][reader]") {
    OneAudience desk;
    style::Master page;
    page.name = "page";
    for (const auto& [name, first, last] :
         {std::tuple("full", 1, 12), std::tuple("left", 1, 7), std::tuple("right", 8, 12)}) {
        style::Frame frame;
        frame.name = name, frame.first_column = first, frame.last_column = last;
        page.frames.push_back(frame);
    }
    desk.layout.masters = {page};
    desk.layout.parts = parts({Part::title, Part::exhibits, Part::findings, Part::recommendations});
    const std::vector<std::string> frames{"full", "left", "right", "full"};
    for (std::size_t i = 0; i < frames.size(); ++i) desk.layout.parts[i].frame = frames[i];
    desk.put_first({"recommendations", "findings"});
    bind::order_parts(desk.briefing, desk.project, desk.target, desk.layout);
    std::vector<Part> order;
    for (const auto& rule : desk.layout.parts) order.push_back(rule.part);
    CHECK(order == std::vector{Part::title, Part::recommendations, Part::exhibits, Part::findings});
}

TEST_CASE("a depth keeps the first blocks, and those with a low optional leave first", "[bind][reader]") {
    OneAudience desk;
    desk.briefing.findings = {item("One."), item("Two."), item("Three."), item("Four.")};
    desk.briefing.findings[0].conditions.optional = 2;
    desk.briefing.findings[2].conditions.audiences = {text("others")};  // not seen, so not counted
    desk.briefing.recommendations = {item("Do."), item("Act.")};
    desk.briefing.key_figures = {tile("paris.people"), tile("india.people")};
    desk.briefing.watch = {item("Soon."), item("Later.")};
    auto& depth = desk.staff().depth;
    depth.findings = 2, depth.recommendations = 1, depth.key_figures = 1, depth.watch = 1;
    auto document = desk.bound();
    REQUIRE(document.findings.size() == 2);
    CHECK(Desk::shown(document.findings[0].text) == "Two.");
    CHECK(Desk::shown(document.findings[1].text) == "Four.");
    CHECK(Desk::shown(document.recommendations.at(0).text) == "Do.");
    CHECK((document.recommendations.size() == 1 && document.key_figures.size() == 1 && document.watch.size() == 1));
    depth.findings = 1;
    CHECK(Desk::shown(desk.bound().findings.at(0).text) == "Two.");
    depth.findings = 9;
    CHECK(desk.bound().findings.size() == 3);
}

TEST_CASE("sections below the depth are gone with their exhibits, and a reference to them is an error",
          "[bind][reader]") {
    OneAudience desk;
    desk.briefing.sections = {section("a", "See @fig:one.", {rain("fig:one"), rain("fig:three")})};
    desk.briefing.sections[0].sections = {section("b", "See @fig:two.", {rain("fig:two")})};
    desk.staff().depth.headings = 1;
    auto document = desk.bound();
    CHECK(document.sections.at(0).sections.empty());
    CHECK(document.sections[0].exhibits.size() == 2);
    desk.briefing.sections[0].body = {item("See @fig:one and @sec:b.")};
    (void)desk.bound();
    CHECK(desk.count(bind::code::hidden_reference) == 1);
    desk.staff().depth.headings = 2;
    (void)desk.bound();
    CHECK(desk.count(bind::code::hidden_reference) == 0);
    desk.staff().depth.exhibits = 1;
    desk.briefing.sections[0].sections[0].body = {item("Text.")};
    document = desk.bound();
    CHECK(document.sections[0].exhibits.size() == 1);
    CHECK(document.sections[0].sections[0].exhibits.empty());
    CHECK(desk.count(bind::code::hidden_reference) == 0);
}

TEST_CASE("a reader's words stand for the author's, whole and with their case", "[bind][reader]") {
    OneAudience desk;
    desk.say({{"inference", "running a model"},
              {"GenAI", "generative AI"},
              {"model serving", "answering"},
              {"model", "program"}});
    const auto said = [&](const std::string& words) { return desk.finding(words); };
    CHECK(said("Inference grows, and inference pays.") == "Running a model grows, and running a model pays.");
    CHECK(said("GenAI grows. GenAI pays, and so does GenAI.") ==
          "Generative AI grows. Generative AI pays, and so does generative AI.");
    CHECK(said("Model serving beats a model.") == "Answering beats a program.");
    CHECK(said("Inferences, genai, GenAI-ready and remodel stay.") ==
          "Inferences, genai, GenAI-ready and remodel stay.");
    CHECK(said("They, e.g. GenAI, win.") == "They, e.g. generative AI, win.");
    CHECK(said("It is **GenAI** in *inference*.") == "It is generative AI in running a model.");
}

TEST_CASE("code, addresses, quotations, names, bound values and sources keep their words", "[bind][reader]") {
    OneAudience desk;
    desk.say({{"inference", "running a model"}, {"people", "persons"}, {"Futurum Group", "the group"}});
    desk.briefing.names = {text("inference day")};
    CHECK(desk.finding("See `inference` and <https://example.org/inference>.") ==
          "See inference and https://example.org/inference.");
    CHECK(desk.finding("They call it \"inference\", we inference.") == "They call it “inference”, we running a model.");
    CHECK(desk.finding("At inference day, 5\" wide, inference.") == "At inference day, 5” wide, running a model.");
    CHECK(desk.finding("Of {{ india.people | unit }}, people came.") == "Of 460 people, persons came.[1]");
    desk.briefing.sections = {section("a", "> Our inference is fast.\n\nInference is fast.", {rain("fig:one")})};
    desk.briefing.sections[0].exhibits[0].source = text("Futurum Group");
    desk.briefing.sections[0].exhibits[0].alt = text("People at inference");
    desk.briefing.sections[0].exhibits[0].title = text("Inference draws people");
    desk.briefing.sections[0].speaker_notes = text("Say inference.");
    const auto document = desk.bound();
    const auto& section = document.sections.at(0);
    const auto& quote = std::get<doc::Quote>(section.body.at(0).content);
    CHECK(Desk::shown(quote.blocks.at(0)) == "Our inference is fast.");
    CHECK(Desk::shown(section.body.at(1)) == "Running a model is fast.");
    CHECK(Desk::shown(section.exhibits.at(0).source).find("Futurum Group") != std::string::npos);
    CHECK(section.exhibits[0].alternative == "Persons at running a model");
    CHECK(Desk::shown(section.exhibits[0].title) == "Running a model draws persons");
    CHECK(section.speaker_notes == "Say running a model.");
}

TEST_CASE("titles that are printed elsewhere have the reader's words, too", "[bind][reader]") {
    OneAudience desk;
    desk.say({{"inference", "running a model"}});
    desk.briefing.title = text("Inference");
    desk.briefing.sections = {section("a", "See @title:sec:b; the title is {{ title }}."), section("b", "Text.")};
    desk.briefing.sections[1].title = text("On inference");
    const auto document = desk.bound();
    CHECK(doc::plain_text(document.title) == "Running a model");
    CHECK(Desk::shown(document.sections.at(0).body.at(0)) == "See On running a model; the title is Running a model.");
}

TEST_CASE("a word of the briefing's own audience that no text has is a warning at the word", "[bind][reader][diag]") {
    OneAudience desk;
    desk.briefing.source = std::make_shared<diag::SourceText>("briefing.yaml", "audiences: …");
    desk.briefing.outputs.emplace_back().name = text("report");
    desk.briefing.findings = {item("Inference grows; `tokens` and {{ survey.stage3 }} do.")};
    for (const auto* word : {"inference", "tokens", "survey"}) {
        auto written = text(word);
        written.span.source = desk.briefing.source;
        desk.staff().vocabulary.emplace_back(written, text("another"));
    }
    const auto targets = precis::bind::targets(desk.briefing, desk.project);
    REQUIRE(targets.diagnostics().size() == 2);
    CHECK(targets.diagnostics()[0].code == diag::code::unused_word);
    CHECK(targets.diagnostics()[0].message == "no text here has the word “tokens”");
    CHECK(targets.diagnostics()[1].message == "no text here has the word “survey”");
    const auto missing = bind::missing_words(desk.briefing, desk.staff(), "en-GB");
    REQUIRE(missing.size() == 2);
}

TEST_CASE("numbers are converted by exact factors, and as exact as the data", "[bind][reader][units]") {
    const Pairs us{{"km", "miles"},       {"m²", "sq ft"}, {"kg", "lb"},  {"°C", "°F"},    {"ha", "acres"},
                   {"litres", "gallons"}, {"km/h", "mph"}, {"m", "feet"}, {"km²", "sq mi"}};
    CHECK(printed("100", "km", us) == "62 miles");
    CHECK(printed("1234", "kilometres", us) == "767 miles");
    CHECK(printed("12.5", "km", us) == "7.8 miles");
    CHECK(printed("1", "km", us) == "0.62 miles");
    CHECK(printed("500", "m²", us) == "5,380 sq ft");
    CHECK(printed("5", "m²", us) == "54 sq ft");
    CHECK(printed("68", "kg", us) == "150 lb");
    CHECK(printed("21.5", "°C", us) == "70.7 °F");
    CHECK(printed("0", "°C", us) == "32 °F");
    CHECK(printed("1.5", "ha", us) == "3.7 acres");
    CHECK(printed("1000", "litres", us) == "264.2 gallons");
    CHECK(printed("120", "km/h", us) == "75 mph");
    CHECK(printed("8.3", "kg per person", us) == "18.3 lb per person");
    CHECK(printed("230", "people per km²", us) == "596 people per sq mi");
    CHECK(printed("0.3048", "m", {{"m", "feet"}}) == "1.000 foot");
    CHECK(printed("26.2", "miles", {{"miles", "km"}}) == "42.2 km");
}

TEST_CASE("a text converts a number whose unit it says, and its word", "[bind][reader][units]") {
    OneAudience desk;
    desk.convert({{"km", "miles"}, {"°C", "°F"}});
    desk.model.facts.push_back(road("road", "100", "km"));
    desk.model.facts.push_back(road("path", "250", "km"));
    desk.model.facts.push_back(road("heat", "20", "°C"));
    CHECK(desk.finding("A road of {{ road }} km, and {{ road | unit }}.") == "A road of 62 miles, and 62 miles.[1]");
    CHECK(desk.finding("From {{ road }} to {{ path }} kilometres.") == "From 62 to 155 miles.[1]");
    CHECK(desk.finding("At {{ heat }} °C.") == "At 68 °F.[1]");
    CHECK(desk.count(bind::code::unit_not_converted) == 0);
    CHECK(desk.finding("A length of {{ road }}.") == "A length of 100.[1]");
    CHECK(desk.count(bind::code::unit_not_converted) == 1);
    CHECK(desk.finding("Some {{ india.people }} people on {{ road }} km.") == "Some 460 people on 62 miles.[1,2]");
}

TEST_CASE("claims and queries see the numbers of the data", "[bind][reader][units]") {
    OneAudience desk;
    desk.convert({{"km", "miles"}});
    desk.model.facts.push_back(road("road", "100", "km"));
    desk.briefing.claim.conditions = {text("value('road') = 100")};
    auto twice = value("twice", "2 * value('road')");
    twice.unit = text("km");
    desk.briefing.values = {twice};
    CHECK(desk.finding("The way back: {{ twice | unit }}.") == "The way back: 124 miles.[2]");
    for (const auto& one : desk.diagnostics) UNSCOPED_INFO(one.message);
    CHECK(desk.diagnostics.empty());
}

TEST_CASE("a computed temperature is not converted: it may be a difference", "[bind][reader][units]") {
    OneAudience desk;
    desk.convert({{"°C", "°F"}, {"km", "miles"}});
    CHECK_FALSE(conversion_of(desk.staff(), "°C", true));
    CHECK(conversion_of(desk.staff(), "km", true));
    REQUIRE(conversion_of(desk.staff(), "°C per year", false));
    CHECK(conversion_of(desk.staff(), "°C per year", false)->number(10) == Approx(18));
    CHECK_FALSE(conversion_of(desk.staff(), "people", false));
    CHECK_FALSE(conversion_of(desk.staff(), "USD", false));
}

TEST_CASE("tiles print the converted unit, or their label says it", "[bind][reader][units]") {
    OneAudience desk;
    desk.convert({{"km", "miles"}});
    desk.model.facts.push_back(road("road", "100", "km"));
    desk.briefing.key_figures = {tile("road"), tile("road")};
    desk.briefing.key_figures[1].label = text("km of road");
    const auto document = desk.bound();
    CHECK(document.key_figures.at(0).number == "62");
    CHECK(document.key_figures[0].unit == "miles");
    CHECK(document.key_figures.at(1).unit.empty());
    CHECK(Desk::shown(document.key_figures[1].label) == "miles of road");
}

TEST_CASE("units are whole words, and those behind figures stay", "[bind][reader][units]") {
    OneAudience desk;
    desk.convert({{"m", "feet"}, {"km²", "sq mi"}, {"°C", "°F"}});
    const auto said = [&](std::string words) {
        auto written = text(std::move(words));
        std::vector<const vocabulary::Measure*> replaced;
        bind::put_units_of_reader(written, desk.staff(), replaced);
        return written.text;
    };
    CHECK(said("Height, m") == "Height, feet");
    CHECK(said("Height in metres (m)") == "Height in feet (feet)");
    CHECK(said("A crém, a dam, I’m, m/s and m² stay") == "A crém, a dam, I’m, m/s and m² stay");
    CHECK(said("At 5 m and {{ depth }} m") == "At 5 m and {{ depth }} m");
    CHECK(said("People per km², in °C") == "People per sq mi, in °F");
}

TEST_CASE("charts and tables are drawn in the reader's unit, with domains and annotations", "[bind][reader][units]") {
    OneAudience desk;
    desk.convert({{"km", "miles"}});
    desk.model.facts.push_back(road("road", "100", "km"));
    desk.model.facts.push_back(road("path", "250", "km"));
    auto chart = chart_of_facts("bar", {"road", "path"});
    chart.subtitle = text("Length, km");
    chart.annotations = {annotation(spec::Annotation::Kind::line)};
    chart.annotations[0].x = text("161");
    chart.annotations[0].text = text("Limit in km");
    auto table = exhibit("tab:roads", "");
    table.facts = chart.facts;
    table.columns = {column("label"), column("value")};
    table.columns[1].label = text("Length in km");
    desk.briefing.sections = {section("a", "See @fig:facts, @tab:roads.", {chart, table})};
    const auto document = desk.bound();
    CHECK(desk.count(bind::code::unit_not_converted) == 0);
    const auto& exhibits = document.sections.at(0).exhibits;
    CHECK(Desk::shown(exhibits.at(0).subtitle) == "Length, miles");
    const auto& drawn = std::get<doc::Chart>(exhibits[0].content);
    CHECK(drawn.format.unit == "miles");
    CHECK(drawn.series.at(0).values.at(0).number.value() == Approx(62.137119));
    CHECK(drawn.series[0].values[0].text == "62");
    CHECK(drawn.annotations.at(0).number.value() == Approx(100.04076));
    CHECK(drawn.annotations[0].text == "Limit in miles");
    const auto& rows = std::get<doc::Table>(exhibits.at(1).content);
    CHECK(rows.columns.at(1).label == "Length in miles");
    CHECK(rows.rows.at(1).cells.at(1).text == "155");
    // The words say a unit that no number has.
    desk.briefing.sections[0].exhibits[0].facts = {{text("india.people"), {}}, {text("paris.people"), {}}};
    (void)desk.bound();
    CHECK(desk.count(bind::code::unit_not_converted) == 1);
}

TEST_CASE("a region changes numbers and dates, not the words of the language", "[bind][reader][locale]") {
    OneAudience desk;
    desk.briefing.outputs.emplace_back().name = text("report");
    desk.briefing.findings = {item("On {{ date }} it cost {{ ci-cost }}.")};
    desk.briefing.date = text("2026-08-31");
    desk.staff().locale = text("en-US");
    const auto targets = precis::bind::targets(desk.briefing, desk.project);
    REQUIRE(targets.ok());
    CHECK(targets.value().at(0).region == "en-US");
    CHECK(targets.value()[0].language == "en-GB");
    desk.target.region = "en-US";
    CHECK(desk.bound().date == "August\u00a031, 2026");
    desk.target.region.clear();
    CHECK(desk.bound().date == "31\u00a0August 2026");
    const auto refused = [&](const char* region) {
        desk.staff().locale = text(region);
        const auto found = precis::bind::targets(desk.briefing, desk.project).diagnostics();
        return found.size() == 1 && found[0].code == diag::code::bad_value ? found[0].message : std::string("none");
    };
    CHECK(refused("de-CH") == "“de-CH” is a region of another language than “en-GB”, in which the text is");
    CHECK(refused("xx-YY") == "“xx-YY” is not a region that precis knows");
    desk.staff().language = text("de");
    desk.staff().locale = text("de-CH");
    CHECK(precis::bind::targets(desk.briefing, desk.project).ok());
}

TEST_CASE("an audience's pages name outputs that there are", "[bind][reader][diag]") {
    OneAudience desk;
    desk.briefing.source = std::make_shared<diag::SourceText>("briefing.yaml", "audiences: …");
    desk.briefing.outputs.resize(2);
    desk.briefing.outputs[0].name = text("report");
    desk.briefing.outputs[1].name = text("deck");
    spec::PageBudget report, deck;
    report.output = text("report"), report.most = 2;
    deck.output = text("dekc"), deck.most = 9;
    desk.staff().pages = {report, deck};
    const auto found = precis::bind::targets(desk.briefing, desk.project).diagnostics();
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == diag::code::unknown_name);
    CHECK(found[0].remedy == "did you mean “deck”?");
    desk.target.output = "report";
    REQUIRE(bind::page_budget(desk.briefing, desk.project, desk.target) != nullptr);
    CHECK(bind::page_budget(desk.briefing, desk.project, desk.target)->most == 2);
    desk.target.output = "deck";
    CHECK(bind::page_budget(desk.briefing, desk.project, desk.target) == nullptr);
    desk.staff().pages.front().output = {};
    CHECK(bind::page_budget(desk.briefing, desk.project, desk.target)->most == 2);
}
