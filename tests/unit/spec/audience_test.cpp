// Audiences as they are read: their keys, what is refused, and how a briefing's own extends the project's.
#include "catch.h"
#include "fixture.h"
#include "vocabulary/measures.h"

using namespace precis;
using vocabulary::Part;

namespace {

std::string faults(const std::string& audience, const std::string& more = {}) {
    const Folder folder;
    return seen(folder.read(kHead + "audiences:\n  staff: " + audience + "\n" + more).diagnostics());
}

}  // namespace

TEST_CASE("an audience's wishes are read", "[spec][audience]") {
    const Folder folder;
    const auto read = folder.read(
        kHead +
        "audiences:\n  staff:\n    order: [recommendations, \"sec:risks\", findings]\n    depth: {headings: 2, "
        "findings: 3, "
        "recommendations: 4, key-figures: 5, watch: 6, exhibits: 7}\n    vocabulary: {inference: running a model}\n    "
        "units: {km: miles, °C: °F}\n    locale: en-US\n    pages: {report: 4, deck: {min: 8, max: 12}}\n"
        "sections:\n  - {id: risks, title: Risks}\n");
    REQUIRE(read.ok());
    const auto& staff = read.value().audiences.at(0);
    CHECK(staff.order.at(0).part == Part::recommendations);
    CHECK((!staff.order.at(1).part && staff.order.at(1).section == "risks"));
    CHECK((staff.depth.headings == 2 && staff.depth.findings == 3 && staff.depth.recommendations == 4));
    CHECK((staff.depth.key_figures == 5 && staff.depth.watch == 6 && staff.depth.exhibits == 7));
    CHECK(staff.vocabulary.at(0).second.text == "running a model");
    CHECK(staff.units.at(1).second.text == "°F");
    CHECK(staff.locale->text == "en-US");
    CHECK((staff.pages.at(0).output.text == "report" && staff.pages[0].least == 4 && staff.pages[0].most == 4));
    CHECK((staff.pages.at(1).output.text == "deck" && staff.pages[1].least == 8 && staff.pages[1].most == 12));
    const auto all = folder.read(kHead + "audiences:\n  staff: {pages: {max: 3}}\n  board: {pages: 2}\n");
    REQUIRE(all.ok());
    CHECK((all.value().audiences[0].pages.at(0).output.empty() && all.value().audiences[0].pages[0].most == 3));
    CHECK(all.value().audiences[1].pages.at(0).least == 2);
}

TEST_CASE("an order names parts that can move, and sections that there are", "[spec][audience][diag]") {
    const std::string risks = "sections:\n  - {id: risks, title: Risks}\n";
    CHECK(faults("{order: [findings, summary]}") == "");
    CHECK(faults("{order: [finding]}") == "unknown_part 5:19");
    CHECK(faults("{order: [cover]}") == "bad_value 5:19");
    CHECK(faults("{order: [sources]}") == "bad_value 5:19");
    CHECK(faults("{order: [appendix]}") == "bad_value 5:19");
    CHECK(faults("{order: [\"sec:risks\"]}", risks) == "");
    CHECK(faults("{order: [\"sec:risk\"]}", risks) == "unknown_reference 5:19");
    CHECK(faults("{order: [watch, watch]}") == "key_conflict 5:26");
    CHECK(faults("{order: [watch]}") == "bad_value 5:19");
    CHECK(faults("{order: [\"sec:risks\"]}", "sections:\n  - {id: risks, title: Risks, for: others}\n") ==
          "key_conflict 5:19");
    CHECK(faults("{order: [\"sec:risks\"]}", "sections:\n  - {id: risks, title: Risks, for: [others, staff]}\n") == "");
    CHECK(faults("{exclude: [watch], order: [watch]}") == "key_conflict 5:37");
}

TEST_CASE("a section cannot be named by audiences of all briefings", "[spec][audience][diag]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\naudiences:\n  staff: {order: [\"sec:risks\"]}\n");
    const auto project = spec::find_project(folder.path(), folder.path());
    CHECK(seen(project.diagnostics()) == "bad_value 3:19");
    CHECK_THAT(printed(project.diagnostics()), ContainsSubstring("write it in the briefing"));
}

TEST_CASE("depths, words, units and pages that cannot be are refused", "[spec][audience][diag]") {
    CHECK(faults("{depth: {finding: 3}}") == "unknown_key 5:19");
    CHECK(faults("{depth: {findings: 0}}") == "bad_value 5:29");
    CHECK(faults("{vocabulary: {model: model}}") == "bad_value 5:31");
    CHECK(faults("{vocabulary: {model: \"\"}}") == "bad_value 5:24");
    CHECK(faults("{vocabulary: {model: \"{{ term }}\"}}") == "bad_value 5:31");
    CHECK(faults("{units: {km: feet}}") == "");
    CHECK(faults("{units: {km: pounds}}") == "bad_value 5:23");
    CHECK(faults("{units: {km: kilometres}}") == "bad_value 5:23");
    CHECK(faults("{units: {mules: km}}") == "bad_value 5:19");
    CHECK(faults("{units: {EUR: USD}}") == "bad_value 5:19; bad_value 5:24");
    CHECK(faults("{pages: 0}") == "bad_value 5:18");
    CHECK(faults("{pages: {report: {min: 4, max: 2}}}") == "bad_value 5:27");
}

TEST_CASE("a currency is refused with its reason", "[spec][audience][diag]") {
    const Folder folder;
    const auto read = folder.read(kHead + "audiences:\n  staff: {units: {EUR: km}}\n");
    CHECK_THAT(printed(read.diagnostics()), ContainsSubstring("its rate changes from day to day"));
}

TEST_CASE("a briefing's own audience extends the project's of the same name key by key", "[spec][audience]") {
    const Folder folder;
    folder.write(
        "precis.yaml",
        "precis: 1\naudiences:\n  staff: {title: Staff, terms: {reader: staff, boss: board}, exclude: [method], "
        "vocabulary: {model: program, chip: part}, depth: {findings: 3, watch: 2}, pages: 4}\n  board: {title: "
        "Board}\n");
    const auto project = spec::find_project(folder.path(), folder.path());
    REQUIRE(project.ok());
    const auto path = folder.write("note.yaml", kHead +
                                                    "audiences:\n  staff: {terms: {boss: chief}, vocabulary: {chip: "
                                                    "device}, depth: {findings: 1}, exclude: [watch]}\n  guests: {}\n");
    const auto read = spec::read(path, project.value());
    REQUIRE(read.ok());
    REQUIRE(read.value().audiences.size() == 2);
    const auto& staff = read.value().audiences[0];
    CHECK(staff.title->text == "Staff");
    REQUIRE(staff.terms.size() == 2);
    CHECK((staff.terms[0].second.text == "chief" && staff.terms[1].second.text == "staff"));
    REQUIRE(staff.vocabulary.size() == 2);
    CHECK((staff.vocabulary[0].second.text == "device" && staff.vocabulary[1].second.text == "program"));
    CHECK((staff.depth.findings == 1 && staff.depth.watch == 2));
    CHECK(staff.exclude == std::vector{Part::watch});
    CHECK(staff.pages.at(0).most == 4);
    CHECK_FALSE(read.value().audiences[1].title);
}

TEST_CASE("factors of the table of measures are those of its definitions", "[vocabulary]") {
    const auto in = [](double number, const char* from, const char* to) {
        const auto &a = *vocabulary::measure_named(from), &b = *vocabulary::measure_named(to);
        return (a.factor * number + a.offset - b.offset) / b.factor;
    };
    CHECK(in(1, "miles", "feet") == Approx(5280).epsilon(1e-12));
    CHECK(in(1, "sq mi", "acres") == Approx(640).epsilon(1e-12));
    CHECK(in(1, "acres", "sq ft") == Approx(43560).epsilon(1e-12));
    CHECK(in(1, "gallons", "m³") * 1e6 / 16.387064 == Approx(231).epsilon(1e-12));  // cubic inches
    CHECK(in(1, "lb", "g") == Approx(453.59237).epsilon(1e-12));
    CHECK(in(100, "°C", "°F") == Approx(212).epsilon(1e-12));
    CHECK(in(-40, "°F", "°C") == Approx(-40).epsilon(1e-12));
    CHECK(in(100, "km/h", "mph") == Approx(62.137119).epsilon(1e-8));
    CHECK(in(36, "km/h", "m/s") == Approx(10).epsilon(1e-12));
    for (const auto& name : vocabulary::measure_names()) CHECK(vocabulary::measure_named(name) != nullptr);
    CHECK(vocabulary::measure_named("") == nullptr);
}
