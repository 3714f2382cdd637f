// Who sees a block: audiences, outputs, and what happens to texts that refer to a hidden one; names that clash; the
// number large beside a finding.
#include "bind/codes.h"
#include "bind/text/codes.h"
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

spec::Output output(std::string name, std::vector<diag::Text> audiences = {}) {
    spec::Output output;
    output.name = text(std::move(name));
    output.audiences = std::move(audiences);
    return output;
}

spec::Exhibit rain(std::string id = "fig:rain") {
    auto chart = chart_of_facts("bar", {"paris.people", "india.people"});
    chart.id = text(std::move(id));
    return chart;
}

/// A briefing with two outputs, bound for the one named `report`.
struct TwoOutputs : Desk {
    TwoOutputs() { briefing.outputs = {output("report"), output("deck")}; }

    diag::Diagnostics of_targets() const { return precis::bind::targets(briefing, project).diagnostics(); }
};

}  // namespace

TEST_CASE("a block with only-in is in those outputs alone, before anything is numbered", "[bind]") {
    TwoOutputs desk;
    auto deck_only = rain("fig:first");
    deck_only.conditions.outputs = {text("deck")};
    desk.briefing.sections = {section("news", "Text.", {deck_only, rain("fig:second")}), section("x", "y")};
    desk.briefing.sections[1].conditions.outputs = {text("deck")};
    desk.briefing.findings = {item("One."), item("Two.")};
    desk.briefing.findings[0].conditions.outputs = {text("deck")};
    desk.briefing.key_figures = {tile("paris.people"), tile("india.people")};
    desk.briefing.key_figures[0].conditions.outputs = {text("deck")};
    CHECK(desk.of_targets().empty());
    const auto report = desk.bind();
    REQUIRE(report.ok());
    REQUIRE(report.value().sections.size() == 1);
    REQUIRE(report.value().sections[0].exhibits.size() == 1);
    CHECK(report.value().sections[0].exhibits[0].number == "Figure\u00a01");
    CHECK(report.value().findings.size() == 1);
    CHECK(report.value().key_figures.size() == 1);
    desk.target.output = "deck";
    const auto deck = desk.bind();
    REQUIRE(deck.ok());
    CHECK(deck.value().sections.size() == 2);
    CHECK(deck.value().sections[0].exhibits.at(1).number == "Figure\u00a02");
    CHECK(deck.value().findings.size() == 2);
}

TEST_CASE("an unknown output has the nearest one named", "[bind][diag]") {
    TwoOutputs desk;
    desk.briefing.findings = {item("One.")};
    desk.briefing.findings[0].conditions.outputs = {text("deek")};
    const auto found = desk.of_targets();
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == diag::code::unknown_name);
    CHECK(found[0].remedy == "did you mean “deck”?");
}

TEST_CASE("a block that no output has is an error, wherever it stands", "[bind][diag]") {
    TwoOutputs desk;
    const auto only = [](spec::Conditions& conditions, const char* name) { conditions.outputs = {text(name)}; };
    auto& b = desk.briefing;
    b.sections = {section("news", "Text.", {rain()})};
    only(b.sections[0].conditions, "report");
    SECTION("an exhibit of a section of another output") {
        only(b.sections[0].exhibits[0].conditions, "deck");
    }
    SECTION("a point") {
        b.sections[0].points = {item("Point.")};
        only(b.sections[0].points[0].conditions, "deck");
    }
    SECTION("an aside's text") {
        b.sections[0].asides = {{text("Aside"), {item("Text.")}, {}}};
        only(b.sections[0].asides[0].body[0].conditions, "deck");
    }
    SECTION("a key figure of a slide") {
        b.sections[0].slides.emplace_back();
        b.sections[0].slides[0].kind = text("figures");
        b.sections[0].slides[0].key_figures = {tile("paris.people")};
        only(b.sections[0].slides[0].key_figures[0].conditions, "deck");
    }
    SECTION("an output that is for others") {
        desk.project.audiences = {audience("buyers"), audience("makers")};
        b.audience_names = {text("buyers"), text("makers")};
        b.outputs = {output("report"), output("deck", {text("buyers")})};
        b.findings = {item("One.")};
        only(b.findings[0].conditions, "deck");
        b.findings[0].conditions.audiences = {text("makers")};
    }
    const auto found = desk.of_targets();
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == bind::code::seen_by_nobody);
    CHECK(found[0].span);
}

TEST_CASE("a text cannot refer to a block that its output lacks", "[bind][diag]") {
    TwoOutputs desk;
    auto hidden = rain();
    hidden.conditions.outputs = {text("deck")};
    desk.briefing.sections = {section("news", "See @fig:rain.", {hidden})};
    SECTION("a printed one") {
        desk.diagnostics = desk.bind().diagnostics();
        REQUIRE(desk.diagnostics.size() == 1);
        CHECK(desk.diagnostics[0].code == bind::code::hidden_reference);
        CHECK(desk.diagnostics[0].message.find("the output “report” does not have") != std::string::npos);
    }
    SECTION("one that the layout does not print may: slides have no body") {
        desk.layout.parts = parts({style::Part::sections});
        desk.layout.section = {style::SectionPiece::headline, style::SectionPiece::exhibits,
                               style::SectionPiece::points};
        CHECK(desk.bind().ok());
    }
}

TEST_CASE("a slide names exhibits of its own section", "[bind][diag]") {
    Desk desk;
    desk.briefing.sections = {section("news", "Text.", {rain()}), section("more", "Text.", {rain("fig:other")})};
    desk.briefing.sections[1].slides.emplace_back();
    desk.briefing.sections[1].slides[0].kind = text("one-exhibit");
    desk.briefing.sections[1].slides[0].exhibits = {text("fig:rain")};
    const auto faults = [&] {
        desk.diagnostics = desk.bind().diagnostics();
        std::erase_if(desk.diagnostics, [](const auto& found) { return found.code != diag::code::unknown_reference; });
        return desk.diagnostics.size();
    };
    CHECK(faults() == 1);
    desk.briefing.sections[1].slides[0].exhibits = {text("fig:othr")};
    REQUIRE(faults() == 1);
    CHECK(desk.diagnostics[0].remedy == "did you mean “fig:other”?");
    desk.briefing.sections[1].slides[0].exhibits = {text("fig:other")};
    CHECK(desk.bind().ok());
}

TEST_CASE("the key figure of a finding is the named one, and its source is cited", "[bind]") {
    Desk desk;
    desk.briefing.findings = {item("Attendance grew.")};
    desk.briefing.findings[0].key_figure = spec::LargeFigure{text("paris.people"), {}};
    auto result = desk.bind();
    REQUIRE(result.ok());
    CHECK(result.value().findings[0].figure == ">600");
    CHECK(Desk::shown(result.value().findings[0].text) == "Attendance grew.[1]");
    CHECK(result.value().sources.at(0).id == "paris-post");
    SECTION("with a format") {
        desk.briefing.findings[0].key_figure = spec::LargeFigure{text("ci-cost"), text("compact")};
        CHECK(desk.bind().value().findings[0].figure.find("1.5") != std::string::npos);
    }
    SECTION("a source that the words cite already is cited once") {
        desk.briefing.findings[0].text = text("{{ paris.people }} came.");
        CHECK(Desk::shown(desk.bind().value().findings[0].text) == "More than 600 came.[1]");
    }
    SECTION("an unknown name") {
        desk.briefing.findings[0].key_figure->value = text("pari.people");
        desk.diagnostics = desk.bind().diagnostics();
        REQUIRE(desk.diagnostics.size() == 1);
        CHECK(desk.diagnostics[0].code == diag::code::unknown_name);
        CHECK(desk.diagnostics[0].remedy == "did you mean “paris.people”?");
    }
    SECTION("a fact that is not published") {
        desk.briefing.findings[0].key_figure->value = text("france.people");
        desk.diagnostics = desk.bind().diagnostics();
        CHECK(desk.count(bind::code::fact_without_value) == 1);
    }
}

TEST_CASE("a value or term cannot have a fact's name, because one of them would win in silence", "[bind][diag]") {
    Desk desk;
    desk.briefing.findings = {item("{{ paris.people }} came.")};
    SECTION("value") {
        desk.briefing.values = {value("paris.people", "1 + 1")};
    }
    SECTION("term") {
        desk.briefing.audiences = {audience("buyers")};
        desk.briefing.audiences[0].terms = {{text("paris.people"), text("many")}};
        desk.target.audience = "buyers";
    }
    SECTION("metric") {
        data::MetricRecord metric;
        metric.name = text("share"), metric.query = text("1 + 1");
        desk.model.metrics = {metric};
        desk.briefing.values = {value("share", "2 + 2")};
    }
    desk.diagnostics = desk.bind().diagnostics();
    CHECK(desk.count(diag::code::name_clash) == 1);
}

TEST_CASE("authors are names, or have a role, an address and a photo", "[bind]") {
    Desk desk;
    desk.briefing.authors = {{text("Ann"), {}, {}, {}},
                             {text("Bea"), text("Editor"), text("bea@example.org"), text("bea.png")}};
    const auto result = desk.bind();
    REQUIRE(result.ok());
    const auto& authors = result.value().authors;
    REQUIRE(authors.size() == 2);
    CHECK_FALSE(authors[0].has_card());
    CHECK(authors[1].has_card());
    CHECK(authors[1].role == "Editor");
    CHECK(authors[1].photo == (desk.briefing.path.parent_path() / "bea.png").string());
}

TEST_CASE("a finding knows which of its numbers its claim is about", "[bind][claim]") {
    Desk desk;
    const auto subject = [&](const std::string& condition) {
        desk.briefing.findings = {item("{{ paris.people }} came; {{hybrid.2030|number}} is forecast.")};
        if (!condition.empty()) desk.briefing.findings[0].claim.conditions = {text(condition)};
        const auto result = desk.bind();
        REQUIRE(result.has_value());
        REQUIRE(result.value().findings.size() == 1);
        return result.value().findings[0].subject;
    };
    CHECK(subject("value('hybrid.2030') > 0") == std::size_t{1});
    CHECK(subject("value('paris.people') > 0 AND value('hybrid.2030') > 0") == std::size_t{0});
    CHECK_FALSE(subject(""));
    CHECK_FALSE(subject("1 > 0"));
}
