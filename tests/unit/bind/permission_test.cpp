// Licence, embargo and `for:` against the audience, the day and the use.
#include "bind/checks/codes.h"
#include "bind/values/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;
namespace {

struct Readers : Desk {
    explicit Readers(const char* reach) {
        briefing.audiences = {audience("readers")};
        if (*reach != 0) briefing.audiences[0].reach = vocabulary::named<vocabulary::Reach>(reach);
        target.audience = "readers";
        auto half = value("half", "value('survey.stage3') / 2.0");
        half.unit = text("percent");
        briefing.values = {half};
    }
    data::SourceRecord& survey() { return model.sources[3]; }
    std::size_t refusals(const char* words) {
        finding(words);
        return count(bind::code::not_licensed) + count(bind::code::restricted);
    }
};

constexpr const char* kPublished = "{{ survey.stage3 }} say so.";
constexpr const char* kDerived = "Half of it is {{ half }}.";

}  // namespace

TEST_CASE("what is for the house stays in the house", "[bind][permission]") {
    for (const auto* reach : {"", "public", "clients"}) {
        Readers desk(reach);
        desk.survey().license = "Internal use only";
        CHECK(desk.refusals(kPublished) == 1);
    }
    Readers house("internal");
    house.survey().license = "Internal use only";
    CHECK(house.refusals(kPublished) == 0);
    Desk nobody_named;
    nobody_named.model.sources[3].license = "Internal use only";
    nobody_named.finding(kPublished);
    CHECK(nobody_named.count(bind::code::not_licensed) == 1);
}

TEST_CASE("non-commercial sources are not sold, and no-derivatives ones are printed as they are",
          "[bind][permission]") {
    Readers clients("clients"), everybody("public"), house("internal");
    for (auto* desk : {&clients, &everybody, &house}) desk->survey().license = "CC BY-NC 4.0";
    CHECK(clients.refusals(kPublished) == 1);
    CHECK(everybody.refusals(kPublished) == 0);
    CHECK(house.refusals(kPublished) == 0);
    for (auto* desk : {&clients, &everybody, &house}) desk->survey().license = "CC BY-ND 4.0";
    CHECK(everybody.refusals(kPublished) == 0);
    CHECK(everybody.refusals(kDerived) == 1);
    CHECK(clients.refusals(kDerived) == 1);
    CHECK(house.refusals(kDerived) == 0);
    everybody.survey().permission = "Letter of 3 March 2026";
    CHECK(everybody.refusals(kDerived) == 0);
}

TEST_CASE("what is worked out from a source that is shared alike is shared alike", "[bind][permission]") {
    Readers everybody("public"), house("internal");
    for (auto* desk : {&everybody, &house}) desk->survey().license = "CC BY-SA 4.0";
    CHECK(everybody.refusals(kPublished) == 0);
    CHECK(everybody.refusals(kDerived) == 1);
    CHECK(house.refusals(kDerived) == 0);
    everybody.layout.brand.rights = "© 2026 Desk, all rights reserved";
    CHECK(everybody.refusals(kDerived) == 1);
    everybody.layout.brand.rights = "CC BY-NC-SA 4.0";  // asks more than the source does
    CHECK(everybody.refusals(kDerived) == 1);
    everybody.layout.brand.rights = "© 2026 Desk, Creative Commons Attribution-ShareAlike 4.0";
    CHECK(everybody.refusals(kDerived) == 0);
    everybody.survey().license = "CC BY-NC-SA 4.0";
    CHECK(everybody.refusals(kDerived) == 1);
    everybody.layout.brand.rights.clear();
    everybody.briefing.classification = text("CC BY-NC-SA 4.0");
    CHECK(everybody.refusals(kDerived) == 0);

    everybody.survey().license = "Village data licence 2";
    everybody.survey().terms = {"share-alike"};
    CHECK(everybody.refusals(kPublished) == 0);
    everybody.briefing.classification = text("For members");
    CHECK(everybody.refusals(kDerived) == 1);
    everybody.briefing.classification = text("Under the Village Data Licence 2");
    CHECK(everybody.refusals(kDerived) == 0);
    everybody.briefing.classification.reset();
    CHECK(everybody.refusals(kDerived) == 1);
    everybody.survey().permission = "Letter of 3 March 2026";
    CHECK(everybody.refusals(kDerived) == 0);
}

TEST_CASE("an embargo with an hour ends by the build's clock", "[bind][permission]") {
    Readers desk("public");
    desk.target.date = "2026-08-31";
    const auto refused = [&](const char* embargo, std::optional<std::int64_t> clock) {
        desk.survey().embargo = embargo;
        desk.target.clock = clock;
        return desk.refusals(kPublished) == 1;
    };
    constexpr std::int64_t kNoon = 1788177600;  // 2026-08-31T12:00Z
    CHECK(refused("2026-08-31T14:00+02:00", kNoon - 1));
    CHECK_FALSE(refused("2026-08-31T14:00+02:00", kNoon));
    CHECK_FALSE(refused("2026-08-31T12:00:00Z", kNoon));
    CHECK(refused("2026-08-31T07:00:01-05:00", kNoon));
    // Without a clock the day decides, and the day itself may be too early.
    CHECK(refused("2026-08-31T14:00+02:00", std::nullopt));
    CHECK(refused("2026-09-01T14:00+02:00", std::nullopt));
    CHECK_FALSE(refused("2026-08-30T23:00+02:00", std::nullopt));
    CHECK_FALSE(refused("2026-08-31", std::nullopt));
}

TEST_CASE("the terms, embargo and readers of the document by way of which a source is known hold too",
          "[bind][permission]") {
    Readers desk("public");
    desk.model.sources[0].terms = {"internal"};  // the note, which cites the post on Paris
    CHECK(desk.refusals("{{ paris.people }} came.") == 1);
    desk.model.sources[0].terms.clear();
    desk.model.sources[0].embargo = "2026-09-15";
    CHECK(desk.refusals("{{ paris.people }} came.") == 1);
    desk.model.sources[0].embargo.clear();
    desk.model.sources[0].audiences = {"others"};
    CHECK(desk.refusals("{{ paris.people }} came.") == 1);
    desk.model.sources[0].audiences.clear();
    CHECK(desk.refusals("{{ paris.people }} came.") == 0);
}

TEST_CASE("a source that asks to be named is cited somewhere", "[bind][permission]") {
    Readers desk("public");
    desk.survey().terms = {"attribution"};
    CHECK(desk.refusals("{{ survey.stage3 | nocite }} say so.") == 1);
    CHECK(desk.refusals(kPublished) == 0);
    CHECK(desk.refusals("{{ survey.stage3 | nocite }} say so [@survey].") == 0);
    desk.briefing.key_figures = {tile("survey.stage3")};
    CHECK(desk.refusals("{{ survey.stage3 | nocite }} say so.") == 0);
}

TEST_CASE("a tile's trend and its value of before are held against the readers too", "[bind][permission]") {
    Readers desk("public");
    desk.model.sources[0].terms = {"internal"};
    desk.briefing.key_figures = {tile("survey.stage3")};
    desk.briefing.key_figures[0].trend =
        text("SELECT period, value FROM facts WHERE id LIKE 'hybrid.%' ORDER BY period");
    CHECK(desk.refusals("So.") == 1);
    desk.briefing.key_figures[0].trend.reset();
    desk.briefing.key_figures[0].change_from = text("hybrid.2024");
    CHECK(desk.refusals("So.") == 1);
}

TEST_CASE("a source that the output does not use raises no finding", "[bind][permission]") {
    Readers desk("public");
    desk.survey().license = "Internal use only";
    desk.survey().max_age = "1 month";
    desk.survey().embargo = "2026-09-15";
    CHECK(desk.refusals("{{ india.people }} came.") == 0);
    CHECK(desk.diagnostics.empty());
    // Nor where the exhibit and the sentence that use it are for another output, or for nobody.
    auto elsewhere = item(kPublished);
    elsewhere.conditions.outputs = {text("other")};
    desk.briefing.watch = {elsewhere};
    auto other = section("news", "So.", {chart_of_facts("bar", {"survey.stage3"})});
    other.exhibits[0].conditions.when = text("1 > 2");
    desk.briefing.sections = {other};
    CHECK(desk.refusals("{{ india.people }} came.") == 0);
    desk.briefing.watch[0].conditions.outputs.clear();
    CHECK(desk.refusals("{{ india.people }} came.") == 1);
}
