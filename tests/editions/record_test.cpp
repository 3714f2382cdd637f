// edition.json: what an edition was made of and what it prints; and `precis status`, which compares it with today.
#include "catch.h"
#include "project.h"
#include "schema_faults.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const json::Node& named(const json::Node& list, std::string_view key, const std::string& name) {
    for (const auto& item : list.items)
        if (text_of(item, key) == name) return item;
    FAIL(name + " is not there");
    return list;
}

}  // namespace

TEST_CASE("a record is what precis schema edition says", "[editions]") {
    const Project project;
    const auto faults_of = [&] { return schema_faults("edition", read_file(project.out() / "edition.json")); };
    project.built();
    project.change("note.yaml", "  text: {layout: research-note}\n",
                   "  text: {layout: research-note, formats: [png]}\n");
    project.built({"--set", "double=161"});
    CHECK(project.record().find("left") != nullptr);
    CHECK(faults_of().empty());
    project.change("out/note/edition.json", "\"title\": \"A note on boats\"", "\"titel\": 3");
    const auto faults = faults_of();
    CHECK(std::count(faults.begin(), faults.end(), " lacks title") == 1);
    CHECK(std::count(faults.begin(), faults.end(), ".titel is not in the schema") == 1);
}

TEST_CASE("each printed name has its value, text, place, page and sources", "[editions]") {
    const Project project;
    project.built();
    const auto record = project.record();
    CHECK(text_of(record, "briefing") == "note.yaml");
    CHECK(text_of(record, "title") == "A note on boats");
    const auto& targets = *record.find("targets");
    REQUIRE(targets.items.size() == 6);

    const auto& fact = named(*named(targets, "name", "text").find("names"), "name", "in.text");
    CHECK(text_of(fact, "value") == "62");
    CHECK(text_of(fact, "label") == "Boats, Harbour");
    CHECK(text_of(fact, "unit") == "boats");
    CHECK(text_of(fact, "period") == "2026");
    CHECK(texts(fact.find("sources")) == std::vector<std::string>{"count"});
    REQUIRE(fact.find("places")->items.size() == 1);
    const auto& place = fact.find("places")->items[0];
    CHECK(text_of(place, "text") == "62\u00a0boats");
    CHECK(text_of(place, "sentence") == "In the harbour are 62\u00a0boats.");
    CHECK(text_of(place, "file") == "note.yaml");
    CHECK(text_of(place, "line") == "15");
    CHECK(texts(place.find("pages")) == std::vector<std::string>{"1"});

    const auto& query = named(*named(targets, "name", "query").find("names"), "name", "double");
    CHECK(text_of(query, "value") == "160");
    CHECK(text_of(query, "query") == "SELECT 2 * value('in.query')");
    CHECK(texts(query.find("sources")) == std::vector<std::string>{"count"});

    const auto& source = named(*named(targets, "name", "text").find("sources"), "id", "count");
    CHECK(text_of(source, "date") == "2026-06");
    CHECK(text_of(source, "max-age") == "12 months");
    CHECK(text_of(source, "fresh-until") == "2027-06-30");

    const auto& warning = named(targets, "name", "figure").find("warnings")->items.at(0);
    CHECK(text_of(warning, "code") == "bare_number");
    CHECK(text_of(warning, "file") == "note.yaml");

    std::vector<std::string> inputs;
    for (const auto& input : record.find("inputs")->items) {
        const auto path = text_of(input, "path");
        inputs.push_back(path);
        const auto file =
            fs::exists(project.folder / path) ? project.folder / path : fs::path(PRECIS_SOURCE_DIR) / path;
        if (fs::exists(file))  // fonts of the system are named without their folder
            CHECK(text_of(input, "sha256") == run({"/usr/bin/sha256sum", file.string()}, "/").out.substr(0, 64));
    }
    for (const auto* input :
         {"note.yaml", "precis.yaml", "data/model.yaml", "data/facts.csv", "data/days.csv", "layouts/own.yaml",
          "layouts/research-note.yaml", "fonts/fonts.yaml", "Vollkorn-Regular.ttf", "Lato-Regular.ttf"}) {
        INFO(input);
        CHECK(std::find(inputs.begin(), inputs.end(), input) != inputs.end());
    }
    CHECK(std::find(inputs.begin(), inputs.end(), "data/unread.csv") == inputs.end());
    CHECK(texts(record.find("data")) == std::vector<std::string>{"data/facts.csv", "data/model.yaml"});
    CHECK(read_file(project.out() / "edition.json").find(project.folder.path().string()) == std::string::npos);
}

TEST_CASE("status names the next source to go stale, in words and as JSON", "[editions]") {
    const Project project;
    const auto before = project.precis({"status"});
    CHECK(before.exit_code == 3);
    CHECK_THAT(before.out, ContainsSubstring("note.yaml -> out/note\n  claim   stale: it has not been built\n"));
    project.built();
    const auto after = project.precis({"status"});
    CHECK(after.exit_code == 0);
    CHECK_THAT(after.out, ContainsSubstring("  claim   fresh\n"));
    CHECK_THAT(after.out, ContainsSubstring("  next source to go stale: “count”, after 2027-06-30 ("));
    const auto status = project.status(0);
    CHECK(text_of(*status.find("next-source-to-go-stale"), "source") == "count");
    CHECK(texts(status.find("targets")->items.at(4).find("files")) == std::vector<std::string>{"text.pdf"});

    project.change("note.yaml", "title: Boats", "titel: Boats");
    const auto wrong = project.precis({"status"});
    CHECK(wrong.exit_code == 1);
    CHECK_THAT(wrong.err, ContainsSubstring("[unknown_key]"));
}
