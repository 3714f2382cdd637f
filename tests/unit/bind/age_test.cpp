// How old sources are, to the day.
#include "bind/values/age.h"

#include "bind/checks/codes.h"
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

bool stale(const char* date, const char* max_age, const char* today = "2026-08-31") {
    auto record = source("a", "A", "A", date);
    record.max_age = max_age;
    return bind::is_stale(record, today);
}

std::string age(const char* date, const char* today = "2026-08-31") {
    return bind::age_words(source("a", "A", "A", date), today);
}

}  // namespace

TEST_CASE("a source is stale on the day after its max-age", "[bind][age]") {
    CHECK(stale("2025-08-30", "12 months"));
    CHECK_FALSE(stale("2025-08-31", "12 months"));
    CHECK_FALSE(stale("2025-08-30", "12 months", "2026-08-30"));
    CHECK(stale("2024-08-30", "2 years"));
    CHECK_FALSE(stale("2024-09-01", "2 years"));
    CHECK(stale("2026-06-01", "90 days"));
    CHECK_FALSE(stale("2026-06-01", "91 days"));
    CHECK(stale("2026-08-16", "2 weeks"));
    CHECK_FALSE(stale("2026-08-17", "2 weeks"));
    CHECK_FALSE(stale("2026-07-31", "1 month"));
    CHECK(stale("2026-07-30", "1 month"));
    // The same day of a shorter month is its last day.
    CHECK_FALSE(stale("2026-01-31", "1 month", "2026-02-28"));
    CHECK(stale("2026-01-31", "1 month", "2026-03-01"));
    CHECK_FALSE(stale("2024-02-29", "1 year", "2025-02-28"));
    CHECK(stale("2024-02-29", "1 year", "2025-03-01"));
    // A month, quarter or year counts from its end.
    CHECK_FALSE(stale("2026-02", "1 month", "2026-03-31"));
    CHECK(stale("2026-02", "1 month", "2026-04-01"));
    CHECK_FALSE(stale("2025", "6 months", "2026-06-30"));
    CHECK(stale("2025", "6 months", "2026-07-01"));
    CHECK(stale("2026-Q1", "1 month", "2026-05-01"));
    CHECK_FALSE(stale("", "12 months"));
    CHECK_FALSE(stale("2020", ""));
}

TEST_CASE("an age is told in days, then in whole months", "[bind][age]") {
    CHECK(age("2026-08-31") == "0 days");
    CHECK(age("2026-08-30") == "1 day");
    CHECK(age("2026-07-31") == "31 days");
    CHECK(age("2026-07-01") == "61 days");
    CHECK(age("2026-06-30") == "2 months");
    CHECK(age("2025-08-30") == "12 months");
    CHECK(age("2025-09-01") == "11 months");
    CHECK(age("2024-08-30") == "24 months");
    CHECK(age("2026-09-01") == "newer");
    CHECK(age("2026") == "0 days");
    CHECK(age("") == "");
}

TEST_CASE("a stale source says whom to ask; an undated one with a max-age is told", "[bind][age]") {
    Desk desk;
    auto& survey = desk.model.sources[3];
    survey.date = "2025-08-30";
    survey.max_age = "12 months";
    desk.finding("{{ survey.stage3 }} say so.");
    REQUIRE(desk.count(diag::code::source_stale) == 1);
    CHECK_THAT(desk.diagnostics.at(0).remedy, ContainsSubstring("use a newer one"));
    survey.owner = "data@example.org";
    desk.finding("{{ survey.stage3 }} say so.");
    CHECK_THAT(desk.diagnostics.at(0).remedy, ContainsSubstring("ask data@example.org for a newer one"));
    survey.date.clear();
    desk.finding("{{ survey.stage3 }} say so.");
    REQUIRE(desk.count(bind::code::source_undated) == 1);
    CHECK_THAT(desk.diagnostics.at(0).remedy, ContainsSubstring("ask data@example.org for its date"));
    desk.finding("{{ paris.people }} came.");  // the survey is not listed
    CHECK(desk.diagnostics.empty());
    survey.because = "It has no date.";
    desk.finding("{{ survey.stage3 }} say so.");
    CHECK(desk.diagnostics.empty());
}

TEST_CASE("where a source may be stale, entry, source line and tile say of when it is", "[bind][age]") {
    Desk desk;
    auto& survey = desk.model.sources[3];
    survey.date = "2025-03";
    survey.max_age = "12 months";
    survey.because = "The next one appears in spring.";
    desk.briefing.key_figures = {tile("survey.stage3")};
    desk.briefing.sections = {section("news", "So (@fig:facts).", {chart_of_facts("bar", {"survey.stage3"})})};
    const auto shown = [&](const char* language) {
        desk.target.language = language;
        const auto result = desk.bind();
        CHECK(result.diagnostics().empty());
        const auto& document = result.value();
        return std::vector<std::string>{Desk::shown(document.sources.at(0).text),
                                        Desk::shown(document.sections.at(0).exhibits.at(0).source),
                                        Desk::shown(document.key_figures.at(0).detail)};
    };
    auto english = shown("en-GB");
    CHECK(english[0] == "Futurum Group, Decision makers, as of March 2025.");
    CHECK(english[1] == "Futurum Group (as of March 2025)[1]");
    CHECK_THAT(english[2], ContainsSubstring("as of March 2025"));
    CHECK(shown("de")[1] == "Futurum Group (Stand März 2025)[1]");
    CHECK(shown("fr")[1] == "Futurum Group (état : mars 2025)[1]");
    survey.date = "2026-03";  // fresh
    english = shown("en-GB");
    CHECK(english[0] == "Futurum Group, Decision makers, March 2026.");
    CHECK(english[1] == "Futurum Group[1]");
    CHECK_THAT(english[2], !ContainsSubstring("as of"));
}
