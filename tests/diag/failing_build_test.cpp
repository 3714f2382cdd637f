// A build with an error writes nothing and leaves what the last good one wrote.
#include <algorithm>
#include <set>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kBriefing =
    "briefing: 1\n"
    "title: A note on rain\n"
    "date: 2026-08-31\n"
    "values:\n"
    "  days: SELECT 4 + 5\n"
    "outputs:\n"
    "  long: {layout: research-note}\n"
    "  letter: {layout: research-note-letter, formats: [pdf, png]}\n"
    "sections:\n"
    "  - id: rain\n"
    "    title: It rained\n"
    "    body: \"It rained on {{ days | words }} days.\"\n";

std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files[entry.path().lexically_relative(folder).string()] = read_file(entry.path());
    }
    return files;
}

Ran build(const fs::path& folder, std::vector<std::string> more = {}) {
    std::vector<std::string> words{precis_program(), "build", "rain/briefing.yaml", "--root", ".", "-o", "out"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words, folder, {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a build with an error leaves the last good files alone", "[diag][cli]") {
    const Folder folder("rain");
    const auto briefing = folder.path() / "rain" / "briefing.yaml";
    write_file(briefing, kBriefing);
    const auto first = build(folder.path());
    INFO(first.err);
    REQUIRE(first.exit_code == 0);
    const auto good = files_below(folder.path() / "out");
    CHECK(good.count("rain/long.pdf") == 1);
    CHECK(good.count("rain/letter.pdf") == 1);
    CHECK(good.count("rain/letter.png") == 1);

    // In one output's layout only: nothing of the other output may be written either.
    write_file(briefing, replaced(kBriefing, "research-note-letter", "research-note-leter"));
    const auto layout = build(folder.path());
    CHECK(layout.exit_code == 1);
    CHECK_THAT(layout.err, ContainsSubstring("[unknown_layout]"));
    CHECK(files_below(folder.path() / "out") == good);

    write_file(briefing, replaced(kBriefing, "{{ days | words }}", "{{ dais | words }}"));
    const auto name = build(folder.path());
    CHECK(name.exit_code == 1);
    CHECK_THAT(name.err, ContainsSubstring("did you mean"));
    CHECK(files_below(folder.path() / "out") == good);
}

TEST_CASE("--check tells current files from old ones and writes nothing", "[cli]") {
    const Folder folder("rain");
    const auto briefing = folder.path() / "rain" / "briefing.yaml";
    write_file(briefing, kBriefing);
    CHECK(build(folder.path(), {"--check"}).exit_code == 3);
    CHECK(files_below(folder.path() / "out").empty());
    REQUIRE(build(folder.path()).exit_code == 0);
    CHECK(build(folder.path(), {"--check"}).exit_code == 0);
    write_file(briefing, replaced(kBriefing, "4 + 5", "4 + 6"));
    const auto before = files_below(folder.path() / "out");
    const auto stale = build(folder.path(), {"--check"});
    CHECK(stale.exit_code == 3);
    CHECK_THAT(stale.err, ContainsSubstring("[out_of_date]"));
    CHECK(files_below(folder.path() / "out") == before);
}

TEST_CASE("one worker and several write the same bytes", "[cli]") {
    const Folder folder("rain");
    write_file(folder.path() / "rain" / "briefing.yaml", kBriefing);
    REQUIRE(build(folder.path(), {"-j", "1"}).exit_code == 0);
    const auto alone = files_below(folder.path() / "out");
    fs::remove_all(folder.path() / "out");
    REQUIRE(build(folder.path(), {"-j", "3"}).exit_code == 0);
    CHECK(files_below(folder.path() / "out") == alone);
}

TEST_CASE("what cannot be written is the machine's failure", "[cli]") {
    const Folder folder("rain");
    write_file(folder.path() / "rain" / "briefing.yaml", kBriefing);
    write_file(folder.path() / "out", "a file where the folder should be\n");
    const auto ran = build(folder.path());
    CHECK(ran.exit_code == 4);
    CHECK_THAT(ran.err, ContainsSubstring("[write_failed]"));
}

TEST_CASE("names that no briefing has are wrong usage", "[cli]") {
    const Folder folder("rain");
    write_file(folder.path() / "rain" / "briefing.yaml", kBriefing);
    const auto ran = build(folder.path(), {"--output", "lang"});
    CHECK(ran.exit_code == 2);
    CHECK_THAT(ran.err, ContainsSubstring("did you mean “long”?"));
}
