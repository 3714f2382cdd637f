// Values, formats, qualifiers, claims: what a binding prints and what it refuses.
#include "bind/codes.h"
#include "bind/text/codes.h"
#include "bind/values/codes.h"
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

TEST_CASE("a fact is printed with its qualifier and symbol, as the language has them", "[bind]") {
    Desk desk;
    CHECK(desk.finding("{{ paris.people }} people came.") == "More than 600 people came.[1]");
    CHECK(desk.finding("It drew {{ paris.people | unit }}.") == "It drew more than 600 people.[1]");
    CHECK(desk.finding("It drew {{ paris.people | symbol nocite }}.") == "It drew >600.");
    CHECK(desk.finding("Only {{ survey.stage3 }} are there.") == "Only 68% are there.[1]");
    CHECK(desk.finding("It costs {{ ci-cost | compact unit }}.") == "It costs more than $1.5 million a month.[1]");
    CHECK(desk.finding("In {{ hybrid.2030 | period }}: {{ hybrid.2030 }}.") == "In 2030: 43.5%.[1]");
    CHECK(desk.finding("On {{ paris.people | period }}.") == "On 7–8 April 2026.[1]");
    CHECK(desk.finding("They asked {{ survey.stage3 | n }}.") == "They asked 820.[1]");
    CHECK(desk.diagnostics.empty());
    desk.target.language = "fr";
    CHECK(desk.finding("{{ paris.people }} et {{ survey.stage3 }}.") == "Plus de 600 et 68\u202f%.[1,2]");
}

TEST_CASE("values are made by SQL, from facts and from each other", "[bind]") {
    Desk desk;
    desk.briefing.values = {value("gain", "value('hybrid.2030') - value('hybrid.2024')"),
                            value("twice", "2 * value('gain')"), value("three", "SELECT 3"),
                            value("last", "quarter(:date, -1)")};
    desk.briefing.values[0].unit = text("pp");
    CHECK(desk.finding("Up by {{ gain }}, {{ gain | signed 0dp }}.") == "Up by 18.5 pp, +19 pp.[2]");
    CHECK(desk.finding("{{ three | words }} and {{ twice }}.") == "Three and 37.[2]");
    CHECK(desk.finding("In {{ last }}.") == "In Q2 2026.");
    desk.target.set["three"] = "7";
    CHECK(desk.finding("{{ three | words }}.") == "Seven.[1]");
    CHECK(desk.count(bind::code::set_for_build) == 1);
    desk.briefing.values[2].may_be_set = true;
    CHECK(desk.finding("{{ three | words }}.") == "Seven.[1]");
    CHECK(desk.diagnostics.empty());
}

TEST_CASE("a number set for the build says so, and so does what is made of it", "[bind]") {
    Desk desk;
    desk.briefing.values = {value("three", "SELECT 3"), value("more", "value('three') + value('survey.stage3')")};
    desk.briefing.values[0].may_be_set = true;
    desk.briefing.values[0].source = text("survey");
    desk.target.set["three"] = "7";
    (void)desk.finding("{{ three }} and {{ more }}.");
    const auto result = desk.bind();
    REQUIRE(result.ok());
    const auto& numbers = result.value().numbers;
    REQUIRE(numbers.size() == 2);
    CHECK(numbers[0].name == "three");
    CHECK(numbers[0].number == 7);
    CHECK(numbers[0].from.sources.empty());
    CHECK(numbers[0].from.set == std::vector<std::string>{"three"});
    CHECK(numbers[0].printed == std::vector<std::string>{"7"});
    CHECK(numbers[1].number == 75);
    CHECK(numbers[1].from.query == "value('three') + value('survey.stage3')");
    CHECK(numbers[1].from.set == std::vector<std::string>{"three"});
    CHECK(numbers[1].from.values == std::vector<std::string>{"survey.stage3", "three"});
    const auto& sources = result.value().sources;
    REQUIRE(sources.size() == 3);
    CHECK(doc::plain_text(sources[1].text) == "Set for this build: three.");
    CHECK(doc::plain_text(sources[2].text).find("; set for this build: three.") != std::string::npos);
}

TEST_CASE("a status is inherited by what is made from a forecast", "[bind]") {
    Desk desk;
    desk.briefing.values = {value("gain", "value('hybrid.2030') - value('hybrid.2024')")};
    desk.briefing.key_figures = {tile("gain")};
    const auto result = desk.bind();
    REQUIRE(result.ok());
    CHECK(result.value().key_figures.at(0).status == data::Status::forecast);
    CHECK(result.value().key_figures.at(0).status_word == "Forecast");
}

TEST_CASE("a qualifier must not get lost on the way", "[bind][diag]") {
    Desk desk;
    desk.briefing.values = {value("share", "percent(value('india.people'), value('paris.people'))")};
    (void)desk.finding("It is {{ share }}.");
    CHECK(desk.count(bind::code::qualifier_lost) == 1);
    desk.briefing.values[0].qualifier = vocabulary::Qualifier::about;
    desk.briefing.values[0].unit = text("percent");
    CHECK(desk.finding("It is {{ share | 0dp }}.") == "It is about 77%.[4]");
    CHECK(desk.count(bind::code::qualifier_lost) == 0);
}

TEST_CASE("unknown names, circles and nothing to print are told apart", "[bind][diag]") {
    Desk desk;
    (void)desk.finding("{{ paris.peopel }} came.");
    REQUIRE(desk.count(diag::code::unknown_name) == 1);
    CHECK(desk.diagnostics[0].remedy == "did you mean “paris.people”?");
    CHECK(desk.diagnostics[0].span == desk.briefing.findings[0].text.at(3, 15));
    (void)desk.finding("{{ france.people }} came.");
    CHECK(desk.count(bind::code::fact_without_value) == 1);
    CHECK(desk.finding("It was held in {{ france.people | period }}.") == "It was held in May 2025.[1]");
    CHECK(desk.diagnostics.empty());
    desk.briefing.values = {value("a", "value('b')"), value("b", "1 + value('a')"), value("c", "SELECT NULL")};
    (void)desk.finding("{{ a }} and {{ b }} and {{ c }}.");
    CHECK(desk.count(diag::code::value_cycle) == 1);
    CHECK(desk.count(bind::code::value_is_null) == 1);
    CHECK(desk.diagnostics.size() == 2);
}

TEST_CASE("an unknown name inside SQL is told as such, at its place", "[bind][diag]") {
    Desk desk;
    desk.briefing.values = {value("x", "SELECT value('hybrid.2031')")};
    (void)desk.finding("{{ x }} is it.");
    REQUIRE(desk.diagnostics.size() == 1);
    CHECK(desk.diagnostics[0].code == diag::code::unknown_name);
    CHECK(desk.diagnostics[0].span == desk.briefing.values[0].query.at(14, 25));
}

TEST_CASE("a false claim prints its condition and every value in it", "[bind][diag]") {
    Desk desk;
    desk.briefing.findings = {item("{{ india.people }} is more.")};
    desk.briefing.findings[0].claim.conditions = {text("value('india.people') > value('paris.people')")};
    auto result = desk.bind();
    REQUIRE(result.diagnostics().size() == 1);
    const auto& fault = result.diagnostics()[0];
    CHECK(fault.code == bind::code::claim_false);
    CHECK_THAT(fault.message, ContainsSubstring("value('india.people') > value('paris.people')"));
    REQUIRE(fault.notes.size() == 2);
    CHECK(fault.notes[0].message == "value('india.people') is 460");
    CHECK(fault.notes[1].message == "value('paris.people') is 600");

    desk.briefing.findings[0].claim.otherwise = text("Paris drew {{ paris.people }}.");
    result = desk.bind();
    CHECK(result.ok());
    CHECK(Desk::shown(result.value().findings.at(0).text) == "Paris drew more than 600.[1]");
}

TEST_CASE("blocks are chosen by audience and by `when`", "[bind]") {
    Desk desk;
    desk.target.audience = "buyers";
    desk.briefing.findings = {item("For all."), item("For others."), item("Never.")};
    desk.briefing.findings[1].conditions.audiences = {text("maintainers")};
    desk.briefing.findings[2].conditions.when = text("value('survey.stage3') > 90");
    const auto result = desk.bind();
    REQUIRE(result.ok());
    REQUIRE(result.value().findings.size() == 1);
}

TEST_CASE("terms are the audience's, and one that is missing is told", "[bind][diag]") {
    Desk desk;
    auto buyers = audience("buyers");
    buyers.terms = {{text("reader"), text("platform buyers")}};
    desk.briefing.audiences = {buyers, audience("makers")};
    desk.target.audience = "buyers";
    CHECK(desk.finding("For {{ reader }} it matters.") == "For platform buyers it matters.");
    desk.target.audience = "makers";
    (void)desk.finding("For {{ reader }} it matters.");
    CHECK(desk.count(bind::code::missing_term) == 1);
}

TEST_CASE("bare figures are reported, and what is exempt is not", "[bind][diag]") {
    Desk desk;
    desk.briefing.names = {text("stage 3"), text("twelve months")};
    (void)desk.finding(
        "In 2026, on 20 March, the 2nd A100 reached stage 3 within twelve months, see https://a.org/12.");
    CHECK(desk.diagnostics.empty());
    (void)desk.finding("Since version 2.1 and release 3, with PyTorch 2.9.1, half a year went by.");
    CHECK(desk.diagnostics.empty());
    (void)desk.finding("It took 43.5 hours and fifteen people, `12` of them new.");
    CHECK(desk.count(bind::code::bare_number) == 2);
    CHECK(desk.diagnostics[0].span == desk.briefing.findings[0].text.at(8, 12));
    desk.briefing.findings[0].conditions.because = {{"bare_number", text("it is a joke")}};
    CHECK(desk.bind().diagnostics().empty());
}

TEST_CASE("each language writes its dates without a doubt being raised", "[bind][diag]") {
    const auto bare = [](const char* language, const char* words) {
        Desk desk;
        desk.target.language = language;
        (void)desk.finding(words);
        return desk.count(bind::code::bare_number);
    };
    CHECK(bare("de", "Am 7. April 2026 kamen Leute.") == 0);
    CHECK(bare("de", "Es kamen 7 Leute.") == 1);
    CHECK(bare("fr", "Le 7 avril 2026 et le 2e jour.") == 0);
    CHECK(bare("fr", "Il y a 7 personnes.") == 1);
    CHECK(bare("hi", "7 अप्रैल 2026 को") == 0);
    CHECK(bare("zh", "2026年4月7日举行。") == 0);
    CHECK(bare("zh", "共7人。") == 1);
}

TEST_CASE("a percent sign stands behind shares only", "[bind]") {
    Desk desk;
    CHECK(desk.finding("{{ survey.stage3 | percent }} are there.") == "68% are there.[1]");
    CHECK(desk.diagnostics.empty());
    desk.finding("{{ paris.people | percent }} came.");
    CHECK(desk.count(bind::code::format_mismatch) == 1);
}
