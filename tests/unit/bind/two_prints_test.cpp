// One number in a sentence and in an exhibit.
#include "bind/exhibits/two_prints.h"

#include "bind/exhibits/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind;
using namespace precis::bind::test;

namespace {

const locale::Locale& language(const char* tag) {
    static std::map<std::string, locale::Locale> known;
    return known.try_emplace(tag, *locale::Locale::find(tag)).first->second;
}

spec::Exhibit table_of_facts(const std::vector<std::string>& names, const std::string& format = {}) {
    auto table = exhibit("tab:facts", "");
    for (const auto& name : names) table.facts.emplace_back().name = text(name);
    auto numbers = column("value");
    numbers.label = text("Number");
    if (!format.empty()) numbers.format = text(format);
    table.columns = {column("label"), numbers};
    table.columns[0].label = text("Of");
    return table;
}

/// How often the section says that a number is printed two ways.
std::size_t count(Desk& desk, const std::string& body, spec::Exhibit shown) {
    desk.briefing.sections = {section("news", body, {std::move(shown)})};
    desk.diagnostics = desk.bind().diagnostics();
    return static_cast<std::size_t>(desk.count(bind::code::printed_two_ways));
}

}  // namespace

TEST_CASE("decimals are read off printed numbers", "[bind][two-prints]") {
    const auto& english = language("en-GB");
    CHECK(decimals_in("more than 600", 600, english) == 0);
    CHECK(decimals_in("43.5%", 43.5, english) == 1);
    CHECK(decimals_in("43.50", 43.5, english) == 2);
    CHECK(decimals_in("44%", 43.5, english) == 0);
    CHECK(decimals_in("$1,234.00", 1234, english) == 2);
    CHECK(decimals_in("−3.2", -3.2, english) == 1);
    CHECK(decimals_in("fell by 3.2", -3.2, english) == 1);
    CHECK(decimals_in("25% in 2024, so +18.5 pp", 25, english) == 0);
    CHECK_FALSE(decimals_in("1.2 million", 1234567, english));
    CHECK_FALSE(decimals_in("1.2M", 1234567, english));
    CHECK_FALSE(decimals_in("two", 2, english));
    CHECK_FALSE(decimals_in("1,435", 435, english));
    CHECK_FALSE(decimals_in("0.435", 435, english));
    CHECK(decimals_in("43,5 %", 43.5, language("fr")) == 1);
    CHECK(decimals_in("1.234,5", 1234.5, language("de")) == 1);
}

TEST_CASE("other decimals than in an exhibit are a warning with both places", "[bind][two-prints]") {
    Desk desk;
    desk.model.facts.push_back(fact("rate", "43.52", "percent", "note"));
    CHECK(count(desk, "It is {{ rate }}.", table_of_facts({"rate"})) == 0);
    CHECK(count(desk, "It is {{ rate | 2dp }}.", table_of_facts({"rate"})) == 0);
    REQUIRE(count(desk, "It is {{ rate | 1dp }}.", table_of_facts({"rate"})) == 1);
    const auto& warning = *std::find_if(desk.diagnostics.begin(), desk.diagnostics.end(),
                                        [](const auto& one) { return one.code == bind::code::printed_two_ways; });
    CHECK(warning.message == "“rate” is printed as “43.5%” here and as “43.52%” in “tab:facts”");
    CHECK(warning.remedy ==
          "add `2dp` to the format here, or write `format: 1dp` at its channel or column in “tab:facts”");
    CHECK(warning.notes.size() == 1);
    CHECK(count(desk, "It is {{ rate | 1dp }}.", table_of_facts({"rate"}, "1dp")) == 0);
    // One for each pair.
    CHECK(count(desk, "It is {{ rate | 1dp }}. Again: {{ rate | 0dp }}, {{ rate }}.", table_of_facts({"rate"})) == 2);
}

TEST_CASE("short forms, words and signs say the same", "[bind][two-prints]") {
    Desk desk;
    desk.model.facts.push_back(fact("users", "1234567", "people", "note"));
    desk.model.facts.push_back(fact("sites", "2", "sites", "note"));
    CHECK(count(desk, "There are {{ users | compact }}.", table_of_facts({"users"})) == 0);
    CHECK(count(desk, "There are {{ users }}.", table_of_facts({"users"}, "compact")) == 0);
    CHECK(count(desk, "There are {{ sites | words }}.", table_of_facts({"sites"})) == 0);
    CHECK(count(desk, "There were {{ paris.people | symbol }}.", table_of_facts({"paris.people"})) == 0);
    CHECK(count(desk, "There were {{ paris.people }}.", chart_of_facts("bar", {"paris.people"})) == 0);
}

TEST_CASE("an exhibit that loses a qualifier is a warning", "[bind][two-prints]") {
    Desk desk;
    auto rows = exhibit("tab:rows", "");
    rows.columns = {column("id"), column("value")};
    rows.query = text("SELECT id, value, unit, qualifier FROM facts WHERE id = 'paris.people'");
    CHECK(count(desk, "There were {{ paris.people }}.", rows) == 0);
    rows.query = text("SELECT id, value, unit FROM facts WHERE id = 'paris.people'");
    REQUIRE(count(desk, "There were {{ paris.people }}.", rows) == 1);
    const auto& warning = desk.diagnostics.back();
    CHECK_THAT(warning.remedy, ContainsSubstring("add `'more than' AS qualifier` to the query of “tab:rows”"));
}

TEST_CASE("a chart that does not print the number is no second print", "[bind][two-prints]") {
    Desk desk;
    desk.model.facts.push_back(fact("rate", "43.52", "percent", "note"));
    auto chart = chart_of_facts("bar", {"rate"});
    CHECK(count(desk, "It is {{ rate | 1dp }}.", chart) == 1);
    chart.labels = vocabulary::Labels::none;
    CHECK(count(desk, "It is {{ rate | 1dp }}.", chart) == 0);
    CHECK(count(desk, "It is {{ rate | 1dp }}.", chart_of_facts("waterfall", {"rate"})) == 1);
}

TEST_CASE("a block answers the warning about its sentence", "[bind][two-prints]") {
    Desk desk;
    desk.model.facts.push_back(fact("rate", "43.52", "percent", "note"));
    desk.briefing.sections = {section("news", "It is {{ rate | 1dp }}.", {table_of_facts({"rate"})})};
    desk.briefing.sections[0].body[0].conditions.because = {{"printed_two_ways", text("Speakers round.")}};
    desk.diagnostics = desk.bind().diagnostics();
    CHECK(desk.count(bind::code::printed_two_ways) == 0);
}
