// Doubts that a careful reader would have, where they are said and where they are not.
#include "bind/checks/codes.h"
#include "bind/checks/unused.h"
#include "bind/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;
namespace {

/// Another statement of the survey's share, by another source of the same month.
data::Fact other_share(std::string number, data::Qualifier qualifier) {
    auto other = fact("other.stage3", std::move(number), "percent", "note");
    other.subject = "Subject of survey.stage3";
    other.qualifier = qualifier;
    other.period = "2026-03";
    return other;
}

std::size_t disagreements(data::Fact other) {
    Desk desk;
    desk.model.facts.push_back(std::move(other));
    desk.finding("{{ survey.stage3 }} are at stage 3.");
    return desk.count(bind::code::facts_disagree);
}

}  // namespace

TEST_CASE("facts disagree only where no number could be both", "[bind][diag]") {
    using data::Qualifier;
    CHECK(disagreements(other_share("61", Qualifier::none)) == 1);
    CHECK(disagreements(other_share("70", Qualifier::more_than)) == 1);
    CHECK(disagreements(other_share("60", Qualifier::at_most)) == 1);
    CHECK(disagreements(other_share("40", Qualifier::about)) == 1);
    CHECK(disagreements(other_share("68", Qualifier::exactly)) == 0);
    CHECK(disagreements(other_share("68.3", Qualifier::none)) == 0);  // the other is rounded
    CHECK(disagreements(other_share("60", Qualifier::more_than)) == 0);
    CHECK(disagreements(other_share("70", Qualifier::about)) == 0);
    auto later = other_share("61", Qualifier::none);
    later.period = "2026-06";
    CHECK(disagreements(later) == 0);
    auto newer = other_share("61", Qualifier::none);
    newer.supersedes = "survey.stage3";
    Desk desk;
    desk.model.facts.push_back(newer);
    desk.finding("{{ other.stage3 }} are at stage 3.");
    CHECK(desk.count(bind::code::facts_disagree) == 0);
    auto of_others = other_share("61", Qualifier::none);
    of_others.base = "developers";
    CHECK(disagreements(of_others) == 1);  // the first says nothing of its base
    auto planned = other_share("61", Qualifier::none);
    planned.status = data::Status::plan;
    CHECK(disagreements(planned) == 0);
}

TEST_CASE("a small base is said once, and not where the block says why", "[bind][diag]") {
    Desk desk;
    desk.model.facts[2].n = 29;  // survey.stage3
    desk.finding("{{ survey.stage3 }}, again {{ survey.stage3 }}.");
    CHECK(desk.count(bind::code::small_base) == 1);

    auto explained = item("{{ survey.stage3 }}.");
    explained.conditions.because["small_base"] = text("Nobody asked more");
    desk.briefing.findings = {explained};
    const auto result = desk.bind();
    desk.diagnostics = result.diagnostics();
    CHECK(desk.count(bind::code::small_base) == 0);
    REQUIRE(result.value().accepted.size() == 1);
    CHECK(result.value().accepted[0] == doc::Accepted{"small_base", "Nobody asked more"});

    desk.model.facts[2].n = 30;  // survey.stage3
    desk.finding("{{ survey.stage3 }}.");
    CHECK(desk.count(bind::code::small_base) == 0);
}

TEST_CASE("a value counts as used wherever it can be taken", "[bind][diag]") {
    spec::Briefing briefing;
    briefing.title = text("Of {{ in-title }}");
    briefing.values = {value("in-title", "SELECT 1"),      value("in-claim", "SELECT 2"),
                       value("in-query", "SELECT 3"),      value("in-value", "SELECT 4"),
                       value("as-fact", "SELECT 5"),       value("in-line", "SELECT 6"),
                       value("itself", "value('itself')"), value("nowhere", "SELECT 7 + value('in-value')")};
    auto chart = chart_of_facts("bar", {"as-fact"});
    chart.query = text("SELECT 'it''s', value('in-query') AS x");
    chart.annotations = {annotation(spec::Annotation::Kind::line)};
    chart.annotations[0].y = text("in-line");
    briefing.sections = {section("s", "So.", {chart})};
    briefing.sections[0].claim.conditions = {text("value('in-claim') > 0")};
    const auto warnings = bind::unused_values(briefing);
    REQUIRE(warnings.size() == 2);
    CHECK_THAT(warnings[0].message, ContainsSubstring("“itself”"));
    CHECK_THAT(warnings[1].message, ContainsSubstring("“nowhere”"));

    briefing.values.back().because["unused_value"] = text("Kept for the next edition");
    CHECK(bind::unused_values(briefing).size() == 1);
}

TEST_CASE("facts shown are kept with the document, each once", "[bind]") {
    Desk desk;
    desk.finding("{{ survey.stage3 }}, {{ paris.people }}, {{ survey.stage3 }}.");
    CHECK(desk.bind().value().facts == std::vector<std::string>{"survey.stage3", "paris.people"});
}
