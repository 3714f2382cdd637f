// The record beside the outputs: what a build read and made, by sums that another program computes too.
#include "catch.h"
#include "json/node.h"
#include "program.h"

using namespace precis;
using namespace precis::test;

namespace {

constexpr const char* kBriefing =
    "briefing: 1\n"
    "title: A note on rain\n"
    "date: 2026-08-31\n"
    "outputs:\n"
    "  note: {layout: own, formats: [pdf, png]}\n"
    "sections:\n"
    "  - id: rain\n"
    "    title: It rained\n"
    "    because: {small_base: The valley has no more households}\n"
    "    body: \"In May {{ rain.may | unit }} fell.\"\n"
    "    exhibits:\n"
    "      - {id: \"fig:rain\", chart: column, title: Rain, query: \"SELECT day, mm FROM days\", x: day, y: mm}\n";

constexpr const char* kModel =
    "model: 1\n"
    "sources:\n"
    "  gauge-2026: {title: Rain gauges, publisher: The valley, date: 2026-06}\n"
    "facts: facts.csv\n"
    "tables:\n"
    "  days: {file: days.csv, source: gauge-2026, columns: {day: date, mm: number}}\n"
    "  unread: {file: unread.csv, source: gauge-2026, columns: {day: date, mm: number}}\n";

/// Reads manifests as other programs would.
json::Node read(const std::filesystem::path& file) {
    auto node = json::parse(std::make_shared<diag::SourceText>("manifest", read_file(file)));
    REQUIRE(node.ok());
    return node.value();
}

std::vector<std::string> paths(const json::Node& files) {
    std::vector<std::string> all;
    for (const auto& file : files.items) all.push_back(file.find("path")->text.text);
    return all;
}

std::string sum_of(const std::filesystem::path& file) {
    const auto ran = run({"/usr/bin/sha256sum", file.string()}, "/");
    REQUIRE(ran.exit_code == 0);
    return ran.out.substr(0, 64);
}

void check_sums(const json::Node& files, const std::filesystem::path& folder) {
    for (const auto& file : files.items) {
        const auto path = file.find("path")->text.text;
        const auto named = folder / path;
        INFO(path);
        // Layouts that the program brings along are named by their place in its own folder.
        const auto found = std::filesystem::exists(named) ? named : std::filesystem::path(PRECIS_SOURCE_DIR) / path;
        CHECK(file.find("sha256")->text.text == sum_of(found));
        CHECK(file.find("bytes")->text.text == std::to_string(std::filesystem::file_size(found)));
    }
}

}  // namespace

TEST_CASE("a build leaves a record of what it read, showed and made", "[cli]") {
    const Folder folder("edition");
    folder.write("rain/briefing.yaml", kBriefing);
    folder.write("data/model.yaml", kModel);
    folder.write("data/facts.csv",
                 "id,subject,measure,value,unit,period,n,source\nrain.may,Valley,rain,62,mm,2026-05,12,gauge-2026\n");
    folder.write("data/days.csv", "day,mm\n2026-05-01,4\n2026-05-02,6\n");
    folder.write("data/unread.csv", "day,mm\n2026-05-01,4\n");
    folder.write("layouts/own.yaml", "layout: 1\nextends: research-note\ntitle: Own\n");
    const auto ran = run({precis_program(), "build", "rain/briefing.yaml", "--root", ".", "-o", "out"}, folder.path(),
                         {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK_THAT(ran.err, !ContainsSubstring("small_base"));

    const auto out = folder / "out" / "rain";
    const auto manifest = read(out / "edition.json");
    CHECK(manifest.find("briefing")->text.text == "rain/briefing.yaml");
    CHECK(manifest.find("date")->text.text == "2026-08-31");
    auto inputs = *manifest.find("inputs");
    const auto is_font = [](const auto& input) { return input.find("path")->text.text.ends_with(".ttf"); };
    CHECK(std::erase_if(inputs.items, is_font) >= 4);
    CHECK(paths(inputs) == std::vector<std::string>{"data/days.csv", "data/facts.csv", "data/model.yaml",
                                                    "fonts/fonts.yaml", "hyph_en_GB.dic", "layouts/base.yaml",
                                                    "layouts/own.yaml", "layouts/research-note.yaml",
                                                    "locale/words/en-GB.yaml", "rain/briefing.yaml"});
    std::erase_if(inputs.items, [](const auto& input) { return input.find("path")->text.text == "hyph_en_GB.dic"; });
    check_sums(inputs, folder.path());
    REQUIRE(manifest.find("targets")->items.size() == 1);
    const auto& target = manifest.find("targets")->items[0];
    CHECK(paths(*target.find("outputs")) == std::vector<std::string>{"note.pdf", "note.png"});
    check_sums(*target.find("outputs"), out);
    REQUIRE(target.find("names")->items.size() == 1);
    CHECK(target.find("names")->items[0].find("name")->text.text == "rain.may");
    REQUIRE(target.find("accepted")->items.size() == 1);
    CHECK(target.find("accepted")->items[0].find("code")->text.text == "small_base");

    // The same inputs in another folder make the same manifest.
    const auto first = read_file(out / "edition.json");
    const Folder elsewhere("edition-moved");
    std::filesystem::copy(folder.path(), elsewhere.path(), std::filesystem::copy_options::recursive);
    std::filesystem::remove_all(elsewhere / "out");
    REQUIRE(run({precis_program(), "build", "rain/briefing.yaml", "--root", ".", "-o", "out"}, elsewhere.path(),
                {{"PRECIS_DATA", PRECIS_SOURCE_DIR}})
                .exit_code == 0);
    CHECK(read_file(elsewhere / "out" / "rain" / "edition.json") == first);
}
