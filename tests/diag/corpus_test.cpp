// Faulty projects and what the program says of them. Each folder here is a project; expected.txt has the findings and
// the exit code of `precis check briefing.yaml` (or of the arguments in command.txt) in it.
//
// PRECIS_ACCEPT=FOLDER takes what is said now as expected, for that one folder: read it as an author would first.
#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kCorpus = fs::path(PRECIS_SOURCE_DIR) / "tests" / "diag";

std::vector<std::string> samples() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kCorpus)) {
        if (entry.is_directory()) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

std::string said_of(const std::string& sample) {
    const Folder folder("diag");
    // Links stay links: one of the samples has a link that leads out of its folder.
    fs::copy(kCorpus / sample, folder.path(), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    const auto command = read_file(folder.path() / "command.txt");
    std::vector<std::string> words{precis_program()};
    for (const auto& word : words_of(command.empty() ? "check briefing.yaml --root ." : command)) words.push_back(word);
    const auto ran = run(words, folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}, {"SOURCE_DATE_EPOCH", ""}});
    return ran.out + ran.err + "exit " + std::to_string(ran.exit_code) + "\n";
}

struct Said {
    std::set<std::string> codes;
    std::size_t findings = 0, placed = 0, shown = 0, remedies = 0;
};

Said count(const std::string& text) {
    static const std::regex kFinding(R"(^[^ :]+:\d+:\d+: (error|warning): .* \[([a-z0-9_]+)\]$)");
    static const std::regex kShown(R"(^  \d+ \| .*)");
    Said said;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        std::smatch found;
        if (std::regex_match(line, found, kFinding)) {
            ++said.placed;
            said.codes.insert(found[2]);
        }
        if (line.find(": error: ") != std::string::npos || line.find(": warning: ") != std::string::npos)
            ++said.findings;
        if (std::regex_match(line, kShown)) ++said.shown;
        if (line.rfind("  help: ", 0) == 0) ++said.remedies;
    }
    return said;
}

}  // namespace

TEST_CASE("the program says what is expected of each faulty project", "[diag]") {
    const char* accept = std::getenv("PRECIS_ACCEPT");
    for (const auto& sample : samples()) {
        const auto said = said_of(sample);
        if (accept != nullptr && sample == accept) write_file(kCorpus / sample / "expected.txt", said);
        INFO(sample);
        CHECK(said == read_file(kCorpus / sample / "expected.txt"));
    }
}

TEST_CASE("ten faults of ten kinds are ten findings, each with place, line and remedy", "[diag]") {
    const auto said = count(said_of("ten-faults"));
    CHECK(said.findings == 10);
    CHECK(said.codes.size() == 10);
    CHECK(said.placed == 10);
    CHECK(said.shown == 10);
    CHECK(said.remedies == 10);
}

TEST_CASE("sixty faulty models, tables and queries, no code of more than six of them", "[diag]") {
    static const std::regex kOfData("(query|value|table|model|facts?|exhibit|bare|unused)-.*");
    static const std::regex kCode(R"(\[([a-z0-9_]+)\]\n)");
    std::map<std::string, std::set<std::string>> samples_of;
    std::size_t count = 0;
    for (const auto& sample : samples()) {
        if (!std::regex_match(sample, kOfData)) continue;
        ++count;
        const auto said = read_file(kCorpus / sample / "expected.txt");
        for (std::sregex_iterator at(said.begin(), said.end(), kCode), end; at != end; ++at)
            samples_of[(*at)[1]].insert(sample);
    }
    CHECK(count >= 60);
    for (const auto& [code, found] : samples_of) {
        INFO(code);
        CHECK(found.size() <= 6);
    }
}
