// The glossary: order, forms that clash, and which words of which texts become links.
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

spec::GlossaryEntry entry(std::string term, std::string definition, const std::vector<std::string>& also = {}) {
    spec::GlossaryEntry entry;
    entry.term = text(std::move(term));
    entry.definition = text(std::move(definition));
    for (const auto& form : also) entry.also.push_back(text(form));
    entry.span = entry.term.span;
    return entry;
}

/// The words with their links to the glossary: "An [agent>term-1] acts."
std::string linked(const doc::Inlines& inlines) {
    std::string out;
    for (const auto& part : inlines) {
        const auto* words = std::get_if<doc::Words>(&part);
        if (words == nullptr) continue;
        out += words->link.empty() ? words->text : "[" + words->text + ">" + words->link.substr(1) + "]";
    }
    return out;
}
std::string linked(const doc::Block& block) {
    return linked(std::get<doc::Paragraph>(block.content).inlines);
}

struct Terms : Desk {
    Terms() { briefing.glossary = {entry("newcomer", "Who begins."), entry("agent", "A program.", {"agents"})}; }

    doc::Document good() {
        auto result = bind();
        REQUIRE(result.ok());
        return std::move(result).value();
    }
};

}  // namespace

TEST_CASE("entries are in alphabetical order, their definitions running text", "[bind]") {
    Terms desk;
    desk.briefing.glossary.push_back(entry("Hall", "Where {{ paris.people }} met."));
    const auto d = desk.good();
    REQUIRE(d.glossary.size() == 3);
    CHECK((d.glossary[0].term == "agent" && d.glossary[0].anchor == "term-1"));
    CHECK((d.glossary[1].term == "Hall" && d.glossary[2].term == "newcomer"));
    CHECK(Desk::shown(d.glossary[1].definition) == "Where more than 600 met.[1]");
    CHECK(d.sources.at(0).id == "paris-post");
}

TEST_CASE("a term is linked at its first use in each section, in every form", "[bind]") {
    Terms desk;
    desk.briefing.sections = {section("a", "Agents act.\n\nAn agent acts for a newcomer."), section("b", "One agent.")};
    desk.briefing.sections[0].sections = {section("inner", "More agents.")};
    desk.briefing.findings = {item("An agent came."), item("Another agent.")};
    const auto d = desk.good();
    CHECK(linked(d.sections[0].body[0]) == "[Agents>term-1] act.");
    CHECK(linked(d.sections[0].body[1]) == "An agent acts for a [newcomer>term-2].");
    CHECK(linked(d.sections[0].sections[0].body[0]) == "More agents.");
    CHECK(linked(d.sections[1].body[0]) == "One [agent>term-1].");
    CHECK(linked(d.findings[0].text) == "An [agent>term-1] came.");
    CHECK(linked(d.findings[1].text) == "Another agent.");
}

TEST_CASE("titles, headings, labels, code, links and attributions are never linked", "[bind]") {
    Terms desk;
    desk.briefing.title = text("An agent");
    desk.briefing.sections = {section("a",
                                      "# An agent\n\n`agent` and [agent](https://example.org) here.\n\n"
                                      "> A saying.\n>\n> — An agent\n\nAgent\n: what agent means\n\n"
                                      "**Agent.** Then nothing.")};
    desk.briefing.sections[0].title = text("The agent");
    desk.briefing.sections[0].takeaway = text("One agent.");
    auto chart = chart_of_facts("bar", {"paris.people", "india.people"});
    chart.title = text("Agents came");
    chart.note = text("Of an agent.");
    desk.briefing.sections[0].exhibits = {chart};
    desk.briefing.key_figures = {tile("paris.people")};
    desk.briefing.key_figures[0].label = text("An agent");
    const auto d = desk.good();
    const auto& s = d.sections[0];
    CHECK(linked(d.title) == "An agent");
    CHECK(linked(s.title) == "The agent");
    CHECK(linked(std::get<doc::Heading>(s.body[0].content).inlines) == "An agent");
    CHECK(linked(s.body[1]).find("term-") == std::string::npos);
    CHECK(linked(std::get<doc::Quote>(s.body[2].content).blocks[1]) == "— An agent");
    const auto& list = std::get<doc::List>(s.body[3].content);
    CHECK(linked(list.terms[0]) == "Agent");
    CHECK(linked(list.items[0][0]) == "what [agent>term-1] means");
    CHECK(linked(s.body[4]).find("term-") == std::string::npos);
    CHECK(linked(s.takeaway) == "One agent.");
    CHECK(linked(s.exhibits[0].title) == "Agents came");
    CHECK(linked(s.exhibits[0].note) == "Of an agent.");
    CHECK(linked(d.key_figures[0].label) == "An agent");
}

TEST_CASE("definitions link to other entries, not to their own", "[bind]") {
    Terms desk;
    desk.briefing.glossary[0].definition = text("A newcomer is not an agent.");
    desk.briefing.glossary[1].definition = text("An agent of a newcomer.");
    const auto d = desk.good();
    CHECK(linked(d.glossary[0].definition) == "An agent of a [newcomer>term-2].");
    CHECK(linked(d.glossary[1].definition) == "A newcomer is not an [agent>term-1].");
}

TEST_CASE("without its part a glossary links nothing; in the first piece shown it links", "[bind]") {
    Terms desk;
    desk.briefing.sections = {section("a", "An agent.")};
    desk.briefing.sections[0].points = {item("The agent")};
    desk.layout.parts = parts({style::Part::sections});
    desk.layout.section = {style::SectionPiece::points};
    CHECK(linked(desk.good().sections[0].points[0]) == "The agent");
    desk.layout.parts = parts({style::Part::sections, style::Part::glossary});
    CHECK(linked(desk.good().sections[0].points[0]) == "The [agent>term-1]");
}

TEST_CASE("two entries cannot share a term or form, unless for other readers", "[bind][diag]") {
    Terms desk;
    SECTION("term") {
        desk.briefing.glossary.push_back(entry("Agent", "Again."));
    }
    SECTION("form") {
        desk.briefing.glossary.push_back(entry("actor", "Again.", {"AGENTS"}));
    }
    SECTION("own form") {
        desk.briefing.glossary[0].also = {text("newcomer")};
    }
    desk.diagnostics = desk.bind().diagnostics();
    REQUIRE(desk.diagnostics.size() == 1);
    CHECK(desk.diagnostics[0].code == diag::code::name_clash);
    CHECK(desk.diagnostics[0].notes.size() == 1);
}

TEST_CASE("an entry for one audience", "[bind]") {
    Terms desk;
    desk.briefing.glossary.push_back(entry("agent", "For makers."));
    desk.briefing.glossary[1].conditions.audiences = {text("buyers")};
    desk.briefing.glossary[2].conditions.audiences = {text("makers")};
    desk.target.audience = "makers";
    const auto d = desk.good();
    REQUIRE(d.glossary.size() == 2);
    CHECK(Desk::shown(d.glossary[0].definition) == "For makers.");
}
