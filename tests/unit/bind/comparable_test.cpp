// Numbers side by side, and the fact that a bare figure means.
#include "bind/checks/codes.h"
#include "bind/codes.h"
#include "bind/exhibits/codes.h"
#include "bind/exhibits/doubt_exhibit.h"
#include "bind/ledger.h"
#include "bind/text/codes.h"
#include "bind/values/codes.h"
#include "bind/values/nearest_fact.h"
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind;
using namespace precis::bind::test;
namespace {

/// The desk with that one exhibit, bound.
void bind_one(Desk& desk, spec::Exhibit exhibit) {
    const auto words = "So (@" + exhibit.id.text + ").";
    desk.briefing.sections = {section("news", words, {std::move(exhibit)})};
    desk.diagnostics = desk.bind().diagnostics();
}

}  // namespace

TEST_CASE("a bound beside an exact number is a warning, with both in it", "[bind][comparable]") {
    Desk desk;
    bind_one(desk, chart_of_facts("bar", {"paris.people", "india.people"}));
    REQUIRE(desk.count(diag::code::mixed_qualifiers) == 1);
    CHECK_THAT(desk.diagnostics[0].message, ContainsSubstring("“paris.people” is more than 600"));
    CHECK_THAT(desk.diagnostics[0].message, ContainsSubstring("“india.people” is exactly 460"));
    auto explained = chart_of_facts("bar", {"paris.people", "india.people"});
    explained.conditions.because = {{"mixed_qualifiers", text("the note says so")}};
    bind_one(desk, explained);
    CHECK(desk.diagnostics.empty());
    bind_one(desk, chart_of_facts("timeline", {"paris.people", "india.people"}));
    CHECK(desk.count(diag::code::mixed_qualifiers) == 0);  // no lengths
    bind_one(desk, chart_of_facts("bar", {"paris.people", "ci-cost"}));
    CHECK(desk.count(diag::code::mixed_qualifiers) == 0);  // two bounds
}

TEST_CASE("other bases and small ones are warnings", "[bind][comparable]") {
    Desk desk;
    auto other = fact("other.share", "40", "percent", "note");
    other.n = 21;
    desk.model.facts.push_back(other);
    bind_one(desk, chart_of_facts("bar", {"survey.stage3", "other.share"}));
    CHECK(desk.count(bind::code::mixed_bases) == 1);
    CHECK(desk.count(bind::code::small_base) == 1);
    bind_one(desk, chart_of_facts("bar", {"survey.stage3"}));
    CHECK(desk.diagnostics.empty());
    CHECK(desk.finding("It is {{ other.share }}.") == "It is 40%.[1]");
    CHECK(desk.count(bind::code::small_base) == 1);
}

TEST_CASE("shares drawn as parts of a whole make it up", "[bind][comparable]") {
    Desk desk;
    const auto parts = [](const std::string& values) {
        auto donut = exhibit("fig:donut", "donut");
        donut.query = text("SELECT column1 AS name, column2 AS share, 'percent' AS unit FROM (VALUES " + values + ")");
        donut.channels[vocabulary::Channel::y] = {channel("name")};
        donut.channels[vocabulary::Channel::x] = {channel("share")};
        return donut;
    };
    bind_one(desk, parts("('a', 33.3), ('b', 33.3), ('c', 33.3)"));
    CHECK(desk.count(diag::code::parts_do_not_sum) == 0);  // rounded thirds
    bind_one(desk, parts("('a', 40), ('b', 45)"));
    REQUIRE(desk.count(diag::code::parts_do_not_sum) == 1);
    bind_one(desk, parts("('a', 60), ('b', 45)"));
    CHECK(desk.count(diag::code::parts_do_not_sum) == 1);
}

TEST_CASE("facts that disagree, are replaced, come later or are under embargo are told at their use",
          "[bind][comparable]") {
    Desk desk;
    auto again = fact("paris.again", "540", "people", "note");
    again.subject = desk.model.facts[0].subject;
    again.measure = desk.model.facts[0].measure;
    again.period = desk.model.facts[0].period;
    desk.model.facts.push_back(again);
    desk.finding("{{ paris.people }} came, {{ paris.people }}.");
    CHECK(desk.count(bind::code::facts_disagree) == 1);
    desk.model.facts.back().supersedes = "paris.people";
    desk.finding("{{ paris.people }} came.");
    REQUIRE(desk.count(bind::code::facts_disagree) == 1);
    CHECK_THAT(desk.diagnostics[0].message, ContainsSubstring("has been replaced by “paris.again”"));
    desk.finding("{{ paris.again }} came.");
    CHECK(desk.diagnostics.empty());
    desk.target.date = "2026-04-06";
    desk.finding("{{ paris.again }} came.");
    CHECK(desk.count(bind::code::newer_than_briefing) >= 1);
    CHECK(diag::has_errors(desk.diagnostics));
    desk.finding("{{ hybrid.2030 }} is forecast.");
    CHECK(desk.diagnostics.empty());
    desk.target.date = "2026-08-31";
    desk.model.sources[0].embargo = "2026-09-01";
    desk.finding("{{ hybrid.2030 }} is forecast.");
    CHECK(desk.count(bind::code::restricted) == 1);
}

TEST_CASE("rounded parts that do not add up to their printed total are noted", "[bind][comparable]") {
    CHECK(rounded_parts_sum({1, 2}, 3, 0));
    CHECK_FALSE(rounded_parts_sum({0.4, 0.4, 0.4}, 1.2, 0));
    CHECK(rounded_parts_sum({0.4, 0.4, 0.4}, 1.2, 1));
    Desk desk;
    const auto table = [](const std::string& format) {
        auto numbers = column("x");
        numbers.total = vocabulary::Total::sum;
        numbers.format = text(format);
        auto totals = exhibit("tab:t", "");
        totals.query = text("SELECT column1 AS name, column2 AS x FROM (VALUES ('a', 1.4), ('b', 1.4), ('c', 1.4))");
        totals.columns = {column("name"), numbers};
        return totals;
    };
    desk.briefing.sections = {section("news", "So.", {table("0dp")})};
    CHECK(doc::plain_text(desk.bind().value().sections[0].exhibits.at(0).note) ==
          "Parts may not add up to totals because of rounding.");
    desk.briefing.sections[0].exhibits = {table("1dp")};
    CHECK(desk.bind().value().sections[0].exhibits.at(0).note.empty());
}

TEST_CASE("a bare figure is held against the facts", "[bind][comparable]") {
    const auto model = small_model();
    const auto near = [&](const std::string& words, const std::string& after) {
        const auto figure = figure_of(words, "en");
        const auto* near_fact = figure ? nearest_fact(*figure, after, model) : nullptr;
        return near_fact != nullptr ? near_fact->id : std::string("none");
    };
    CHECK(near("600", " people came") == "paris.people");
    CHECK(near("68", "% of them") == "survey.stage3");
    CHECK(near("68", " people") == "none");
    CHECK(near("two thirds", " of them") == "survey.stage3");
    CHECK(near("1,500,000", " dollars") == "ci-cost");
    CHECK(near("twice", " as many") == "none");
    Desk desk;
    desk.finding("Half of them came, two thirds stayed, twice as many as a dozen.");
    CHECK(desk.count(bind::code::bare_number) == 4);
    desk.finding("In the first half of the year, and half-way, two came.");
    CHECK(desk.diagnostics.empty());
}

TEST_CASE("a ledger tells where each number stands, in which sentence", "[bind][ledger]") {
    Desk desk;
    desk.briefing.sections = {section("news", "First. Then {{ paris.people }} came to Paris. Last.")};
    auto database = data::Database::open(desk.model, PRECIS_SOURCE_DIR);
    REQUIRE(database.ok());
    Ledger ledger;
    REQUIRE(bind::bind(desk.briefing, desk.project, database.value(), desk.layout, desk.target, &ledger).ok());
    REQUIRE(ledger.printings.size() == 1);
    CHECK(ledger.printings[0].name == "paris.people");
    CHECK(ledger.printings[0].text == "more than 600");
    CHECK(ledger.printings[0].sentence == "Then more than 600 came to Paris.");
}
