// The second citation style: notes under the page for what moves with the text, sources in words for exhibits.
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;
using vocabulary::Part;
using Piece = vocabulary::SectionPiece;

namespace {

/// A desk whose layout cites in footnotes.
struct NotesDesk : Desk {
    NotesDesk() {
        layout.citations = style::Citations::footnotes;
        layout.parts = parts({Part::summary, Part::key_figures, Part::findings, Part::sections, Part::watch});
        layout.section = {Piece::title, Piece::body, Piece::asides, Piece::exhibits};
    }

    doc::Document document() {
        auto result = bind();
        diagnostics = result.diagnostics();
        REQUIRE(result.has_value());
        return std::move(result).value();
    }
};

std::string note(const doc::Document& document, std::size_t i) {
    return Desk::shown(document.footnotes.at(i).at(0));
}

const std::string kParis = "PyTorch Foundation, Paris: a landmark, April 2026, as cited in Futurum Group.";

}  // namespace

TEST_CASE("a note gives its source in full first, then short, with the number of the first", "[bind][citations]") {
    NotesDesk desk;
    desk.briefing.sections = {section(
        "news",
        "{{ paris.people }} came. {{ survey.stage3 }} are there.[^a] {{ paris.people }} again.\n\n[^a]: A note.")};
    const auto document = desk.document();
    const auto& body = std::get<doc::Paragraph>(document.sections[0].body.at(0).content);
    CHECK(Desk::shown(body.inlines) == "More than 600 came.^0 68% are there.^1^2 More than 600 again.^3");
    REQUIRE(document.footnotes.size() == 4);
    CHECK(note(document, 0) == kParis);
    CHECK(note(document, 1) == "Futurum Group, Decision makers, March 2026.");
    CHECK(note(document, 2) == "A note.");
    CHECK(note(document, 3) == "PyTorch Foundation, note 1.");
    CHECK(document.sources.size() == 3);  // the two, and the one through which the first is known
}

TEST_CASE("a note on a number of our own names what it is made of, and is no source", "[bind][citations]") {
    NotesDesk desk;
    desk.briefing.values = {value("twice", "SELECT 2 * value FROM facts WHERE id = 'survey.stage3'")};
    desk.briefing.sections = {section("news", "{{ twice }} in all. {{ twice }} again.")};
    const auto document = desk.document();
    REQUIRE(document.footnotes.size() == 2);
    CHECK(note(document, 0) == "Own analysis of Futurum Group, Decision makers, March 2026.");
    CHECK(note(document, 1) == "Own analysis, note 1.");
    REQUIRE(document.sources.size() == 1);
    CHECK(document.sources[0].id == "survey");
}

TEST_CASE("summary, tiles, findings, asides and dates have notes in the layout's order", "[bind][citations]") {
    NotesDesk desk;
    desk.briefing.summary = {item("{{ paris.people }} came.")};
    desk.briefing.key_figures = {tile("survey.stage3")};
    desk.briefing.findings = {item("**Bengaluru** drew {{ india.people }}.")};
    desk.briefing.sections = {section("news", "{{ ci-cost }} a month.")};
    spec::Aside aside;
    aside.title = text("Aside");
    aside.body = {item("{{ hybrid.2024 }} were hybrid.")};
    desk.briefing.sections[0].asides = {aside};
    desk.briefing.watch = {item("After {{ india.people }}, what?")};
    const auto document = desk.document();
    CHECK(Desk::shown(document.summary.at(0)) == "More than 600 came.^0");
    CHECK(Desk::shown(document.key_figures.at(0).detail) == "March 2026, n = 820^1");
    CHECK(Desk::shown(document.findings.at(0).text) == "Bengaluru drew 460.^2");
    const auto& news = document.sections.at(0);
    CHECK_THAT(Desk::shown(news.body.at(0)), ContainsSubstring("^3"));
    CHECK(Desk::shown(news.asides.at(0).body.at(0)) == "25% were hybrid.^4");
    CHECK_THAT(Desk::shown(document.watch.at(0).text), ContainsSubstring("^5"));
    REQUIRE(document.footnotes.size() == 6);
    CHECK(note(document, 0) == kParis);
    CHECK(note(document, 4) == "Futurum Group, note 4.");
    CHECK(note(document, 5) == "PyTorch Foundation, note 3.");
}

TEST_CASE("an exhibit's source line names titles and dates, its note sources in brackets", "[bind][citations]") {
    NotesDesk desk;
    desk.briefing.values = {value("ratio", "percent(value('india.people'), value('paris.people'))")};
    desk.briefing.values[0].unit = text("percent");
    desk.briefing.values[0].qualifier = vocabulary::Qualifier::less_than;
    desk.briefing.sections = {section("news", "So.")};
    auto bars = chart_of_facts("bar", {"survey.stage3", "ratio"});
    bars.note = text("As told [@survey].");
    desk.briefing.sections[0].exhibits = {bars};
    const auto document = desk.document();
    const auto& exhibit = document.sections.at(0).exhibits.at(0);
    CHECK(Desk::shown(exhibit.source) ==
          "Futurum Group, Decision makers, March 2026; own analysis of PyTorch Foundation, Paris: a landmark, April "
          "2026, as cited in Futurum Group; Bengaluru, 10 February 2026");
    CHECK(Desk::shown(exhibit.note) == "As told. (Futurum Group, Decision makers, March 2026.)");
    CHECK(document.footnotes.empty());
}

TEST_CASE("a source without a publisher goes by its title once, in italics", "[bind][citations]") {
    NotesDesk desk;
    desk.model.sources[3].publisher.clear();
    desk.briefing.sections = {section("news", "{{ survey.stage3 }} say so. {{ survey.sample }} were asked.")};
    desk.briefing.sections[0].exhibits = {chart_of_facts("bar", {"survey.stage3"})};
    const auto document = desk.document();
    CHECK(Desk::shown(document.sections.at(0).exhibits.at(0).source) == "Decision makers, March 2026");
    CHECK(note(document, 0) == "Decision makers, March 2026.");
    CHECK(note(document, 1) == "Decision makers, note 1.");
    const auto& again = std::get<doc::Paragraph>(document.footnotes.at(1).at(0).content).inlines;
    CHECK(std::get<doc::Words>(again.front()).emphasis);
}

TEST_CASE("slides keep the numbers, and their list is numbered: the foot of each slide says what they stand for",
          "[bind][citations]") {
    NotesDesk desk;
    desk.layout.medium = style::Medium::slides;
    CHECK(desk.finding("{{ paris.people }} came.") == "More than 600 came.[1]");
    const auto document = desk.document();
    CHECK(document.footnotes.empty());
    CHECK(Desk::shown(document.sources.at(0).text) ==
          "PyTorch Foundation, Paris: a landmark, April 2026, as cited in 2.");
}
