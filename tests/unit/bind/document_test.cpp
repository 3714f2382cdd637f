// Sections, exhibits, sources: the document as a layout gets it.
#include <set>

#include "bind/codes.h"
#include "bind/text/codes.h"
#include "bind/values/codes.h"
#include "data/codes.h"
#include "diag/codes.h"
#include "fixture.h"
#include "locale/locale.h"

using namespace precis;
using namespace precis::bind::test;
namespace {

spec::Exhibit attendance() {
    auto bars = exhibit("fig:attendance", "bar");
    bars.facts = {labelled("paris.people", "Paris"), labelled("india.people", "Bengaluru")};
    bars.highlight = {text("Paris")};
    return bars;
}

/// The only exhibit of the document.
const doc::Exhibit& only_exhibit(const diag::Result<doc::Document>& result) {
    REQUIRE(result.ok());
    return result.value().sections.at(0).exhibits.at(0);
}

}  // namespace

TEST_CASE("an exhibit of facts: bars with qualifiers, a highlight, a source line", "[bind]") {
    Desk desk;
    desk.briefing.sections = {section("news", "See @fig:attendance. Then.\n\nMore.", {attendance()})};
    const auto result = desk.bind();
    REQUIRE(result.ok());
    const auto& bound = result.value().sections.at(0);
    REQUIRE(bound.exhibits.size() == 1);
    const auto& exhibit = bound.exhibits[0];
    CHECK(exhibit.number == "Figure\u00a01");
    const auto& chart = std::get<doc::Chart>(exhibit.content);
    CHECK(chart.categories == std::vector<std::string>{"Paris", "Bengaluru"});
    REQUIRE(chart.series.size() == 1);
    CHECK(chart.series[0].values[0].text == ">600");
    CHECK(chart.series[0].values[0].qualifier == data::Qualifier::more_than);
    CHECK(chart.series[0].values[1].number == 460);
    CHECK(chart.category_highlighted == std::vector<bool>{true, false});
    CHECK(Desk::shown(exhibit.source) == "PyTorch Foundation[1,2]");
    // Behind the paragraph that refers to it.
    REQUIRE(bound.body.size() == 3);
    CHECK(std::holds_alternative<doc::ExhibitPlace>(bound.body[1].content));
    CHECK(Desk::shown(bound.body[0]) == "See Figure 1. Then.");
}

TEST_CASE("time categories come from periods, in order, with their days", "[bind]") {
    Desk desk;
    auto columns = chart_of_facts("column", {"hybrid.2030", "hybrid.2024"});
    columns.channels[vocabulary::Channel::x] = {channel("period")};
    auto arrow = annotation(spec::Annotation::Kind::difference);
    arrow.ends = {text("2024"), text("2030")};
    columns.annotations = {arrow};
    desk.briefing.sections = {section("news", "So.", {columns})};
    const auto result = desk.bind();
    const auto& chart = std::get<doc::Chart>(only_exhibit(result).content);
    CHECK(chart.categories == std::vector<std::string>{"2024", "2030"});
    CHECK(chart.periods.size() == 2);
    CHECK(chart.series[0].values[1].status == data::Status::forecast);
    CHECK(chart.series[0].values[1].text == "43.5");
    CHECK(chart.format.symbol == "%");
    CHECK(chart.annotations.at(0).ends == std::vector<std::string>{"2024", "2030"});
}

TEST_CASE("rows of a query become series; a missing point is a gap", "[bind]") {
    Desk desk;
    auto lines = exhibit("fig:lines", "line");
    lines.highlight = {text("B")};
    lines.source = text("Made for this test");
    lines.query = text(
        "WITH t(q, who, c) AS (VALUES ('2026-Q2','A',2),('2026-Q1','A',1),('2026-Q2','B',5)) SELECT q, who, c FROM t");
    lines.channels = {{vocabulary::Channel::x, {channel("q")}},
                      {vocabulary::Channel::y, {channel("c")}},
                      {vocabulary::Channel::series, {channel("who")}}};
    desk.briefing.sections = {section("news", "So.", {lines})};
    const auto result = desk.bind();
    const auto& chart = std::get<doc::Chart>(only_exhibit(result).content);
    CHECK(chart.category_keys == std::vector<std::string>{"2026-Q1", "2026-Q2"});
    CHECK(chart.categories[0] == "Q1 2026");
    REQUIRE(chart.series.size() == 2);
    CHECK(chart.series[0].name == "A");
    CHECK(chart.series[0].values[0].number == 1);
    CHECK_FALSE(chart.series[1].values[0].number);
    CHECK(chart.series[1].highlighted);
}

TEST_CASE("`status` maps a column of any name to the notation of its rows", "[bind]") {
    Desk desk;
    auto bars = exhibit("fig:bars", "bar");
    bars.source = text("Made for this test");
    bars.query = text("WITH t(q, c, s) AS (VALUES ('A',2,'plan'),('B',1,''),('C',5,'soon')) SELECT q, c, s FROM t");
    bars.channels = {{vocabulary::Channel::x, {channel("c")}},
                     {vocabulary::Channel::y, {channel("q")}},
                     {vocabulary::Channel::status, {channel("s")}}};
    desk.briefing.sections = {section("news", "So.", {bars})};
    const auto result = desk.bind();
    REQUIRE(result.has_value());
    const auto& chart = std::get<doc::Chart>(result.value().sections.at(0).exhibits.at(0).content);
    CHECK(chart.series[0].values[0].status == data::Status::plan);
    CHECK(chart.series[0].values[1].status == data::Status::actual);
    const auto& said = result.diagnostics();
    const auto wrong = std::find_if(said.begin(), said.end(), [](const auto& one) {
        return one.message == "the column “s” holds “soon”, which is not a status";
    });
    CHECK(wrong != said.end());
}

TEST_CASE("flows name both ends of a row, and highlight a node at either", "[bind]") {
    Desk desk;
    auto flows = exhibit("fig:flows", "sankey");
    flows.source = text("Made for this test");
    flows.highlight = {text("C"), text("D")};
    flows.query = text("WITH t(a, b, n) AS (VALUES ('A','C',2),('B','C',1)) SELECT a, b, n FROM t");
    flows.channels = {{vocabulary::Channel::x, {channel("a")}},
                      {vocabulary::Channel::y, {channel("b")}},
                      {vocabulary::Channel::size, {channel("n")}}};
    desk.briefing.sections = {section("news", "So.", {flows})};
    const auto result = desk.bind();
    REQUIRE(result.has_value());
    const auto& chart = std::get<doc::Chart>(result.value().sections.at(0).exhibits.at(0).content);
    CHECK(chart.categories == std::vector<std::string>{"A", "B"});
    CHECK(chart.series[0].values[0].number == 2);
    CHECK(chart.extra_names ==
          std::vector<vocabulary::Channel>{vocabulary::Channel::size, vocabulary::Channel::x, vocabulary::Channel::y});
    CHECK(chart.highlighted == std::vector<std::string>{"C"});
    const auto& said = result.diagnostics();
    CHECK(std::any_of(said.begin(), said.end(),
                      [](const auto& one) { return one.code == diag::code::highlight_not_found; }));
}

TEST_CASE("a table has the columns asked for, groups and totals", "[bind]") {
    Desk desk;
    auto commits = column("c");
    commits.label = text("Commits");
    commits.total = vocabulary::Total::sum;
    auto by_year = exhibit("tab:t", "");
    by_year.source = text("Made for this test");
    by_year.query =
        text("WITH t(g, y, c) AS (VALUES ('A','2024',1000),('A','2025',2),('B','2025',3)) SELECT g, y, c FROM t");
    by_year.columns = {column("y"), commits};
    by_year.groups = {text("g")};
    desk.briefing.sections = {section("news", "So.", {by_year})};
    const auto result = desk.bind();
    const auto& table = std::get<doc::Table>(only_exhibit(result).content);
    REQUIRE(table.rows.size() == 6);
    CHECK(table.rows[0].kind == doc::Table::Row::Kind::group);
    CHECK(table.rows[0].cells[0].text == "A");
    CHECK(table.rows[0].cells[1].text == "1,002");
    CHECK(table.rows[5].cells[1].text == "1,005");
    CHECK(table.columns[1].numeric);
    CHECK_FALSE(table.columns[0].numeric);
}

TEST_CASE("sources are numbered as the layout shows them, with those that cite them behind", "[bind]") {
    Desk desk;
    desk.briefing.summary = {item("First {{ survey.stage3 }}.")};
    desk.briefing.findings = {item("Then {{ paris.people }} [@india-post].")};
    desk.layout.parts = parts({style::Part::findings, style::Part::summary});
    const auto result = desk.bind();
    REQUIRE(result.ok());
    const auto& d = result.value();
    REQUIRE(d.sources.size() == 4);
    CHECK(d.sources[0].id == "paris-post");
    CHECK(d.sources[1].id == "india-post");
    CHECK(d.sources[2].id == "survey");
    CHECK(d.sources[3].id == "note");
    CHECK(Desk::shown(d.sources[0].text) == "PyTorch Foundation, Paris: a landmark, April 2026, as cited in 4.");
    CHECK(d.sources[0].facts == std::vector<std::string>{"paris.people"});
    CHECK(Desk::shown(d.findings[0].text) == "Then more than 600.[1,2]");
}

TEST_CASE("key figures come in parts, with what they are measured against", "[bind]") {
    Desk desk;
    desk.briefing.key_figures = {tile("paris.people"), tile("hybrid.2030"), tile("ci-cost"), tile("survey.stage3")};
    desk.briefing.key_figures[1].change_from = text("hybrid.2024");
    const auto result = desk.bind();
    REQUIRE(result.ok());
    const auto& figures = result.value().key_figures;
    REQUIRE(figures.size() == 4);
    CHECK((figures[0].sign == ">" && figures[0].number == "600" && figures[0].unit.empty()));
    CHECK(Desk::shown(figures[0].detail) == "7–8 April 2026[1]");
    CHECK((figures[1].number == "43.5" && figures[1].unit == "%" && figures[1].status_word == "Forecast"));
    CHECK(Desk::shown(figures[1].detail) == "25.0% in 2024, so +18.5 pp[2]");
    CHECK((figures[2].sign == ">" && figures[2].number == "$1.5" && figures[2].unit == "million"));
    CHECK(Desk::shown(figures[2].detail) == "A month, 2026[2]");
    CHECK(Desk::shown(figures[3].detail) == "March 2026, n = 820[3]");

    desk.briefing.key_figures[1].detail = text("of the market");  // beside the change, not instead of it
    const auto both = desk.bind();
    REQUIRE(both.ok());
    CHECK(Desk::shown(both.value().key_figures[1].detail) == "of the market, 25.0% in 2024, so +18.5 pp[2]");
}

TEST_CASE("footnotes are numbered by their marks, wherever their text stands", "[bind]") {
    Desk desk;
    desk.briefing.sections = {section("news", "One.[^b] Two.[^a]\n\n[^a]: Note a.\n\n[^b]: Note *b*.")};
    const auto result = desk.bind();
    REQUIRE(result.ok());
    REQUIRE(result.value().footnotes.size() == 2);
    CHECK(Desk::shown(result.value().footnotes[0].at(0)) == "Note b.");
    CHECK(result.value().sections[0].body.size() == 1);
}

TEST_CASE("ten faults of different codes are found in one run, each at its place", "[bind][diag]") {
    Desk desk;
    desk.briefing.values = {value("a", "value('b')"), value("b", "value('a')"),
                            value("bad", "SELECT nothing FROM facts")};
    desk.briefing.findings = {
        item("{{ pari.people }} and {{ paris.people | 9dp }} and {{ a }} and {{ bad }} [@nobody]."),
        item("See @fig:atendance and {{ france.people }} and <br> and [^none]."), item("So.")};
    desk.briefing.findings[2].claim.conditions = {text("1 > 2")};
    auto first = attendance();
    first.highlight = {text("Pariss")};
    auto second = attendance();
    second.id = text("fig:second");
    second.channels[vocabulary::Channel::x] = {channel("valeu")};
    desk.briefing.sections = {section("news", "So.", {first, second})};
    desk.diagnostics = desk.bind().diagnostics();
    for (const auto code : {diag::code::unknown_name, bind::code::unknown_format, diag::code::value_cycle,
                            data::code::sql_error, diag::code::unknown_source, diag::code::unknown_reference,
                            bind::code::fact_without_value, bind::code::markdown_refused, bind::code::footnote_missing,
                            bind::code::claim_false, diag::code::highlight_not_found, diag::code::unknown_column}) {
        INFO(to_string(code));
        CHECK(desk.count(code) == 1);
    }
    for (const auto& reported : desk.diagnostics) {
        INFO(reported.message);
        CHECK(reported.span);
        CHECK_FALSE(reported.remedy.empty());
    }
}

TEST_CASE("a reference to what this audience does not see is an error", "[bind][diag]") {
    Desk desk;
    desk.target.audience = "buyers";
    auto hidden = attendance();
    hidden.conditions.audiences = {text("makers")};
    desk.briefing.sections = {section("news", "See @fig:attendance.", {hidden})};
    desk.diagnostics = desk.bind().diagnostics();
    REQUIRE(desk.diagnostics.size() == 1);
    CHECK(desk.diagnostics[0].code == bind::code::hidden_reference);
}

TEST_CASE("outputs times audiences", "[bind]") {
    Desk desk;
    desk.project.audiences = {audience("buyers"), audience("makers")};
    CHECK(bind::targets(desk.briefing, desk.project).value().size() == 1);
    desk.briefing.audience_names = {text("buyers"), text("makers")};
    spec::Output report, deck;
    report.name = text("report");
    deck.name = text("deck");
    deck.audiences = {text("buyers")};
    desk.briefing.outputs = {report, deck};
    const auto targets = bind::targets(desk.briefing, desk.project);
    REQUIRE(targets.ok());
    REQUIRE(targets.value().size() == 3);
    CHECK((targets.value()[2].output == "deck" && targets.value()[2].audience == "buyers"));
    desk.briefing.audience_names.push_back(text("buyer"));
    CHECK(bind::targets(desk.briefing, desk.project).diagnostics().at(0).code == bind::code::unknown_audience);
    desk.briefing.audience_names.pop_back();
    desk.briefing.audience_names.pop_back();
    desk.briefing.findings = {item("x")};
    desk.briefing.findings[0].conditions.audiences = {text("makers")};
    CHECK(bind::targets(desk.briefing, desk.project).diagnostics().at(0).code == bind::code::seen_by_nobody);
}

TEST_CASE("a line that begins with a colon says what the line before it means", "[bind]") {
    Desk desk;
    desk.briefing.sections = {
        section("words",
                "Before.\n\nNewcomer\n: An author whose first commit\nfalls in the month.\n: A second meaning.\n\n"
                "Copy\n: Of *one* history.\n\nTime: a line with a colon\nand : one with a space.")};
    const auto result = desk.bind();
    REQUIRE(result.ok());
    const auto& body = result.value().sections.at(0).body;
    REQUIRE(body.size() == 3);
    const auto& list = std::get<doc::List>(body[1].content);
    REQUIRE(list.terms.size() == 2);
    REQUIRE(list.items.size() == 2);
    CHECK(Desk::shown(list.terms[0]) == "Newcomer");
    CHECK(Desk::shown(list.terms[1]) == "Copy");
    REQUIRE(list.items[0].size() == 2);
    CHECK(Desk::shown(list.items[0][0]) == "An author whose first commit falls in the month.");
    CHECK(Desk::shown(list.items[0][1]) == "A second meaning.");
    CHECK(Desk::shown(list.items[1][0]) == "Of one history.");
    CHECK(std::holds_alternative<doc::Paragraph>(body[2].content));
}

TEST_CASE("a part that the layout leaves out is a warning, unless it is answered or left out on purpose", "[bind]") {
    Desk desk;
    desk.layout.name = "own";
    desk.layout.parts = parts({style::Part::findings});
    desk.briefing.findings = {item("It rained.")};
    desk.briefing.foreword = {item("Before the rain.")};
    desk.briefing.about = {item("They measure rain.")};
    const auto warnings = [&] {
        const auto result = desk.bind();
        std::vector<std::string> messages;
        for (const auto& found : result.diagnostics()) {
            if (found.code == bind::code::part_not_shown) messages.push_back(found.message);
        }
        return messages;
    };
    CHECK(warnings() == std::vector<std::string>{"the layout “own” does not show the part “foreword”",
                                                 "the layout “own” does not show the part “about”"});
    desk.layout.leaves_out = {style::Part::about};
    CHECK(warnings().size() == 1);
    desk.briefing.foreword[0].conditions.because["part_not_shown"] = text("the letter has it");
    CHECK(warnings().empty());
}

TEST_CASE("a part that the briefing keeps off slides is in no deck, and in reports", "[bind]") {
    Desk desk;
    desk.layout.parts = parts({style::Part::method});
    desk.briefing.method = {item("We counted.")};
    desk.briefing.not_on_slides = {style::Part::method};
    CHECK(desk.bind().value().method.size() == 1);
    desk.layout.medium = style::Medium::slides;
    const auto deck = desk.bind();
    CHECK(deck.value().method.empty());
    CHECK(deck.diagnostics().empty());
}

TEST_CASE("fixed words of the layout replace the language's, and the briefing's replace those", "[bind]") {
    Desk desk;
    desk.layout.words = {{"figure", "Chart"}, {"table", "List"}};
    desk.briefing.words = {{text("figure"), text("Picture")}};
    const auto words = bind::words_of(desk.briefing, desk.layout);
    CHECK(words.at("figure") == "Picture");
    CHECK(words.at("table") == "List");
    const auto french = locale::Locale::find("fr")->with_words(words);
    CHECK(french.word("figure") == "Picture");
    CHECK(french.word("source") == "Source");
}

TEST_CASE("titles that lead back to themselves are an error at the reference", "[bind][diag]") {
    const auto faults = [](const std::string& first, const std::string& second) {
        Desk desk;
        desk.briefing.sections = {section("a", "Text."), section("b", "See @sec:a.")};
        desk.briefing.sections[0].title = text(first);
        desk.briefing.sections[1].title = text(second);
        std::set<std::string> messages;
        const auto result = desk.bind();
        for (const auto& fault : result.diagnostics()) {
            if (fault.code == bind::code::title_cycle) messages.insert(fault.message);
        }
        return messages.size();
    };
    CHECK(faults("See @sec:a", "Plain") == 1);
    CHECK(faults("See @sec:b", "See @sec:a") == 2);
    CHECK(faults("See @sec:b", "Plain") == 0);
    CHECK(faults("After @sec:b and @sec:b", "Plain") == 0);
}

TEST_CASE("a title or an item of a list that prints nothing is an error", "[bind][diag]") {
    Desk desk;
    desk.briefing.sections = {section("a", "Text.")};
    desk.briefing.sections[0].title = text("&nbsp;");
    desk.briefing.findings = {item("Words."), item("&#32;")};
    const auto result = desk.bind();
    std::size_t empty = 0;
    for (const auto& fault : result.diagnostics()) empty += fault.code == diag::code::empty_value ? 1 : 0;
    CHECK(empty == 2);
    CHECK(result.value().findings.size() == 1);
}

TEST_CASE("a character that XML forbids does not come in by a reference", "[bind][diag]") {
    Desk desk;
    desk.briefing.sections = {section("a", "A letter &#xFFFE; and &#7;.")};
    std::size_t refused = 0;
    const auto result = desk.bind();
    for (const auto& fault : result.diagnostics()) refused += fault.code == diag::code::control_character ? 1 : 0;
    CHECK(refused == 2);
}

TEST_CASE("items beyond a layout's `max` are a warning where no other layout may show them", "[bind]") {
    Desk desk;
    desk.layout.name = "own";
    desk.layout.parts = parts({style::Part::findings});
    desk.layout.parts.front().max = 2;
    desk.briefing.outputs.emplace_back().layout = text("own");
    desk.briefing.findings = {item("It rained."), item("It hailed."), item("It snowed.")};
    const auto warnings = [&] {
        const auto result = desk.bind();
        CHECK(result.value().findings.size() == 2);
        std::vector<std::string> messages;
        for (const auto& found : result.diagnostics()) messages.push_back(found.message);
        return messages;
    };
    CHECK(warnings() == std::vector<std::string>{"the layout “own” shows 2 of 3 items of “findings”"});
    desk.briefing.outputs.emplace_back().layout = text("wide");
    CHECK(warnings().empty());
    desk.briefing.outputs.pop_back();
    desk.briefing.findings[0].conditions.because["part_not_shown"] = text("the letter has it");
    CHECK(warnings().empty());
}

TEST_CASE("a takeaway or an aside that the layout does not show is a warning", "[bind]") {
    Desk desk;
    desk.layout.name = "own";
    desk.layout.parts = parts({style::Part::sections});
    desk.layout.section = {style::SectionPiece::title, style::SectionPiece::body};
    desk.briefing.outputs.emplace_back().layout = text("own");
    auto& section = desk.briefing.sections.emplace_back();
    section.id = text("rain");
    section.title = text("Rain");
    section.body = {item("It rained.")};
    section.takeaway = text("Take an umbrella");
    section.asides.emplace_back().title = text("Hail");
    const auto warnings = [&] {
        std::vector<std::string> messages;
        const auto result = desk.bind();
        for (const auto& found : result.diagnostics()) messages.push_back(found.message);
        return messages;
    };
    CHECK(warnings() == std::vector<std::string>{"the layout “own” does not show `takeaway`",
                                                 "the layout “own” does not show `asides`"});
    desk.layout.section.push_back(style::SectionPiece::takeaway);
    desk.layout.section.push_back(style::SectionPiece::asides);
    CHECK(warnings().empty());
}
