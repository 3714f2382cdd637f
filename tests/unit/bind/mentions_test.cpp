// Exhibits that no text of a report refers to.
#include "bind/numbering/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

spec::Exhibit figure(const std::string& id) {
    auto chart = chart_of_facts("bar", {"paris.people", "india.people"});
    chart.id = text(id);
    return chart;
}

/// The ids of the exhibits that the bind warns of, in order.
std::vector<std::string> unmentioned(Desk& desk) {
    std::vector<std::string> ids;
    const auto bound = desk.bind();
    for (const auto& warning : bound.diagnostics()) {
        if (warning.code != bind::code::exhibit_unmentioned) continue;
        const auto from = warning.message.find("“") + std::string("“").size();
        ids.push_back(warning.message.substr(from, warning.message.find("”") - from));
    }
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an exhibit that no text refers to is reported, each once", "[bind][mentions]") {
    Desk desk;
    desk.briefing.sections = {section("a", "Crowds grew (@fig:one).", {figure("fig:one"), figure("fig:two")})};
    CHECK(unmentioned(desk) == Ids{"fig:two"});
    desk.briefing.sections[0].body = {item("Crowds grew.")};
    CHECK(unmentioned(desk) == Ids{"fig:one", "fig:two"});
}

TEST_CASE("every shown text counts as a mention: paragraphs of the reference alone, other parts, other exhibits",
          "[bind][mentions]") {
    Desk desk;
    desk.briefing.sections = {section("a", "Crowds grew.", {figure("fig:one")})};
    SECTION("a paragraph of its own") {
        desk.briefing.sections[0].body = {item("Crowds grew.\n\n[@fig:one]\n")};
    }
    SECTION("the summary") {
        desk.briefing.summary = {item("Look at @fig:one.")};
    }
    SECTION("another section") {
        desk.briefing.sections.push_back(section("b", "As @fig:one shows."));
    }
    SECTION("a note of another exhibit") {
        desk.briefing.sections[0].exhibits.push_back(figure("fig:two"));
        desk.briefing.sections[0].exhibits[1].note = text("Compare @fig:one.");
        desk.briefing.sections[0].body = {item("Crowds grew (@fig:two).")};
    }
    SECTION("a footnote") {
        desk.briefing.sections[0].body = {item("Crowds grew.[^a]\n\n[^a]: See @fig:one.\n")};
    }
    CHECK(unmentioned(desk).empty());
}

TEST_CASE("an exhibit's own words are no mention of it", "[bind][mentions]") {
    Desk desk;
    desk.briefing.sections = {section("a", "Crowds grew.", {figure("fig:one")})};
    desk.briefing.sections[0].exhibits[0].note = text("The data of @fig:one are rounded.");
    CHECK(unmentioned(desk) == Ids{"fig:one"});
}

TEST_CASE("a text that the layout does not show leads nobody to an exhibit", "[bind][mentions]") {
    Desk desk;
    desk.briefing.summary = {item("Look at @fig:one.")};
    desk.briefing.sections = {section("a", "Crowds grew.", {figure("fig:one")})};
    desk.layout.parts = parts({style::Part::summary, style::Part::sections});
    desk.layout.section = {style::SectionPiece::title, style::SectionPiece::body};
    CHECK(unmentioned(desk).empty());
    desk.layout.parts = parts({style::Part::sections});
    CHECK(unmentioned(desk) == Ids{"fig:one"});
}

TEST_CASE("slides, one-pagers and layouts without running text need no mention", "[bind][mentions]") {
    Desk desk;
    desk.briefing.sections = {section("a", "Crowds grew.", {figure("fig:one")})};
    SECTION("slides") {
        desk.layout.medium = style::Medium::slides;
    }
    SECTION("exhibits alone") {
        desk.layout.parts = parts({style::Part::exhibits});
    }
    SECTION("sections without their body") {
        desk.layout.parts = parts({style::Part::sections});
        desk.layout.section = {style::SectionPiece::title, style::SectionPiece::exhibits};
    }
    CHECK(unmentioned(desk).empty());
}

TEST_CASE("in an appendix a section with text must mention its exhibits, one without holds tables behind the report",
          "[bind][mentions]") {
    Desk desk;
    desk.briefing.sections = {section("a", "Crowds grew.")};
    desk.briefing.appendix = {section("data", "All numbers.", {figure("fig:one")})};
    CHECK(unmentioned(desk) == Ids{"fig:one"});
    desk.briefing.appendix[0].body.clear();
    CHECK(unmentioned(desk).empty());
}

TEST_CASE("an exhibit's reason answers the warning and is on record, a section's for all its exhibits",
          "[bind][mentions]") {
    Desk desk;
    desk.briefing.sections = {section("a", "Crowds grew.", {figure("fig:one"), figure("fig:two")})};
    auto& one = desk.briefing.sections[0].exhibits[0];
    one.conditions.because["exhibit_unmentioned"] = text("It is a map.");
    CHECK(unmentioned(desk) == Ids{"fig:two"});
    const auto bound = desk.bind().value();
    CHECK(std::count(bound.accepted.begin(), bound.accepted.end(),
                     doc::Accepted{"exhibit_unmentioned", "It is a map."}) == 1);
    one.conditions.because.clear();
    desk.briefing.sections[0].conditions.because["exhibit_unmentioned"] = text("A gallery.");
    CHECK(unmentioned(desk).empty());
}

TEST_CASE("the place of an exhibit says whether the body refers to it", "[bind][mentions]") {
    Desk desk;
    desk.briefing.sections = {section("a", "Crowds grew (@fig:one).", {figure("fig:one"), figure("fig:two")})};
    const auto body = desk.bind().value().sections[0].body;
    REQUIRE(body.size() == 3);
    CHECK(std::get<doc::ExhibitPlace>(body[1].content) == doc::ExhibitPlace{0, true});
    CHECK(std::get<doc::ExhibitPlace>(body[2].content) == doc::ExhibitPlace{1, false});
}
